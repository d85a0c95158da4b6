"""What the compared systems make of reports: likelihoods of every sentence, before and after the rules."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from itertools import groupby

import numpy as np

from grantcheck.analysis.assertion import Parse, reconsidered
from grantcheck.analysis.encoder import Encoder
from grantcheck.analysis.grammar import read_grammar
from grantcheck.analysis.language import load_language
from grantcheck.analysis.ngrams import NgramReader
from grantcheck.analysis.passages import Passage
from grantcheck.analysis.reading import Reader
from grantcheck.domain.evidence import EvidenceKind
from grantcheck.domain.ruleset import CriterionId
from models.training.corpus import Sample

from .keywords import KEYWORDS, is_obvious
from .likelihoods import Floats
from .thresholds import TOUCH

_SURE = 0.9
System = Callable[[Sequence[Sample]], Floats]


def systems(cheap: NgramReader, careful: Encoder) -> dict[str, System]:
    """Return the systems by the names that the tables give them; `whole` is the checker as it is shipped."""
    ngrams = partial(by_ngrams, cheap)
    encoder = partial(_by_encoder, careful)
    both = _remembered(partial(_by_both, Reader(cheap, careful, TOUCH)))
    return {
        "whole": lambda samples: asserted(samples, both(samples)),
        "both models, no rules": both,
        "encoder alone": encoder,
        "n-grams alone": ngrams,
        "rules on keywords": lambda samples: asserted(samples, by_keyword(samples)),
    }


def _remembered(system: System) -> System:
    """Return the system so that it reads the same samples once, though two of the compared ones ask for them."""

    @lru_cache(maxsize=1)
    def read(samples: tuple[Sample, ...]) -> Floats:
        return system(samples)

    return lambda samples: read(tuple(samples))


def by_keyword(samples: Sequence[Sample]) -> Floats:
    """Take every sentence with an obvious word as a routine of the association's own."""
    found = np.zeros((len(samples), len(CriterionId), len(EvidenceKind)), np.float32)
    routine = tuple(EvidenceKind).index(EvidenceKind.ROUTINE)
    action = tuple(EvidenceKind).index(EvidenceKind.ACTION)
    for number, criterion in enumerate(KEYWORDS):
        kind = action if criterion is CriterionId.ACTIVE_IN_PERIOD else routine
        found[:, number, kind] = [_SURE * is_obvious(each.text, criterion) for each in samples]
    return found


def by_ngrams(cheap: NgramReader, samples: Sequence[Sample]) -> Floats:
    """Return what n-grams alone say of the sentences."""
    return cheap.read([passage(each) for each in samples])


def _by_encoder(careful: Encoder, samples: Sequence[Sample]) -> Floats:
    answers = []
    for own in _reports(samples):
        read = careful.read([passage(each) for each in own], own[0].period, range(len(own)))
        answers += [read[place] for place in range(len(own))]
    return np.stack(answers)


def _by_both(reader: Reader, samples: Sequence[Sample]) -> Floats:
    return np.concatenate([reader.read([passage(each) for each in own], own[0].period) for own in _reports(samples)])


def _reports(samples: Sequence[Sample]) -> list[list[Sample]]:
    return [list(own) for _, own in groupby(samples, key=lambda each: each.group)]


def asserted(samples: Sequence[Sample], likelihoods: Floats) -> Floats:
    """Return the likelihoods corrected by each report's own period, as the checker does it."""
    parse = _parse()
    placed = likelihoods.copy()
    for period in {sample.period for sample in samples}:
        own = [place for place, sample in enumerate(samples) if sample.period == period]
        passages = [passage(samples[place]) for place in own]
        placed[own] = reconsidered(likelihoods[own], passages, period, parse, TOUCH)
    return placed


@cache
def _parse() -> Parse:
    return partial(read_grammar, load_language("sv_grantcheck"))


def passage(sample: Sample) -> Passage:
    """Return the sentence as the readers take it."""
    return Passage(0, 0, sample.text, sample.heading, sample.before)

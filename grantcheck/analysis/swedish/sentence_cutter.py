"""A pipeline component that cuts sentences by rules and, where a full stop may be missing, by learnt weights."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import cast

import numpy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from grantcheck.domain.sentences import sentence_spans

from .open_places import is_open, signs_of

FACTORY = "grantcheck_sentences"
BIAS = "bias"
_BEGINS, _GOES_ON, _UNTOLD = 1, -1, 0  # as spaCy codes them
_WEIGHTS = "sentence_ends.tsv"


@Language.component(FACTORY)
def cut_sentences(doc: Doc) -> Doc:
    """Mark where sentences begin. Stands behind the tagger; without parts of speech the parser has the open places."""
    decided = doc.has_annotation("POS")
    starts = starts_of(doc, _weights()) if decided else sure_starts(doc)
    marks = [_BEGINS if token.i in starts else _GOES_ON if decided or not is_open(token) else _UNTOLD for token in doc]
    return doc.from_array(["SENT_START"], cast(Ints2d, numpy.array(marks, dtype=numpy.int64).astype(numpy.uint64)))


def starts_of(doc: Doc, weights: Mapping[str, float]) -> frozenset[int]:
    """Return the tokens that begin a sentence, by rule or by the weights of the signs at open places."""
    sure = sure_starts(doc)
    stretches = pairwise([*sorted(sure), len(doc)])
    return sure.union(*(_cuts(doc, start, end, weights) for start, end in stretches))


def _cuts(doc: Doc, start: int, end: int, weights: Mapping[str, float]) -> Iterator[int]:
    for at in range(start + 1, end):
        if is_open(doc[at]) and weights[BIAS] + sum(weights.get(sign, 0) for sign in signs_of(doc[at], start, end)) > 0:
            yield at
            start = at


def sure_starts(doc: Doc) -> frozenset[int]:
    """Return the tokens that begin a sentence by rule: a line end always ends one."""
    starts = frozenset(_starts_in(doc.text))
    return frozenset(token.i for token in doc if token.i == 0 or token.idx in starts)


def _starts_in(text: str) -> Iterator[int]:
    offset = 0
    for line in text.splitlines(keepends=True):
        yield from (offset + start for start, _ in sentence_spans(line))
        offset += len(line)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    """Read how much each sign speaks for a sentence end, above zero, or against it."""
    rows = files(__package__).joinpath(_WEIGHTS).read_text(encoding="utf-8").splitlines()
    return {sign: float(weight) for sign, weight in (row.split("\t") for row in rows)}

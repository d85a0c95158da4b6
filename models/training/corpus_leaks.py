"""Finds what the test part of the corpus shares with the part that is learnt from."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .corpus import AnnotatedReport, Sample
from .corpus_form import Remark

FEWEST_WORDS = 6
"""Shorter sentences are alike by chance."""

NEAR = 0.75
"""Two sentences share this much of their runs of letters when one was made from the other."""

RUN_OF_WORDS, RUN_OF_LETTERS = 3, 5
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The reports of one part of the corpus, with all their sentences and the clauses."""

    reports: Sequence[AnnotatedReport]
    sentences: Sequence[Sample]
    clauses: Sequence[Sample]


def leaks(learnt: Part, test: Part) -> Iterator[Remark]:
    """Yield what stands in both parts: associations, reports, pairs and sentences.

    A near-duplicate of evidence or of a clause is grave; one that teaches nothing, such as two lists of board members,
    is a warning. No remark quotes the test part, nor what is nearly the same.
    """
    yield from _shared(learnt, test)
    index = Index([*learnt.sentences, *learnt.clauses])
    for sample in [*test.sentences, *test.clauses]:
        if (twin := index.nearest(sample.text)) is not None:
            grave = _teaches(sample) or _teaches(twin)
            yield Remark(sample.group, f"{_told(sample)} nearly as in {twin.group}", grave=grave)


def _teaches(sample: Sample) -> bool:
    return bool(sample.labels) or sample.source != "report"


def _told(sample: Sample) -> str:
    """Return what the sample is evidence of, for those who must not read it."""
    return ", ".join(sorted({label.criterion for label in sample.labels})) or "a sentence without a label"


def _shared(learnt: Part, test: Part) -> Iterator[Remark]:
    names = {report.association.casefold(): report.id for report in learnt.reports}
    for report in test.reports:
        if other := names.get(report.association.casefold()):
            yield Remark(report.id, f"its association is that of {other} too")
    groups = {item.group for item in [*learnt.sentences, *learnt.clauses]}
    for group in sorted(groups & {item.group for item in [*test.sentences, *test.clauses]}):
        yield Remark(group, "stands in both parts")


class Index:
    """Sentences by their runs of words, to find the one that another was made from."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self._samples = samples
        self._words = [masked(sample.text) for sample in samples]
        self._places: dict[Words, list[int]] = {}
        for place, words in enumerate(self._words):
            if len(words) >= FEWEST_WORDS:
                for run in _runs(words):
                    self._places.setdefault(run, []).append(place)

    def nearest(self, text: str) -> Sample | None:
        """Return the sentence most like the text, None where none is nearly the same."""
        words = masked(text)
        if len(words) < FEWEST_WORDS:
            return None
        near = Counter(place for run in _runs(words) for place in self._places.get(run, ()))
        likeness = {place: alike(words, self._words[place]) for place in near}
        best = max(likeness, key=likeness.__getitem__, default=None)
        return self._samples[best] if best is not None and likeness[best] >= NEAR else None


def masked(text: str) -> Words:
    """Return the words in small letters, with numbers and names made alike."""
    words: list[str] = re.findall(r"\w+", text)
    return tuple(_masked(word, first=place == 0) for place, word in enumerate(words))


def _masked(word: str, *, first: bool) -> str:
    if word[0].isdigit():
        return "0"
    return "N" if word[0].isupper() and not first else word.lower()


def alike(one: Words, other: Words) -> float:
    """Return how much of their runs of letters two sentences share, from 0 to 1."""
    ours, theirs = _letters(one), _letters(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 1.0


def _runs(words: Words) -> set[Words]:
    return {words[start : start + RUN_OF_WORDS] for start in range(len(words) - RUN_OF_WORDS + 1)}


def _letters(words: Words) -> set[str]:
    text = " ".join(words)
    return {text[start : start + RUN_OF_LETTERS] for start in range(len(text) - RUN_OF_LETTERS + 1)}

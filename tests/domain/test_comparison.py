"""Two reports of one association side by side: every sentence is kept, changed, new or gone, and nothing else."""

from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.domain.comparison import Change, Part, aligned, differences
from grantcheck.domain.wording import plain_words

WORDS = ("vi", "ledarna", "har", "gått", "kurs", "om", "mobbning", "i", "Karlstad", "12", "mars", "och", "alla", "kom")
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
REPORT = st.lists(SENTENCE, max_size=12)


def changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return each pair as (change, old words, new words), sorted."""
    return sorted(
        (
            pair.change.value,
            "" if pair.old is None else " ".join(plain_words(old[pair.old])),
            "" if pair.new is None else " ".join(plain_words(new[pair.new])),
        )
        for pair in aligned(old, new)
    )


@given(REPORT, REPORT)
def test_every_sentence_of_both_reports_stands_in_one_pair(old: list[str], new: list[str]) -> None:
    pairs = aligned(old, new)

    assert sorted(pair.old for pair in pairs if pair.old is not None) == list(range(len(old)))
    assert sorted(pair.new for pair in pairs if pair.new is not None) == list(range(len(new)))
    for pair in pairs:
        assert (pair.old is None) == (pair.change is Change.NEW)
        assert (pair.new is None) == (pair.change is Change.GONE)


@given(REPORT)
def test_the_same_report_is_kept_whole(report: list[str]) -> None:
    assert [pair.change for pair in aligned(report, report)] == [Change.KEPT] * len(report)


@given(REPORT, REPORT, st.randoms(use_true_random=False))
def test_the_order_of_sentences_does_not_matter(old: list[str], new: list[str], chance: Random) -> None:
    mixed_old, mixed_new = old[:], new[:]
    chance.shuffle(mixed_old)
    chance.shuffle(mixed_new)

    assert changes(mixed_old, mixed_new) == changes(old, new)


@given(REPORT, REPORT)
def test_what_is_new_one_way_is_gone_the_other_way(old: list[str], new: list[str]) -> None:
    there = Counter(pair.change for pair in aligned(old, new))
    back = Counter(pair.change for pair in aligned(new, old))

    assert there[Change.KEPT] == back[Change.KEPT]
    assert there[Change.NEW] - there[Change.GONE] == back[Change.GONE] - back[Change.NEW]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("Alla ledare har gått kursen.", "– Alla ledare har gått kursen!", Change.KEPT),
        ("Årsmötet hölls den 12 mars 2024.", "Årsmötet hölls den 9 mars 2025.", Change.CHANGED),
        ("Ordförande har varit Alva Berg.", "Ordförande har varit Bo Dal.", Change.CHANGED),
        (
            "Under året har sju personer sjungit till halverad avgift.",
            "Under året har nio personer sjungit till halverad avgift, och två gratis.",
            Change.CHANGED,
        ),
        ("Alva Berg", "Bo Dal", Change.NEW),
        ("Vi har haft elva möten.", "Ingen ska behöva sitta själv på läktaren.", Change.NEW),
    ],
)
def test_a_sentence_is_kept_changed_or_new(old: str, new: str, change: Change) -> None:
    assert aligned([old], [new])[0].change is change


def test_a_sentence_that_stands_twice_now_is_kept_once_and_new_once() -> None:
    told = "Alla ledare har gått kursen."

    found = [pair.change for pair in aligned([told], [told, told])]

    assert found == [Change.KEPT, Change.NEW]


@given(SENTENCE, SENTENCE)
def test_the_parts_of_a_changed_sentence_make_the_sentence(old: str, new: str) -> None:
    before, after = differences(old, new)

    assert " ".join(part.text for part in before) == old
    assert " ".join(part.text for part in after) == new
    assert [part.text for part in before if not part.differs] == [part.text for part in after if not part.differs]


def test_the_words_that_differ_are_told() -> None:
    before, after = differences("Två ledare gick kursen.", "Alla våra ledare gick kursen.")

    assert before == (Part("Två", True), Part("ledare gick kursen.", False))
    assert after == (Part("Alla våra", True), Part("ledare gick kursen.", False))

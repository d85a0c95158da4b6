"""On a corpus made by code the reading agrees with what is known to stand there."""

from statistics import mean

import pytest

from .corpus.documents import Made, documents
from .corpus.evaluation import Score, ours, score

SEEDS = (1, 2)


@pytest.fixture(scope="module")
def scored() -> list[tuple[Made, Score]]:
    return [(made, score(made, ours(made.content))) for made in documents(SEEDS)]


def test_the_corpus_has_sixty_documents(scored: list[tuple[Made, Score]]) -> None:
    assert len(scored) >= 60


@pytest.mark.parametrize(("columns", "least"), [(1, 0.98), (2, 0.97), (3, 0.97)])
def test_the_text_is_like_the_truth(scored: list[tuple[Made, Score]], columns: int, least: float) -> None:
    assert mean(found.likeness for made, found in scored if made.columns == columns) >= least


def test_paragraphs_come_in_the_order_of_reading(scored: list[tuple[Made, Score]]) -> None:
    assert mean(found.order for _, found in scored) >= 0.98


def test_headings_are_found_and_no_others(scored: list[tuple[Made, Score]]) -> None:
    assert mean(found.headings for _, found in scored) >= 0.95


def test_words_broken_at_line_ends_are_whole(scored: list[tuple[Made, Score]]) -> None:
    assert sum(len(made.broken_words) for made, _ in scored) > 60
    assert mean(found.hyphens for made, found in scored if made.broken_words) >= 0.99


def test_paragraphs_are_whole(scored: list[tuple[Made, Score]]) -> None:
    assert mean(found.paragraphs for _, found in scored) >= 0.95

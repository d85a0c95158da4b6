"""Sentences are cut by rules that association prose needs."""

import pytest
import spacy
from spacy.language import Language

from grantcheck.analysis.swedish.sentence_cutter import FACTORY
from grantcheck.analysis.swedish.tokens import teach_tokens


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("sv")
    teach_tokens(pipeline)
    pipeline.add_pipe(FACTORY)
    return pipeline


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Vi tränade. Alla kom!", ["Vi tränade.", "Alla kom!"]),
        ("Vi har t.ex. en plan. Den gäller.", ["Vi har t.ex. en plan.", "Den gäller."]),
        ("Mötet hölls kl. 18.30 den 12.3. i klubbstugan.", ["Mötet hölls kl. 18.30 den 12.3. i klubbstugan."]),
        ("Värdegrund\nVi pratade om den.", ["Värdegrund", "Vi pratade om den."]),
        ("- städning\n- kiosk", ["- städning", "- kiosk"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(nlp: Language, text: str, sentences: list[str]) -> None:
    doc = nlp(text)

    starts = [token.idx for token in doc if token.is_sent_start]
    ends = [*starts[1:], len(text)]

    assert [text[start:end].strip() for start, end in zip(starts, ends, strict=True)] == sentences


def test_a_capital_after_a_small_word_is_left_open_for_the_parser(nlp: Language) -> None:
    doc = nlp("Vi spelade bra Alla var nöjda.")

    assert doc[3].is_sent_start is None
    assert doc[2].is_sent_start is False

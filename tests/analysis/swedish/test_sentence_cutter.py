"""The pipeline cuts sentences by rule, and by learnt weights where a full stop is missing."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from grantcheck.analysis.swedish.open_places import is_open
from grantcheck.analysis.swedish.sentence_cutter import FACTORY, cut_sentences
from grantcheck.analysis.swedish.tokens import teach_tokens


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("sv")
    teach_tokens(pipeline)
    pipeline.add_pipe(FACTORY)
    return pipeline


def tagged(nlp: Language, words: str) -> Doc:
    """Return a document of words written as "Hallen/NOUN är/AUX+ öppen/ADJ", a finite verb with a plus."""
    pairs = [word.rsplit("/", 1) for word in words.split()]
    return Doc(
        nlp.vocab,
        words=[word for word, _ in pairs],
        pos=[pos.removesuffix("+") for _, pos in pairs],
        morphs=["VerbForm=Fin" if pos.endswith("+") else "" for _, pos in pairs],
    )


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Vi tränade. Alla kom!", ["Vi tränade.", "Alla kom!"]),
        ("Vi har t.ex. en plan. Den gäller.", ["Vi har t.ex. en plan.", "Den gäller."]),
        ("Mötet hölls kl. 18.30 den 12.3. i klubbstugan.", ["Mötet hölls kl. 18.30 den 12.3. i klubbstugan."]),
        ("Värdegrund\nVi pratade om den.", ["Värdegrund", "Vi pratade om den."]),
        ("- städning\n- kiosk", ["- städning", "- kiosk"]),
        ("vi städade\ni skogen", ["vi städade", "i skogen"]),
        ("1. Planen\n2. Valen", ["1. Planen", "2. Valen"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(nlp: Language, text: str, sentences: list[str]) -> None:
    doc = nlp(text)

    starts = [token.idx for token in doc if token.is_sent_start]
    ends = [*starts[1:], len(text)]

    assert [text[start:end].strip() for start, end in zip(starts, ends, strict=True)] == sentences


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Vi spelade bra Alla var nöjda.", 3, True),
        ("Vi spelade bra alla gånger.", 3, False),
        ("Vi spelade i 2025 Alla var nöjda.", 4, True),
        ("Fråga: Vad gjorde vi?", 2, True),
        ("Fråga: vad gjorde vi?", 2, False),
        ("Han sa: ”Vi kommer.”", 3, True),
        ("Han kallades ”Bollen” av alla.", 3, False),
        ("Läger – Vi åkte till Hult.", 1, True),
        ("Läger – vi åkte till Hult.", 1, False),
        ("Ledare (Eva) kom.", 2, False),
        ("Lo, Eva och Bo kom.", 2, False),
        ("Falun/Borlänge vann.", 2, False),
    ],
)
def test_only_a_capital_after_a_blank_leaves_a_place_open(
    nlp: Language, text: str, place: int, *, expected: bool
) -> None:
    assert is_open(nlp.make_doc(text)[place]) is expected


def test_without_parts_of_speech_the_open_place_is_left_to_the_parser(nlp: Language) -> None:
    doc = nlp("Vi spelade bra Alla var nöjda.")

    assert doc[3].is_sent_start is None
    assert doc[2].is_sent_start is False


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("Värdegrund/NOUN Vi/PRON pratade/VERB+ om/ADP den/PRON ./PUNCT", [0, 1]),
        ("Vi/PRON pratade/VERB+ med/ADP Eva/PROPN om/ADP den/PRON ./PUNCT", [0]),
        ("Ledare/NOUN och/CCONJ tränare/NOUN Under/ADP året/NOUN slutade/VERB+ två/NUM ./PUNCT", [0, 3]),
        ("Vi/PRON åkte/VERB+ till/ADP Under/PROPN i/ADP Dalarna/PROPN ./PUNCT", [0]),
        ("Vi/PRON spelade/VERB+ bra/ADV Alla/PRON var/AUX+ nöjda/ADJ ./PUNCT", [0, 3]),
        ("Vi/PRON valde/VERB+ ordföranden/NOUN Eva/PROPN Ek/PROPN ./PUNCT", [0]),
        ("Ekonomi/NOUN Årets/NOUN resultat/NOUN blev/VERB+ gott/ADJ ./PUNCT", [0, 1]),
        ("Klubben/NOUN i/ADP Karlstad/PROPN växte/VERB+ ./PUNCT", [0]),
        ("Hon/PRON frågade/VERB+ :/PUNCT Vem/PRON var/AUX+ där/ADV ?/PUNCT", [0, 3]),
        ("Ledare/NOUN :/PUNCT Eva/PROPN Ek/PROPN och/CCONJ Bo/PROPN Alm/PROPN", [0]),
    ],
)
def test_the_words_around_decide_at_an_open_place(nlp: Language, words: str, starts: list[int]) -> None:
    doc = cut_sentences(tagged(nlp, words))

    assert [token.i for token in doc if token.is_sent_start] == starts
    assert all(token.is_sent_start is not None for token in doc)

"""Other names in the sentences that the finder of names learns from."""

import spacy
from hypothesis import given
from hypothesis import strategies as st

from models.recipe.names_variants import (
    Drawer,
    NameLists,
    People,
    Piece,
    Sentence,
    doc_of,
    sentence_of,
    teaches,
    with_variants,
)

LISTS = NameLists(People(("Ulla",), ("Ek",)), (People(("Ada",), ("Moss",)),), ("Lund",), ("Norge",), ("Lima",))
GIVEN_ON = Piece("", ("talade", "i"))
NEWS: Sentence = (Piece("PER", ("Kim", "Berg")), GIVEN_ON, Piece("LOC", ("Boden",)))
GENITIVE: Sentence = (Piece("", ("På",)), Piece("LOC", ("Bodens",)), Piece("", ("gator",)))
SILENT: Sentence = (Piece("", ("Det", "regnade", "hela", "dagen", ".")),)

seeds = st.integers(0, 10_000)


def test_a_document_keeps_words_and_names_on_the_way_to_pieces_and_back() -> None:
    vocab = spacy.blank("sv").vocab

    doc = doc_of(vocab, NEWS)

    assert [(name.text, name.label_) for name in doc.ents] == [("Kim Berg", "PER"), ("Boden", "LOC")]
    assert sentence_of(doc) == NEWS


@given(seed=seeds)
def test_a_variant_changes_names_alone(seed: int) -> None:
    drawer = Drawer([NEWS], LISTS, seed)

    variant = drawer.variant(NEWS)

    assert [piece.kind for piece in variant] == [piece.kind for piece in NEWS]
    assert variant[1] == GIVEN_ON
    assert len(variant[0].words) == 2


@given(seed=seeds)
def test_a_genitive_stays_one(seed: int) -> None:
    drawer = Drawer([NEWS, GENITIVE], LISTS, seed)

    variant = drawer.variant(GENITIVE)

    assert variant[1].words[-1].endswith("s")


def test_names_from_the_lists_are_among_the_variants() -> None:
    drawers = [Drawer([NEWS], LISTS, seed) for seed in range(60)]

    drawn = {piece.words for drawer in drawers for piece in drawer.variant(NEWS) if piece.kind}

    assert {("Ulla", "Ek"), ("Ada", "Moss"), ("Lund",), ("Norge",), ("Lima",)} <= drawn


def test_a_sentence_with_neither_name_nor_capital_teaches_little() -> None:
    assert teaches(NEWS)
    assert teaches((Piece("", ("Så", "sade", "Riksdagen", ".")),))
    assert not teaches(SILENT)


def test_sentences_with_names_come_as_they_are_and_varied() -> None:
    found = list(with_variants([NEWS, SILENT, GENITIVE], LISTS, seed=1))

    assert NEWS in found
    assert GENITIVE in found
    assert sum(any(piece.kind for piece in sentence) for sentence in found) == 4


def test_the_same_seed_gives_the_same_sentences() -> None:
    first, second = (list(with_variants([NEWS, GENITIVE] * 20, LISTS, seed=7)) for _ in range(2))

    assert first == second

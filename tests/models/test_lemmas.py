"""Lemmas of inflected forms, in Talbanken's way."""

import pytest

from grantcheck.analysis.swedish.lemmas.inflection import candidates, parsed, participles
from grantcheck.analysis.swedish.lemmas.irregular import todays
from models.recipe.conllu import Word
from models.recipe.lemmas import Lemmas

TABLE = {"lagen": "lag", "medlemmarna": "medlem", "springer": "springa", "sprungit": "springa", "besök": "besöka"}
PLURAL = "Case=Nom|Definite=Def|Gender=Com|Number=Plur"


def a_word(form: str, upos: str, feats: str = "", xpos: str = "", lemma: str = "") -> Word:
    return Word(form, lemma, upos, xpos, feats, 0, "root", True)


@pytest.mark.parametrize(
    ("form", "upos", "feats", "lemma"),
    [
        ("flickorna", "NOUN", PLURAL, "flicka"),
        ("ledarna", "NOUN", PLURAL, "ledare"),
        ("gångarnas", "NOUN", PLURAL.replace("Nom", "Gen"), "gång"),
        ("rummet", "NOUN", "Case=Nom|Definite=Def|Gender=Neut|Number=Sing", "rum"),
        ("arbetena", "NOUN", "Case=Nom|Definite=Def|Gender=Neut|Number=Plur", "arbete"),
        ("vackra", "ADJ", "Case=Nom|Definite=Ind|Degree=Pos|Number=Plur", "vacker"),
        ("hårt", "ADJ", "Case=Nom|Definite=Ind|Degree=Pos|Gender=Neut|Number=Sing", "hård"),
        ("starkare", "ADJ", "Case=Nom|Degree=Cmp", "stark"),
        ("ordnas", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Pass", "ordna"),
        ("byggdes", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Pass", "bygga"),
        ("trodde", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Act", "tro"),
        ("skrivit", "VERB", "VerbForm=Sup|Voice=Act", "skriva"),
        ("trivs", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", "trivas"),
    ],
)
def test_undoing_the_inflection_finds_the_lemma(form: str, upos: str, feats: str, lemma: str) -> None:
    assert lemma in candidates(form, upos, parsed(feats))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("utvalda", "utvald"), ("valt", "vald"), ("bundna", "bunden"), ("ökat", "ökad"), ("satta", "satt")],
)
def test_a_participles_lemma_is_its_form_for_one_thing(form: str, lemma: str) -> None:
    assert participles(form)[0] == lemma


def test_lemmas_come_from_trees_then_from_forms_and_table_and_else_stay_unknown() -> None:
    lemmas = Lemmas([(a_word("barnen", "NOUN", lemma="barn"),)], [], TABLE)

    singular = "Case=Nom|Definite=Def|Gender=Com|Number=Sing"
    words = [
        a_word("Barnen", "NOUN"),
        a_word("lagen", "NOUN", singular),
        a_word("klubbmedlemmarna", "NOUN", PLURAL),
        a_word("sprungit", "VERB", "VerbForm=Sup|Voice=Act"),
        a_word("besök", "NOUN", "Case=Nom|Definite=Ind|Gender=Neut|Number=Sing"),
        a_word("zzzarna", "NOUN", PLURAL),
        a_word("Karlstads", "PROPN", "Case=Gen", "PM|GEN"),
        a_word("styrelse-", "NOUN", "", "NN|UTR|-|-|SMS"),
    ]

    assert [lemmas.lemma(word) for word in words] == [
        "barn",
        "lag",
        "klubbmedlem",
        "springa",
        "besök",
        "",
        "Karlstad",
        "",
    ]


def test_an_adverb_has_its_adjectives_lemma_in_every_treebank() -> None:
    stark = a_word("stark", "ADJ", lemma="stark")
    other = a_word("starkt", "ADV", "Degree=Pos", lemma="starkt")
    lemmas = Lemmas([(stark,)], [(other,)], {})

    assert lemmas.harmonised((other,))[0].lemma == "stark"


def test_old_infinitives_and_kinship_words_are_written_as_today() -> None:
    assert [todays(lemma) for lemma in ("fråntaga", "moder", "leda")] == ["frånta", "mor", "leda"]

"""Clauses, phrases and labels of the first form are brought to today's shape."""

import pytest

from models.recipe.clauses import retop
from models.recipe.conllu import Tree, Word
from models.recipe.coordination import DECIDED, hang_punctuation, join_parts, part_clauses
from models.recipe.labels import decided_label
from models.recipe.prepositional import rebuild_prepositional

Row = tuple[str, str, str, int, str]


def a_tree(*rows: Row) -> Tree:
    return tuple(Word(form, "", upos, xpos, "", head, label, True) for form, upos, xpos, head, label in rows)


def arcs(tree: Tree) -> list[tuple[int, str]]:
    return [(word.head, word.label.removeprefix(DECIDED)) for word in tree]


def test_a_place_is_the_predicate_over_vara() -> None:
    tree = a_tree(
        ("hon", "PRON", "PN", 2, "nsubj"),
        ("är", "AUX", "VB|PRS|AKT", 0, "root"),
        ("på", "ADP", "PP", 4, "case"),
        ("väg", "NOUN", "NN", 2, "nmod"),
        (".", "PUNCT", "MAD", 2, "punct"),
    )

    assert arcs(retop(tree)) == [(4, "nsubj"), (4, "cop"), (4, "case"), (0, "root"), (4, "punct")]


def test_a_cleft_has_an_expletive_and_its_clause() -> None:
    tree = a_tree(
        ("det", "PRON", "PN", 2, "nsubj"),
        ("var", "AUX", "VB|PRT|AKT", 0, "root"),
        ("hon", "PRON", "PN", 2, "dep"),
        ("som", "PRON", "HP", 5, "nsubj"),
        ("vann", "VERB", "VB|PRT|AKT", 3, "acl:relcl"),
    )

    assert arcs(retop(tree)) == [(3, "expl"), (3, "cop"), (0, "root"), (5, "nsubj"), (3, "acl:cleft")]


def test_a_participle_stands_over_bli() -> None:
    tree = a_tree(
        ("de", "PRON", "PN", 2, "nsubj"),
        ("blev", "AUX", "VB|PRT|AKT", 0, "root"),
        ("valda", "VERB", "PC|PRF", 2, "xcomp"),
    )

    assert arcs(retop(tree)) == [(3, "nsubj"), (3, "aux:pass"), (0, "root")]


def test_the_first_of_two_joined_verbs_is_the_top() -> None:
    tree = a_tree(
        ("vi", "PRON", "PN", 4, "nsubj"),
        ("leker", "VERB", "VB|PRS|AKT", 4, "aux"),
        ("och", "CCONJ", "KN", 4, "cc"),
        ("lär", "VERB", "VB|PRS|AKT", 0, "root"),
        ("mycket", "PRON", "PN", 4, "dobj"),
        (".", "PUNCT", "MAD", 4, "punct"),
    )

    assert arcs(retop(tree)) == [(2, "nsubj"), (0, "root"), (4, "cc"), (2, "conj"), (2, "dobj"), (2, "punct")]


def test_an_answer_hangs_on_its_sentence() -> None:
    tree = a_tree(("Nej", "INTJ", "IN", 0, "root"), ("vi", "PRON", "PN", 3, "nsubj"), ("går", "VERB", "VB", 1, "conj"))

    assert arcs(retop(tree)) == [(3, "discourse"), (3, "nsubj"), (0, "root")]


def test_a_verb_after_a_noun_that_seemed_its_auxiliary_is_a_relative_clause() -> None:
    tree = a_tree(
        ("barn", "NOUN", "NN", 0, "root"),
        ("som", "PRON", "HP", 3, "nsubj"),
        ("leker", "VERB", "VB|PRS|AKT", 1, "aux"),
    )

    assert arcs(retop(tree))[2] == (1, "acl:relcl")


def test_a_conjunction_that_opens_the_sentence_stays_with_its_verb() -> None:
    tree = a_tree(
        ("Men", "CCONJ", "KN", 3, "cc"),
        ("hon", "PRON", "PN", 3, "nsubj"),
        ("kom", "VERB", "VB|PRT|AKT", 0, "root"),
        ("såg", "VERB", "VB|PRT|AKT", 3, "conj"),
    )

    assert arcs(join_parts(tree))[0] == (3, "cc")


def test_adjectives_with_a_comma_are_coordinated() -> None:
    tree = a_tree(
        ("stora", "ADJ", "JJ", 4, "amod"),
        (",", "PUNCT", "MID", 4, "punct"),
        ("tunga", "ADJ", "JJ", 4, "amod"),
        ("hus", "NOUN", "NN", 0, "root"),
    )

    assert arcs(hang_punctuation(join_parts(tree)))[:3] == [(4, "amod"), (3, "punct"), (1, "conj")]


@pytest.mark.parametrize(("label", "apart"), [("nsubj", "parataxis"), ("advmod", "conj")])
def test_a_further_clause_with_its_own_subject_is_parataxis(label: str, apart: str) -> None:
    tree = a_tree(
        ("sjöng", "VERB", "VB|PRT|AKT", 0, "root"),
        (",", "PUNCT", "MID", 1, "punct"),
        ("vi", "PRON", "PN", 4, label),
        ("dansade", "VERB", "VB|PRT|AKT", 1, "conj"),
    )

    assert arcs(part_clauses(tree))[3] == (1, apart)


def test_an_unseen_preposition_of_three_words_governs_its_noun() -> None:
    words = list(
        a_tree(
            ("gick", "VERB", "VB", 0, "root"),
            ("i", "ADP", "PP", 5, "case"),
            ("samband", "NOUN", "NN", 2, "mwe"),
            ("med", "ADP", "PP", 2, "mwe"),
            ("mötet", "NOUN", "NN", 1, "nmod"),
        )
    )

    rebuild_prepositional(words, 1, 4)

    assert arcs(tuple(words)) == [(0, "root"), (3, "case"), (1, "obl"), (5, "case"), (3, "nmod")]


def test_a_preposition_before_att_marks_the_clause_too() -> None:
    words = list(
        a_tree(("för", "ADP", "PP", 3, "mark"), ("att", "SCONJ", "SN", 1, "mwe"), ("vinna", "VERB", "VB", 0, "root"))
    )

    rebuild_prepositional(words, 0, 2)

    assert arcs(tuple(words)) == [(3, "mark"), (3, "mark"), (0, "root")]


def test_an_unseen_adverbial_of_preposition_and_noun_gets_its_tree() -> None:
    words = list(
        a_tree(("gick", "VERB", "VB", 0, "root"), ("i", "ADP", "PP", 1, "advmod"), ("förväg", "NOUN", "NN", 2, "mwe"))
    )

    rebuild_prepositional(words, 1, 3)

    assert arcs(tuple(words)) == [(0, "root"), (3, "case"), (1, "obl")]


@pytest.mark.parametrize(
    ("tree", "place", "label"),
    [
        (a_tree(("vi", "PRON", "PN", 2, "nsubjpass"), ("trivs", "VERB", "VB|PRS|SFO", 0, "root")), 0, "nsubj"),
        (a_tree(("vill", "VERB", "VB|PRS", 0, "root"), ("gå", "VERB", "VB|INF|AKT", 1, "ccomp")), 1, "xcomp"),
        (a_tree(("tror", "VERB", "VB|PRS", 0, "root"), ("går", "VERB", "VB|PRS|AKT", 1, "ccomp")), 1, "ccomp"),
        (
            a_tree(("bra", "ADJ", "JJ", 0, "root"), ("som", "ADP", "KN", 3, "case"), ("vi", "PRON", "PN", 1, "advcl")),
            2,
            "obl",
        ),
        (
            a_tree(
                ("dag", "NOUN", "NN", 3, "nmod"),
                ("är", "AUX", "VB", 3, DECIDED + "cop"),
                ("ledare", "NOUN", "NN", 0, "root"),
            ),
            0,
            "obl",
        ),
        (
            a_tree(("för", "ADP", "PP", 3, "case"), ("att", "PART", "IE", 3, "mark"), ("gå", "VERB", "VB", 0, "root")),
            0,
            "mark",
        ),
        (a_tree(("lever", "VERB", "VB", 0, "root"), ("till", "ADP", "PP", 1, "case")), 1, "obl"),
        (
            a_tree(
                ("utses", "VERB", "VB", 0, "root"),
                ("till", "ADP", "PP", 3, "case"),
                ("ordförande", "NOUN", "NN", 1, "xcomp"),
            ),
            1,
            "mark",
        ),
        (a_tree(("barn", "NOUN", "NN", 0, "root"), ("hus", "NOUN", "NN", 1, "nmod")), 1, ""),
    ],
)
def test_the_tree_around_decides_on_labels(tree: Tree, place: int, label: str) -> None:
    assert decided_label(tree, place) == label

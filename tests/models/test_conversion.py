"""Trees in the first UD form are brought to today's scheme."""

from dataclasses import replace

from models.recipe.conllu import Tree, Word
from models.recipe.conversion import Converter, agreement, with_dots
from models.recipe.coordination import DECIDED, hang_punctuation, join_parts
from models.recipe.participles import Verbs
from models.recipe.phrases import Phrases


def a_tree(*rows: tuple[str, str, int, str]) -> Tree:
    return tuple(Word(form, "", upos, upos, "", head, label, True) for form, upos, head, label in rows)


def heads(tree: Tree) -> list[int]:
    return [word.head for word in tree]


def labels(tree: Tree) -> list[str]:
    return [word.label.removeprefix(DECIDED) for word in tree]


def test_a_conjunction_hangs_on_the_part_it_introduces() -> None:
    tree = a_tree(("barn", "NOUN", 0, "root"), ("och", "CONJ", 1, "cc"), ("unga", "NOUN", 1, "conj"))

    assert heads(join_parts(tree)) == [0, 3, 1]


def test_parts_that_shared_a_head_become_a_coordination() -> None:
    tree = a_tree(
        ("fått", "VERB", 0, "root"),
        ("rösträtt", "NOUN", 1, "dobj"),
        ("och", "CONJ", 1, "cc"),
        ("rättigheter", "NOUN", 1, "dobj"),
    )

    joined = join_parts(tree)

    assert heads(joined) == [0, 1, 4, 2]
    assert labels(joined) == ["root", "dobj", "cc", "conj"]


def test_a_comma_hangs_on_the_later_part() -> None:
    tree = a_tree(("spel", "NOUN", 0, "root"), (",", "PUNCT", 1, "punct"), ("sång", "NOUN", 1, "conj"))

    assert heads(hang_punctuation(tree)) == [0, 3, 1]


def test_labels_are_learnt_from_pairs_and_unknown_ones_are_masked() -> None:
    old = a_tree(("Vi", "PRON", 2, "nsubj"), ("har", "VERB", 0, "root"), ("planer", "NOUN", 2, "dobj"))
    new = tuple(replace(word, label={"dobj": "obj"}.get(word.label, word.label)) for word in old)
    strange = a_tree(("Vi", "PRON", 2, "vocative"), ("har", "VERB", 0, "root"))

    converter = Converter([(old, new)], [], Verbs({}))

    assert labels(converter.convert(old)) == ["nsubj", "root", "obj"]
    assert labels(converter.convert(strange)) == ["", "root"]
    assert agreement([converter.convert(old)], [new]).labelled == 1.0


def test_a_known_phrase_gets_the_shape_of_todays_trees() -> None:
    today = a_tree(("på", "ADP", 2, "case"), ("gott", "ADJ", 3, "obl"), ("mår", "VERB", 0, "root"))
    old = a_tree(("på", "ADP", 3, "advmod"), ("gott", "ADJ", 1, "mwe"), ("mår", "VERB", 0, "root"))

    converted = Converter([(old, today)], [today], Verbs({})).convert(old)

    assert heads(converted) == [2, 3, 0]
    assert labels(converted)[:2] == ["case", "obl"]


def test_a_known_adverbial_below_a_noun_modifies_the_noun() -> None:
    today = a_tree(("på", "ADP", 2, "case"), ("gott", "NOUN", 3, "obl"), ("mår", "VERB", 0, "root"))
    old = a_tree(("barn", "NOUN", 0, "root"), ("på", "ADP", 1, "advmod"), ("gott", "NOUN", 2, "mwe"))

    assert labels(Phrases([today]).unfold(old)) == ["root", "case", "nmod"]


def test_abbreviations_are_written_with_dots() -> None:
    word = Word("t_ex", "", "ADV", "AB|AN", "", 0, "root", True)

    assert with_dots((word,))[0].form == "t.ex."

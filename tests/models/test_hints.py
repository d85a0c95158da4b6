"""A later release's relations are used where the words agree."""

from pathlib import Path

from models.recipe.conllu import Tree, Word
from models.recipe.hints import Hint, aligned, read_hints, with_hints


def a_tree(*rows: tuple[str, int, str]) -> Tree:
    return tuple(Word(form, "", "NOUN", "", "", head, label, True) for form, head, label in rows)


def test_the_words_own_relation_is_read(tmp_path: Path) -> None:
    file = tmp_path / "enhanced.txt"
    file.write_text(
        "sv-ud-train-7\t4\t2:nsubj|1:obl:i\nsv-ud-train-7\t6\t1:obl:i|4:conj:och\nsv-ud-dev-7\t3\t1:obl:i\n"
    )

    assert dict(read_hints(file, "train")) == {7: [Hint(4, 1, "obl", "i"), Hint(6, 4, "conj", "och")]}


def test_a_hint_moves_a_noun_with_its_preposition_and_nothing_else() -> None:
    tree = a_tree(("sjunger", 0, "root"), ("barn", 1, "nsubj"), ("i", 4, "case"), ("skolan", 2, "nmod"))

    moved = with_hints(tree, [Hint(4, 1, "obl", "i"), Hint(2, 4, "obl", "på")])

    assert [(word.head, word.label) for word in moved] == [(0, "root"), (1, "nsubj"), (4, "case"), (1, "obl")]


def test_a_hint_that_would_make_a_circle_is_left() -> None:
    tree = a_tree(("går", 0, "root"), ("i", 3, "case"), ("skola", 1, "obl"), ("barn", 3, "nmod"))

    assert with_hints(tree, [Hint(3, 4, "nmod", "i")]) == tree


def test_numbers_that_fall_behind_are_followed() -> None:
    trees = [a_tree(("går", 0, "root"), (link, 3, "case"), ("hus", 1, "obl")) for link in ("i", "på", "av", "till")]
    hints = {1: [Hint(3, 1, "obl", "på")], 2: [Hint(3, 1, "obl", "av")], 3: [Hint(3, 1, "obl", "till")]}

    assert list(aligned(trees, hints)) == [(), hints[1], hints[2], hints[3]]

"""Coordination and punctuation in the form of UD v2."""

from dataclasses import replace

from .conllu import ROOT, Tree, Word

DECIDED = "="
_SHARED = frozenset("nsubj nsubjpass dobj nmod amod det xcomp acl acl:relcl advcl ccomp advmod nmod:poss".split())

_LATER_PARTS = frozenset({"conj", DECIDED + "conj"})


def join_parts(tree: Tree) -> Tree:
    """Hang each conjunction on the part it introduces, and later parts on the first one, not on their common head."""
    words = list(tree)
    for place, word in enumerate(tree):
        if word.label == "cc" and _has_part_before(words, place):
            _join(words, place)
        elif word.label == "amod":
            _join_adjectives(words, place)
    return tuple(words)


def _has_part_before(words: list[Word], place: int) -> bool:
    """Whether something stands before the conjunction that it may join: not so in "Men hon kom och såg"."""
    head = words[place].head - 1
    return head < place or any(word.head == head + 1 and word.upos != "PUNCT" for word in words[:place])


def _join_adjectives(words: list[Word], place: int) -> None:
    """Hang an adjective after a comma on the first one: "stora , tunga maskiner"."""
    word = words[place]
    before = [at for at in range(place) if words[at].head == word.head and words[at].label == "amod"]
    comma = any(mark.form == "," for mark in words[before[-1] + 1 : place]) if before else False
    if comma and word.upos == "ADJ":
        words[place] = replace(word, head=before[0] + 1, label=DECIDED + "conj")


def part_clauses(tree: Tree) -> Tree:
    """Call a further clause with its own subject and no conjunction parataxis, as today's trees do."""
    return tuple(
        replace(word, label=DECIDED + "parataxis") if _stands_apart(tree, place) else word
        for place, word in enumerate(tree)
    )


def _stands_apart(tree: Tree, place: int) -> bool:
    word = tree[place]
    if word.label != "conj" or word.upos != "VERB" or word.head == ROOT or tree[word.head - 1].upos != "VERB":
        return False
    own = {kid.label.removeprefix(DECIDED) for kid in tree if kid.head == place + 1}
    return own.isdisjoint({"cc", "mark"}) and any(label.startswith("nsubj") for label in own)


def _join(words: list[Word], place: int) -> None:
    part = _marked_part(words, place)
    if part is None:
        part = _shared_part(words, place)
    if part is not None:
        words[place] = replace(words[place], head=part + 1, label=DECIDED + "cc")


def _marked_part(words: list[Word], place: int) -> int | None:
    head = words[place].head
    later = range(place + 1, len(words))
    return next((at for at in later if words[at].head == head and words[at].label == "conj"), None)


def _shared_part(words: list[Word], place: int) -> int | None:
    """Return the part after the conjunction that v1 hung on the common head, made a `conj` of the first part."""
    common = words[place].head
    if common - 1 < place and common != ROOT and words[common - 1].label in _SHARED:
        found = _pair(words, place, words[common - 1].head, range(common - 1, common))
        if found is not None:
            return found
    return _pair(words, place, common, range(place - 1, -1, -1))


def _pair(words: list[Word], place: int, common: int, before: range) -> int | None:
    left = next((at for at in before if words[at].head == common and words[at].label in _SHARED), None)
    right = next((at for at in range(place + 1, len(words)) if words[at].head == common), None)
    if left is None or right is None or not _alike(words[left], words[right]):
        return None
    first = _first_of(words, left, common)
    for later in (left, right):
        if later != first:
            words[later] = replace(words[later], head=first + 1, label=DECIDED + "conj")
    return right


def _alike(left: Word, right: Word) -> bool:
    adjectives = {left.label, right.label} <= {"det", "amod"} and left.upos == right.upos == "ADJ"
    return right.label == left.label or adjectives


def _first_of(words: list[Word], left: int, common: int) -> int:
    """Return the first of several parts joined by commas before the conjunction."""
    for at in range(left - 1, 0, -1):
        if words[at].head != common:
            continue
        comma = any(word.form == "," for word in words[at + 1 : left])
        return at if comma and words[at].label == words[left].label and words[left].upos == words[at].upos else left
    return left


def hang_punctuation(tree: Tree) -> Tree:
    """Hang a mark that stands before a later part of a coordination on that part, as UD v2 does."""
    return tuple(_on_next_part(tree, place) if word.upos == "PUNCT" else word for place, word in enumerate(tree))


def _on_next_part(tree: Tree, place: int) -> Word:
    word = tree[place]
    part = _climb(tree, place + 1, place)
    opens_part = part is not None and tree[part].head - 1 < place and tree[part].label in _LATER_PARTS
    return replace(word, head=part + 1) if opens_part and part is not None else word


def _climb(tree: Tree, at: int, mark: int) -> int | None:
    """Follow the heads from the word after the mark as long as they stay after it; None at the sentence's end."""
    if at >= len(tree):
        return None
    while tree[at].head - 1 > mark:
        at = tree[at].head - 1
    return at

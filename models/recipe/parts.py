"""Parts of speech that the first form's tree decides: auxiliaries, "som", "när", passive participles."""

from .conllu import ROOT, Tree, Word

_BE = frozenset("vara är var varit vore".split())
_BECOME = frozenset("bli blir blev blivit bliva bliver blivs".split())
_MODALS = frozenset(
    "ska skall skulle kan kunde kunna kunnat vill ville vilja velat måste måst bör borde böra bort må måtte "
    "ha har hade haft".split()
)
_NEED_INFINITIVE = frozenset("få får fick fått kommer kom komma kommit".split())
_NOMINAL = ("NN", "PN", "PM")
_HELPS = frozenset({"aux", "auxpass", "cop"})


def decided_upos(tree: Tree, place: int) -> str:
    """Return the part of speech where a rule decides on it, else an empty string."""
    word = tree[place]
    if word.xpos.startswith("VB"):
        return "AUX" if is_auxiliary(tree, place) else "VERB"
    if is_passive_participle(tree, place):
        return "VERB"
    if word.form.lower() == "som" and word.xpos == "KN" and word.label == "mark":
        return "ADP" if compares_with_noun(tree, place) else "SCONJ"
    if word.form.lower() in ("när", "då") and word.xpos == "HA":
        return "ADV" if head_of(tree, place).label == "acl:relcl" else "SCONJ"
    return ""


def is_auxiliary(tree: Tree, place: int) -> bool:
    """Whether a verb helps another word: "vara" unless it has a particle, the modals before their verb."""
    word, form = tree[place], tree[place].form.lower()
    if form in _BE:
        return not any(kid.label == "compound:prt" for kid in children(tree, place))
    if form in _BECOME:
        return any(is_passive_participle(tree, at) for at in range(len(tree)) if tree[at].head == place + 1)
    if form in _NEED_INFINITIVE:
        return word.label in _HELPS and head_of(tree, place).xpos.startswith("VB|INF")
    return word.label in _HELPS and form in _MODALS


def is_passive_participle(tree: Tree, place: int) -> bool:
    """Whether the word is what "bli" was the verb of: "valda" in "de blev valda"."""
    word = tree[place]
    return word.xpos.startswith("PC|PRF") and word.label == "xcomp" and head_of(tree, place).form.lower() in _BECOME


def compares_with_noun(tree: Tree, place: int) -> bool:
    """Whether "som" stands before a noun that the first form took for a clause: "lika goda som männen"."""
    head = head_of(tree, place)
    return head.label == "advcl" and head.xpos.startswith(_NOMINAL)


def head_of(tree: Tree, place: int) -> Word:
    """Return the head, or the word itself where it is the root."""
    head = tree[place].head
    return tree[place if head == ROOT else head - 1]


def children(tree: Tree, place: int) -> list[Word]:
    """Return the words that hang on a word."""
    return [word for word in tree if word.head == place + 1]

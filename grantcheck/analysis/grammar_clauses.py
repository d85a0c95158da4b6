"""Finds the main clauses of a parsed sentence, and the subjects, helping verbs and denials of each."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from .words import grammar_words

WORDS = grammar_words()
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_SHARING_FORMS = frozenset({"Sup", "Inf"})
_QUANTITIES = frozenset({"PRON", "NUM", "DET"})


def main_clauses(doc: Doc) -> list[Token]:
    """Return the head of each main clause: of roots and of what is joined to them.

    After a root without a verb, as the label in "Utbildning: vi har gått kursen", the clauses beside it are those.
    """
    roots = [token for token in doc if token.head == token]
    return [head for root in roots for head in (_with_joined(root) if _is_clause(root) else _beside_label(root))]


def clauses_beside(heads: Iterable[Token]) -> list[Token]:
    """Return the heads of the clauses only set beside those given, as after a comma or a colon."""
    return [each for head in heads for child in head.children if _is_set_beside(child) for each in _with_joined(child)]


def _beside_label(root: Token) -> Iterable[Token]:
    return clauses_beside([root]) or _with_joined(root)


def _with_joined(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ == "conj" and _is_clause(child):
            yield from _with_joined(child)


def _is_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in token.children)


def _is_set_beside(token: Token) -> bool:
    """Whether the clause stands beside the main one, and does not only tell who spoke ("…, sa Anna")."""
    stands_free = token.dep_ == "parataxis" or _follows_colon(token)
    return stands_free and _is_clause(token) and token.lemma_.lower() not in WORDS.saying


def _follows_colon(token: Token) -> bool:
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text == ":"


def helpers(head: Token) -> list[Token]:
    """Return the helping verbs of the clause, and "är" or "var" before its predicate."""
    return [child for child in head.children if child.dep_ in _HELPERS]


def verbs(head: Token) -> list[Token]:
    """Return the verbs that carry the tense of the clause; "har mött" may be read as a main verb with another."""
    had = head.children if head.lemma_.lower() == "ha" else ()
    return [head, *helpers(head), *(child for child in had if child.dep_ == "xcomp" and "Sup" in form(child))]


def form(token: Token) -> str:
    """Return the verb form that the tagger saw, empty where it saw none."""
    return str(token.morph.to_dict().get("VerbForm", ""))


def shared_with(head: Token) -> Token | None:
    """Return the clause whose helping verb this one shares: "vi har inte gått kursen eller visat utdrag"."""
    shares = head.dep_ == "conj" and form(head) in _SHARING_FORMS and not helpers(head)
    turns = any(child.dep_ == "cc" and child.lower_ in WORDS.turning for child in head.children)
    return head.head if shares and not turns else None


def subjects(head: Token) -> list[Token]:
    """Return the subjects of the clause, those beside its helping verb too; of "ingen av ledarna" the leaders."""
    named = [child for verb in verbs(head) for child in verb.children if child.dep_ in SUBJECTS]
    if any(child.lower_ == "sig" for child in named):
        named = [child for child in head.children if child.dep_ == "obj"]
    return [_counted(part) for subject in named for part in (subject, *subject.conjuncts)]


def _counted(subject: Token) -> Token:
    if subject.pos_ not in _QUANTITIES or subject.lower_ in WORDS.own:
        return subject
    return next((child for child in subject.children if child.dep_ == "nmod"), subject)


def is_denied(head: Token) -> bool:
    """Whether the clause says that something is not, by a word of denial or by a verb of failing, but not by both."""
    shared = shared_with(head)
    negated = _is_negated(head) or (shared is not None and _is_negated(shared))
    return negated != _fails(head)


def _is_negated(head: Token) -> bool:
    children = [child for verb in verbs(head) for child in verb.children]
    return any(_denies(child) or _is_nobody(child) or _is_neither(child) for child in children)


def _denies(token: Token) -> bool:
    if token.lower_ not in WORDS.negations:
        return False
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return following not in WORDS.not_only


def _is_nobody(child: Token) -> bool:
    """Whether a subject or object is nobody or nothing: "ingen ledare", "inte en enda ledare"."""
    if child.dep_ not in SUBJECTS | {"obj"}:
        return False
    before = [part for part in child.subtree if part.i <= child.i and part.head in (child, *child.children)]
    return any(part.lower_ in WORDS.nobody or _denies(part) for part in (child, *before))


def _is_neither(child: Token) -> bool:
    return child.lower_ in WORDS.neither or any(part.lower_ in WORDS.neither for part in child.children)


def _fails(head: Token) -> bool:
    words = {child.lower_ for child in head.children}
    verb = head.lemma_.lower()
    return verb in WORDS.failing_verbs or any(f"{verb} {word}" in WORDS.failing_verbs for word in words)

"""What the parse of a sentence says of the one who acts, of denial, of intention and of tense."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.language import Language
from spacy.tokens import Doc, Token

from .words import grammar_words

WORDS = grammar_words()
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
NEEDED = (
    "tok2vec", "tagger", "morphologizer", "attribute_ruler", "lemmatizer", "grantcheck_lemmas", "grantcheck_sentences",
    "parser",
)  # fmt: skip


class Actor(StrEnum):
    """Who acts: the association's own people, somebody else, or the sentence does not say."""

    OWN = "own"
    OTHER = "other"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Grammar:
    """`denied` and `intended` hold only where all main clauses are so; `past` where one tells of what was done."""

    actor: Actor
    denied: bool
    intended: bool
    past: bool


def read_grammar(language: Language, texts: Sequence[str]) -> list[Grammar]:
    """Parse the sentences and return the grammar of each."""
    with language.select_pipes(enable=[name for name in NEEDED if name in language.pipe_names]):
        return [_grammar(doc) for doc in language.pipe(texts)]


def _grammar(doc: Doc) -> Grammar:
    heads = list(_clause_heads(doc))
    return Grammar(
        actor=_actor(heads),
        denied=bool(heads) and all(_is_denied(head) for head in heads),
        intended=bool(heads) and all(_is_intended(head) for head in heads),
        past=any(_is_past(head) for head in heads),
    )


def _clause_heads(doc: Doc) -> Iterator[Token]:
    for root in (token for token in doc if token.head == token):
        yield root
        yield from (child for child in root.children if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"))


def _actor(heads: Sequence[Token]) -> Actor:
    subjects = [
        subject
        for head in heads
        for child in head.children
        if child.dep_ in SUBJECTS
        for subject in (child, *child.conjuncts)
    ]
    if any(_names(subject, WORDS.own) for subject in subjects):
        return Actor.OWN
    if subjects and all(_names(subject, WORDS.others) for subject in subjects):
        return Actor.OTHER
    return Actor.UNTOLD


def _names(subject: Token, words: frozenset[str]) -> bool:
    return subject.lemma_.lower() in words or subject.lower_ in words


def _is_denied(head: Token) -> bool:
    return any(_denies(child) for child in head.children) or any(
        child.lower_ in WORDS.nobody or any(part.lower_ in WORDS.nobody for part in child.children)
        for child in head.children
        if child.dep_ in SUBJECTS | {"obj"}
    )


def _denies(child: Token) -> bool:
    if child.lower_ not in WORDS.negations:
        return False
    following = child.doc[child.i + 1].lower_ if child.i + 1 < len(child.doc) else ""
    return following not in WORDS.not_only


def _is_intended(head: Token) -> bool:
    auxiliaries = {child.lower_ for child in head.children if child.dep_ == "aux"}
    return bool(auxiliaries & WORDS.intending_auxiliaries) or head.lemma_.lower() in WORDS.intending_verbs


def _is_past(head: Token) -> bool:
    forms = [head, *(child for child in head.children if child.dep_.startswith("aux"))]
    return any(
        form.morph.to_dict().get("Tense") == "Past" or form.morph.to_dict().get("VerbForm") == "Sup" for form in forms
    )

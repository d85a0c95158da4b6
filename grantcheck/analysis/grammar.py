"""What the parse of a sentence says of the one who acts, of denial, of intention and of tense."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.language import Language
from spacy.tokens import Doc, Token

from .grammar_clauses import WORDS, clauses_beside, form, helpers, is_denied, main_clauses, shared_with, subjects, verbs

_ENDING = re.compile(r"(?:ar|er|or)?(?:na|e?n|e?t)?s?$")
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
    """`denied` and `intended` hold only where all main clauses are so; `past` where one tells of what was done.

    A clause only set beside a main one ("rampen blev inte av, pengarna gick till taket") says nothing of these.
    """

    actor: Actor
    denied: bool
    intended: bool
    past: bool


def read_grammar(language: Language, texts: Sequence[str]) -> list[Grammar]:
    """Parse the sentences and return the grammar of each."""
    with language.select_pipes(enable=[name for name in NEEDED if name in language.pipe_names]):
        return [_grammar(doc) for doc in language.pipe(texts)]


def _grammar(doc: Doc) -> Grammar:
    heads = main_clauses(doc)
    return Grammar(
        actor=_actor(heads),
        denied=bool(heads) and all(is_denied(head) for head in heads),
        intended=bool(heads) and all(_is_intended(head) for head in heads),
        past=any(_is_past(head) for head in heads),
    )


def _actor(heads: Sequence[Token]) -> Actor:
    """Tell who acts; where the main clauses name nobody who does, as in the passive, those beside them may."""
    named = [subject for head in heads for subject in subjects(head)]
    if all(subject.dep_ == "nsubj:pass" for subject in named):
        named += [subject for head in clauses_beside(heads) for subject in subjects(head)]
    told = [_whose(subject) for subject in named]
    if Actor.OWN in told:
        return Actor.OWN
    return Actor.OTHER if told and all(each is Actor.OTHER for each in told) else Actor.UNTOLD


def _whose(subject: Token) -> Actor:
    if _is_others(subject):
        return Actor.OTHER
    if not _is_named(subject, WORDS.own):
        return Actor.UNTOLD
    return Actor.OTHER if any(_is_others(owner) for owner in _owners(subject)) else Actor.OWN


def _owners(subject: Token) -> list[Token]:
    """Return those whose people the subject is: "kommunens ledare", "en ledare från grannklubben"."""
    return [
        child
        for child in subject.children
        if child.dep_ == "nmod:poss" or (child.dep_ == "nmod" and any(part.lower_ == "från" for part in child.children))
    ]


def _is_others(subject: Token) -> bool:
    if _is_named(subject, WORDS.others):
        return True
    is_another = any(child.lower_ in WORDS.another for child in subject.children)
    is_the_second = subject.morph.to_dict().get("Definite") == "Def"
    return is_another and not is_the_second and _is_named(subject, WORDS.associations)


def _is_named(subject: Token, words: frozenset[str]) -> bool:
    """Whether a word of the list, or a compound where the list has "-förbund", is the subject in any form."""
    forms = {subject.lemma_.lower(), subject.lower_, _ENDING.sub("", subject.lower_)}
    tails = tuple(word[1:] for word in words if word.startswith("-"))
    return not forms.isdisjoint(words) or any(form.endswith(tails) for form in forms if tails)


def _is_intended(head: Token) -> bool:
    if (shared := shared_with(head)) is not None:
        return _is_intended(shared)
    auxiliaries = {verb.lower_ for verb in helpers(head)}
    return bool(auxiliaries & WORDS.intending_auxiliaries) or head.lemma_.lower() in WORDS.intending_verbs


def _is_past(head: Token) -> bool:
    return any(verb.morph.to_dict().get("Tense") == "Past" or form(verb) == "Sup" for verb in verbs(head))

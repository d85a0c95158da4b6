"""A pipeline component that cuts sentences cheaply by rules, open only where a full stop may be missing."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from grantcheck.analysis.sentences import sentence_spans

FACTORY = "grantcheck_sentences"


@Language.component(FACTORY)
def cut_sentences(doc: Doc) -> Doc:
    """Mark where sentences begin. A place where only a missing full stop could end one is left to the parser."""
    starts = frozenset(_sentence_starts(doc.text))
    for token in doc:
        if token.i == 0 or token.idx in starts:
            token.is_sent_start = True
        elif not _may_follow_a_missing_stop(token):
            token.is_sent_start = False
    return doc


def _sentence_starts(text: str) -> Iterator[int]:
    """Yield where the sentences of each line begin: a line end always ends one."""
    offset = 0
    for line in text.splitlines(keepends=True):
        yield from (offset + start for start, _ in sentence_spans(line))
        offset += len(line)


def _may_follow_a_missing_stop(token: Token) -> bool:
    before = token.nbor(-1)
    return token.is_title and not token.is_punct and (before.is_lower or before.like_num or before.is_space)

"""Places where a sentence may end without a mark of its own, and the signs that tell whether one does."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

_MARKS = frozenset("'\"”»«“-–—")
_NOT_BEFORE = frozenset("(,;/&+*[-–—.")
_LENGTHS = ((1, "1"), (2, "2"), (3, "3"), (6, "4-6"), (12, "7-12"))


def is_open(token: Token) -> bool:
    """Whether a sentence may begin at the token although no full stop stands before it.

    Only after a blank: at a capital, or at a quotation mark or dash with a capital behind it.
    """
    text = token.text
    if not (text[0].isupper() or (text in _MARKS and _is_before_capital(token))):
        return False
    before = token.nbor(-1)
    return bool(before.whitespace_ or before.is_space) and before.text not in _NOT_BEFORE


def _is_before_capital(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().text[0].isupper()


def signs_of(token: Token, start: int, end: int) -> Iterator[str]:
    """Yield what can be seen at an open place of the stretch from `start` to `end`: words, parts of speech, lengths.

    The words before and behind, whether they belong to names, and whether both sides have a verb of their own.
    """
    doc, at = token.doc, token.i
    before, verb_before, verb_behind = doc[at - 1], _has_verb(doc, start, at), _has_verb(doc, at, end)
    two_before, one, two = _pos(doc, at - 2), _pos(doc, at + 1), _pos(doc, at + 2)
    kind, pos, shape = _kind(before, token), token.pos_, _shape(before)
    yield from (f"kind={kind}", f"kind={kind} {shape}", f"before={before.pos_}", f"at={pos}")
    yield from (f"around={before.pos_} {pos}", f"behind={pos} {one}", f"behind={pos} {one} {two}")
    yield from (f"leading={two_before} {before.pos_}", f"first={doc[start].pos_}", f"shapes={shape} {_shape(token)}")
    yield from (f"verbs={verb_before} {verb_behind} {kind}", f"verb={verb_before} {pos}")
    yield from (f"so far={_length(at - start)} {verb_before}", f"left={_length(end - at)} {verb_behind}")
    yield from (f"so far={_length(at - start)} {shape}", f"word before={before.lower_}", f"word={token.lower_}")
    yield from (f"{name}={_feature(before, name)} {before.pos_}" for name in ("Case", "Definite"))
    yield f"own={_feature(token, 'Case')} {pos}"
    if at + 1 < len(doc):
        yield from (f"next word={doc[at + 1].lower_}", f"next shape={_shape(doc[at + 1])}")


def _kind(before: Token, token: Token) -> str:
    if before.text == ":":
        return "colon"
    return "mark" if token.text in _MARKS else "capital"


def _has_verb(doc: Doc, start: int, end: int) -> bool:
    return any("VerbForm=Fin" in str(token.morph) for token in doc[start:end])


def _feature(token: Token, name: str) -> str:
    return token.morph.to_dict().get(name, "")


def _pos(doc: Doc, at: int) -> str:
    return doc[at].pos_ if 0 <= at < len(doc) else "none"


def _length(words: int) -> str:
    return next((name for most, name in _LENGTHS if words <= most), "13+")


def _shape(token: Token) -> str:
    first = token.text[0]
    if first.isupper():
        return "AA" if token.is_upper and len(token) > 1 else "Aa"
    if first.islower():
        return "aa"
    return "0" if first.isdigit() else first

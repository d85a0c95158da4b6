"""Cuts a block's text into sentences by punctuation, in a way that survives lists, dates and abbreviations."""

import re
from collections.abc import Iterator

ABBREVIATIONS = frozenset(
    (
        "bl.a t.ex d.v.s dvs m.m m.fl o.s.v osv s.k f.d t.o.m fr.o.m tom from ca c:a kl nr st tel resp ev "
        "inkl exkl etc jfr max min ordf vice v sekr kass led mån tis ons tors fre lör sön jan feb mar apr jun "
        "jul aug sep sept okt nov dec adj bl ang forts obs avd sid s p g.n.a p.g.a pga e.d el dyl o.d el.dyl "
        "kap st.f fam red div gm dr prof ing kapt frk hr fru mag fil kr tkr mkr ggr pers"
    ).split()
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?=\s)")
_WORD_BEFORE = re.compile(r"[\w.:]+$")
_OPENERS = "\"'”’»«([*_–-•"


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of the text, without outer blanks."""
    start = 0
    for mark in _END.finditer(text):
        if _ends_sentence(text, start, mark):
            yield from _trimmed(text, start, mark.end())
            start = mark.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _ends_sentence(text: str, start: int, mark: re.Match[str]) -> bool:
    following = text[mark.end() :].lstrip().lstrip(_OPENERS).lstrip()[:1]
    if following.islower():
        return False
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return True
    return not _is_abbreviated(_last_word(text[start : mark.start()]), following)


def _last_word(text: str) -> str:
    found = _WORD_BEFORE.search(text)
    return found.group() if found else ""


def _is_abbreviated(word: str, following: str) -> bool:
    """Whether the full stop after the word belongs to it: an initial, an abbreviation or a number."""
    if word.lower() in ABBREVIATIONS:
        return following.isdigit() or not following.isupper() or word.lower() not in _ENDING_ABBREVIATIONS
    if len(word) == 1 and word.isupper():
        return True
    return word.isdigit() and len(word) <= 2 and following.isdigit()


_ENDING_ABBREVIATIONS = frozenset(
    ("m.m m.fl osv o.s.v etc e.d o.d dyl el.dyl kr tkr mkr st ggr pers s v led p").split()
)

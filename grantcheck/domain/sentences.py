"""Cuts a text into sentences by punctuation, in a way that survives lists, dates and abbreviations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .document import Block, BlockKind, Document

ENDING_ABBREVIATIONS = frozenset(
    (
        "m.m m.fl m.v osv o.s.v etc e.d o.d dyl el.dyl o.dyl f.n t.v v.v kr tkr mkr st ggr pers s v led p max min tom "
        "from red mån tis ons tors fre lör sön jan feb mar apr jun jul aug sep sept okt nov dec"
    ).split()
)
"""Abbreviations that may close a sentence: before a capital they do."""

ABBREVIATIONS = ENDING_ABBREVIATIONS | frozenset(
    (
        "bl.a t.ex d.v.s dvs s.k f.d t.o.m fr.o.m ca c:a kl nr tel resp ev inkl exkl jfr ordf vice sekr kass adj bl "
        "ang forts obs avd sid g g.n.a p.g.a pga el kap st.f fam div gm dr prof ing kapt frk hr mag fil adv bitr doc "
        "fig f.ö förf gen.sekr kungl lic m.a.o mr mrs ms mt omkr s.a.s suppl tab tekn t.f tf u.p.a v.ordf vol årg övers"
    ).split()
)
_NAMES_SAINTS = "St"
_END = re.compile(r"[.!?…]+[\"'”’»«)\]*_]*(?:\s[\"'”’](?=\s))?(?=\s)")
_WORD_BEFORE = re.compile(r"[\w.:]+$")
_ENUMERATOR = re.compile(r"[\s\"'”’»«(\[*_–•-]*(?:\d{1,2}|[IVX]{1,4}|[a-zåäö])")
_OPENERS = "\"'”’»«([*_–-•"


FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: `text` is `document.blocks[block].text[start:start + len(text)]`."""

    block: int
    start: int
    text: str


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """Return all sentences in reading order, without headings and contents lines."""
    return tuple(
        Sentence(number, start, text)
        for number, block in enumerate(document.blocks)
        if block.kind not in (BlockKind.HEADING, BlockKind.CONTENTS)
        for start, text in sentences_in(block)
    )


def sentences_in(block: Block) -> Iterator[tuple[int, str]]:
    """Yield start and text of each sentence of the block; scraps with fewer than FEWEST_LETTERS letters are none."""
    for start, end in sentence_spans(block.text):
        if sum(map(str.isalpha, block.text[start:end])) >= FEWEST_LETTERS:
            yield start, block.text[start:end]


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
    if _ENUMERATOR.fullmatch(text, start, mark.start()):
        return False
    return not _is_abbreviated(_last_word(text[start : mark.start()]), following)


def _last_word(text: str) -> str:
    found = _WORD_BEFORE.search(text)
    return found.group() if found else ""


def _is_abbreviated(word: str, following: str) -> bool:
    """Whether the full stop after the word belongs to it: an initial, an abbreviation or a number."""
    if word.lower() in ABBREVIATIONS:
        return not following.isupper() or word == _NAMES_SAINTS or word.lower() not in ENDING_ABBREVIATIONS
    if len(word) == 1 and word.isupper():
        return True
    return word.isdigit() and len(word) <= 2 and following.isdigit()

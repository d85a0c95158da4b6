"""What stays of a sentence when it is compared: its words, or its words without what differs between associations."""

import re
from collections.abc import Iterator, Sequence

NAME = "@"
NUMBER = "#"

_TOKEN = re.compile(r"\d[\d.,:/–-]*|[^\W\d_]+(?:[-'’:][^\W\d_]+)*")
_SMALL = "ett en två tre fyra fem sex sju åtta nio".split()
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".split()
_NUMBER_WORDS = frozenset(
    (
        "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton "
        "hundra tusen "
        "januari februari mars april maj juni juli augusti september oktober november december "
        "måndag tisdag onsdag torsdag fredag lördag söndag"
    ).split()
    + [ten + small for ten in _TENS for small in ("", *_SMALL)]
)
"""Written numbers, months and days of the week: what a date or an amount is made of."""

_MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_OF_THE_PERIOD = re.compile(
    rf"\b(?:under (?:hela )?(?:året|perioden|verksamhetsåret|säsongen)|i år|i (?:våras|somras|höstas|vintras)"
    rf"|\d{{1,2}} (?:{_MONTH}))\b"
)
_OF_EVERY_YEAR = re.compile(r"\b(?:var|varje|alltid|brukar)\b")


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words and numbers in small letters, without punctuation: equal for a sentence that was kept."""
    return tuple(token.casefold() for token in _TOKEN.findall(text))


def masked_words(text: str) -> tuple[str, ...]:
    """Return the words in small letters, with each run of names as NAME and of numbers and dates as NUMBER.

    A capital inside the sentence tells a name, and so does one at the beginning when the next word has one too.
    """
    tokens = _TOKEN.findall(text)
    return tuple(_without_runs(_masked(tokens, place) for place in range(len(tokens))))


def unmasked(masked: Sequence[str]) -> tuple[str, ...]:
    """Return the masked words that are words, neither names nor numbers."""
    return tuple(word for word in masked if word not in (NAME, NUMBER))


def tells_of_the_period(text: str) -> bool:
    """Whether the sentence names the period or a day in it, and not what happens every year."""
    words = text.casefold()
    return bool(_OF_THE_PERIOD.search(words)) and not _OF_EVERY_YEAR.search(words)


def _masked(tokens: Sequence[str], place: int) -> str:
    token = tokens[place]
    word = token.casefold()
    if word[0].isdigit() or word in _NUMBER_WORDS:
        return NUMBER
    if _is_capital(token) and (place or _is_capital("".join(tokens[1:2]))):
        return NAME
    return word


def _is_capital(token: str) -> bool:
    return token[:1].isupper()


def _without_runs(words: Iterator[str]) -> Iterator[str]:
    before = ""
    for word in words:
        if word != before or word not in (NAME, NUMBER):
            yield word
        before = word

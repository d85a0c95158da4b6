"""Characters as they should be read: composed letters, no ligatures, real bullets, no invisible signs."""

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2010\u2011" + SOFT_HYPHEN
UNREADABLE = "\ufffd"
BULLETS = frozenset("•‣◦▪▫■□●○–—-*·➢➤►▶✓✔❖◆◇♦\u2043")

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_PRIVATE_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf06f\uf0a8\uf097"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_TABLE = str.maketrans(
    _LIGATURES
    | dict.fromkeys(_PRIVATE_BULLETS, "•")
    | dict.fromkeys(_INVISIBLE, "")
    | dict.fromkeys(_SPACES, " ")
    | {"\u2011": "-", "\u2010": "-"}
)
_SPACING_ACCENTS = {"¨": "\u0308", "˚": "\u030a", "°": "\u030a", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302"}
_CID = re.compile(r"\(cid:\d+\)")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_MARKER = re.compile(r"(?:\d{1,3}|[a-zåäö]|[ivx]{1,4})[.)]|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){1,3}\.?")


def readable(text: str) -> str:
    """Return the text with composed letters, plain spaces and no ligatures; line-end soft hyphens are kept."""
    if text.isascii() and "(" not in text and text.isprintable():
        return text
    plain = _CONTROLS.sub("", _CID.sub(UNREADABLE, text)).translate(_TABLE)
    return unicodedata.normalize("NFC", plain)


def combining(accent: str) -> str | None:
    """Return the combining form of an accent that is drawn by itself, or None when the text is no accent."""
    if len(accent) == 1 and unicodedata.combining(accent):
        return accent
    return _SPACING_ACCENTS.get(accent)


def is_bullet(text: str) -> bool:
    """Whether the text is a sign that begins a list item."""
    return len(text) == 1 and text in BULLETS


def is_marker(text: str) -> bool:
    """Whether the text is a number or letter that begins a list item or heading: `3.`, `b)`, `2.1`."""
    return _MARKER.fullmatch(text.lower()) is not None


def joined(first: str, second: str) -> str | None:
    """Return a word broken over two lines as one, or None when the two are words of their own.

    A hyphen is real when the next part begins with a capital or digit ("RF-SISU"), or is a conjunction, so that the
    first is left open ("barn- och ungdomsverksamhet"). A soft hyphen is never real.
    """
    if first.endswith(SOFT_HYPHEN):
        return first.rstrip(SOFT_HYPHEN) + second
    if len(first) < 2 or first[-1] not in HYPHENS or not first[-2].isalpha() or not second[:1].isalnum():
        return None
    if second.strip(".,;:") in _CONJUNCTIONS:
        return None
    if second[0].islower() and not _keeps_hyphen(first[:-1]):
        return first[:-1] + second
    return first + second


_CONJUNCTIONS = frozenset({"och", "eller", "samt", "men", "respektive", "resp", "till", "kontra"})


def _keeps_hyphen(first: str) -> bool:
    """Whether a hyphen after these letters is spelling: an abbreviation ("SF-finalen") or a hyphen before it too."""
    last = re.split(r"[-/]", first)[-1]
    return (len(last) > 1 and last.isupper()) or len(last) == 1

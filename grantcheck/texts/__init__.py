"""All texts that users read, by key, in Swedish and English; the PO files of each language lie in a folder beside this.

Keys begin with `gc.`. A text missing in English is shown in Swedish.
"""

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

LANGUAGES = ("sv", "en")
_FOLDER = Path(__file__).parent


class UnknownText(KeyError):
    """No catalogue has the key: a fault of ours, never of the user's."""


def text(key: str, language: str = "sv", /, **values: object) -> str:
    """Return the text with its `{blanks}` filled. Raises UnknownText."""
    wording = _catalogue(language).get(key) or _catalogue("sv").get(key)
    if wording is None:
        raise UnknownText(key)
    return wording.format(**values)


def plural(key: str, number: int, language: str = "sv", /, **values: object) -> str:
    """Return `key.one` for the number 1, else `key.many`, with `{n}` and the others filled. Raises UnknownText."""
    return text(f"{key}.{'one' if number == 1 else 'many'}", language, n=number, **values)


def has_text(key: str, language: str = "sv") -> bool:
    """Whether the language's own catalogue has the key; used to mark a Swedish text on an English page."""
    return key in _catalogue(language)


def keys(language: str = "sv") -> frozenset[str]:
    """Return all keys of a language."""
    return frozenset(_catalogue(language))


@cache
def _catalogue(language: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    for path in sorted((_FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id and message.string:
                    entries[str(message.id)] = str(message.string)
    return entries

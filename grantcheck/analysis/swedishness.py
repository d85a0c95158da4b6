"""Tells a Swedish text from others by its commonest words."""

import re

from grantcheck.domain.document import Document

FEWEST_WORDS = 40
LEAST_SHARE = 0.5
_COMMON = {
    "sv": (
        "och att det som en är av för på med den har till inte om ett men vi i var sig från så kan när år ska "
        "efter har vid"
    ).split(),
    "en": (
        "the and of to in is was for that with on as are have has by we our at this from be were not it they which"
    ).split(),
    "no": (
        "og at det som en er av for på med den har til ikke om et men vi i var seg fra så kan når år skal "
        "etter hvor ved"
    ).split(),
    "da": (
        "og at det som en er af for på med den har til ikke om et men vi i var sig fra så kan når år skal "
        "efter hvor ved"
    ).split(),
    "fi": ("ja on ei että se oli hän mutta kun ovat joka myös tai olivat kanssa sekä vuoden vuonna mukaan").split(),
    "de": ("und der die das ist nicht mit den von zu für auf ein eine im wir des dem auch wurde").split(),
    "fr": ("et le la les des est une dans pour que qui pas sur avec nous au du par ont").split(),
    "es": ("y el la los las de que en es una para con por no se del al como nuestro").split(),
}
_WORD = re.compile(r"[^\W\d_]+")


def other_language(document: Document) -> str | None:
    """Return the ISO code of the text's language where it is plainly not Swedish, else None."""
    counts = _counts(document)
    if counts is None:
        return None
    best = max(counts, key=lambda code: counts[code])
    if best == "sv" or counts["sv"] >= LEAST_SHARE * counts[best]:
        return None if best not in ("no", "da") or counts[best] <= 1.2 * counts["sv"] else best
    return best


def is_bilingual(document: Document) -> bool:
    """Whether a good part of a Swedish text is in English."""
    counts = _counts(document)
    return counts is not None and counts["en"] >= LEAST_SHARE / 2 * counts["sv"]


def _counts(document: Document) -> dict[str, int] | None:
    words = [word.lower() for block in document.blocks for word in _WORD.findall(block.text)]
    if len(words) < FEWEST_WORDS:
        return None
    return {code: sum(words.count(word) for word in common) for code, common in _COMMON.items()}

"""Splits Swedish compounds into the words they are made of: likabehandlingsplan = lika + behandling + plan."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from math import log

_LEXICON = "compound_words.tsv"
_SHORTEST = 3
_SHORT_WORD = "år"
_PREFIXES = frozenset({"anti", "icke", "multi", "super"})
_ENDINGS = (
    "arna", "erna", "orna", "ande", "ade", "are", "ens", "ets", "nas",
    "ar", "er", "or", "en", "et", "na", "s", "n", "t", "r",
)  # fmt: skip
_VOWEL_ENDINGS = ("a", "e")
_IRREGULAR = {
    "föräldra": "förälder", "rättvise": "rättvisa", "mödra": "moder", "familje": "familj", "barna": "barn",
    "kläd": "kläder", "olycks": "olycka",
}  # fmt: skip
_LONGEST_WORD = 60


def compound_parts(word: str) -> tuple[str, ...]:
    """Return the parts of a word in lower case: base forms, the last one as it is written; a simple word is one part.

    The joining s and changed vowels are taken away: `kvinnojour` gives kvinna + jour, `ungdoms-` gives ungdom.
    Hyphens always split. Give a lemma to get the last part as a lemma.
    """
    pieces = [piece for piece in word.lower().split("-") if piece]
    if not pieces:
        return (word.lower(),)
    open_end = word.endswith("-")
    parts = [part for piece in pieces for part in _parts_of(piece)]
    return (*parts[:-1], _base(parts[-1])) if open_end else tuple(parts)


@lru_cache(maxsize=50_000)
def _parts_of(word: str) -> tuple[str, ...]:
    if not word.isalpha() or len(word) < 2 * _SHORTEST or len(word) > _LONGEST_WORD:
        return (word,)
    if _base(word) in _simple_words():
        return (word,)
    best = _best_split(word)
    return tuple(smaller for part in best for smaller in _parts_of(part)) if best else (word,)


def _best_split(word: str) -> tuple[str, ...]:
    """Return the likeliest division, found from the left over all places; empty when there is none."""
    routes: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for end in range(_SHORTEST, len(word) + 1):
        candidates = list(_routes_to(word, end, routes))
        if candidates:
            routes[end] = min(candidates)
    _, parts = routes.get(len(word), (0.0, ()))
    return parts if len(parts) > 1 else ()


def _routes_to(
    word: str, end: int, routes: dict[int, tuple[float, tuple[str, ...]]]
) -> Iterator[tuple[float, tuple[str, ...]]]:
    for start in range(max(0, end - 30), end - len(_SHORT_WORD) + 1):
        if start not in routes or (start, end) == (0, len(word)):
            continue
        cost, parts = routes[start]
        known = _last_part(word[start:]) if end == len(word) else _inner_part(word[start:end], start)
        if known:
            yield cost + known[0], (*parts, known[1])


def _inner_part(piece: str, start: int) -> tuple[float, str] | None:
    if start == 0 and piece in _PREFIXES:
        return 6.0, piece
    base = _joining_forms().get(piece)
    return (_costs()[base], base) if base and len(piece) >= _SHORTEST else None


def _last_part(piece: str) -> tuple[float, str] | None:
    if len(piece) < _SHORTEST and piece != _SHORT_WORD:
        return None
    base = _base(piece)
    cost = _costs().get(base)
    return (cost, piece) if cost is not None else None


def _base(piece: str) -> str:
    """Return the known word that the piece is a form of, or the piece itself."""
    costs = _costs()
    if piece in costs:
        return piece
    for ending in _ENDINGS:
        stem = piece.removesuffix(ending)
        if stem != piece:
            for base in (stem, *(stem + vowel for vowel in _VOWEL_ENDINGS)):
                if base in costs:
                    return base
    return piece


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[int, bool]]:
    """Read the words that compounds are built of: word, count in running text, whether it must stay whole."""
    rows = files(__package__).joinpath(_LEXICON).read_text(encoding="utf-8").splitlines()
    entries = (row.split("\t") for row in rows)
    return {word: (int(count), use == "whole") for word, count, use in entries}


@lru_cache(maxsize=1)
def _costs() -> dict[str, float]:
    total = sum(count for count, _ in _lexicon().values())
    return {word: 2.0 + log(total / count) for word, (count, _) in _lexicon().items()}


@lru_cache(maxsize=1)
def _simple_words() -> frozenset[str]:
    return frozenset(word for word, (_, whole) in _lexicon().items() if whole)


@lru_cache(maxsize=1)
def _joining_forms() -> dict[str, str]:
    """Map each form that a word takes before another to the word; a word's own form wins over a changed one."""
    changed = {
        form: word for word in sorted(_costs(), key=_costs().__getitem__, reverse=True) for form in _changed(word)
    }
    irregular = {form: word for form, word in _IRREGULAR.items() if word in _costs()}
    return changed | irregular | {word: word for word in _costs()}


def _changed(word: str) -> Iterator[str]:
    yield word + "s"
    stem = word[:-1]
    if len(stem) < _SHORTEST:
        return
    if word.endswith("a"):
        yield from (stem, stem + "o", stem + "e", stem + "u")
    if word.endswith("e"):
        yield from (stem, stem + "s")

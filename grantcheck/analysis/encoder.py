"""The costly reading: a small contextual encoder that sees each sentence among its neighbours."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from grantcheck.domain.period import Period

from .odds import together
from .passages import Passage
from .windows import PAD, Cut, Window, windows_of

Floats = NDArray[np.float32]
CRITERIA, KINDS = 7, 10
PIECES_AT_ONCE = 1000
TELLING_PIECES, PIECES_SHARE = 4, 0.5


class Encoder:
    """Made once, read with many times; one thread, so that the same report gives the same numbers."""

    def __init__(self, session: onnxruntime.InferenceSession, cut: Cut) -> None:
        self._session = session
        self._cut = cut

    @classmethod
    def load(cls, folder: Path) -> "Encoder":
        """Read encoder.onnx and pieces.json."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        return cls(session, cutter(Tokenizer.from_file(str(folder / "pieces.json"))))

    def read(self, passages: Sequence[Passage], period: Period, wanted: Collection[int]) -> dict[int, Floats]:
        """Return how likely passages are of each kind for each criterion (7 × 10), by number.

        Read are the windows that hold a wanted passage, with all that stands in them.
        """
        windows = windows_of(passages, period, self._cut)
        asked = [window for window in windows if any(place.sentence in wanted for place in window.places)]
        return {sentence: reading for batch in _batches(asked) for sentence, reading in self._answers(batch)}

    def _answers(self, batch: Sequence[Window]) -> Iterator[tuple[int, Floats]]:
        sentences, pieces = self._session.run(["sentences", "pieces"], inputs_of(batch))
        for window, told, marks in zip(batch, sentences, pieces, strict=True):
            for place, logits in zip(window.places, told, strict=False):
                yield place.sentence, of_sentence(logits, marks[place.first : place.last])


def cutter(tokenizer: Tokenizer) -> Cut:
    """Return a function that cuts a text into pieces with their characters."""

    def cut(text: str) -> list[tuple[int, int, int]]:
        encoding = tokenizer.encode(text, add_special_tokens=False)
        return [(number, start, end) for number, (start, end) in zip(encoding.ids, encoding.offsets, strict=True)]

    return cut


def inputs_of(batch: Sequence[Window]) -> dict[str, NDArray[Any]]:
    """Return windows as the network takes them: ids, members (each piece's share in its sentence's mean) and ends."""
    longest, most = max(len(window.ids) for window in batch), max(len(window.places) for window in batch)
    ids = np.full((len(batch), longest), PAD, np.int64)
    members = np.zeros((len(batch), most, longest), np.float32)
    ends = np.zeros((len(batch), most), np.int64)
    for number, window in enumerate(batch):
        ids[number, : len(window.ids)] = window.ids
        for at, place in enumerate(window.places):
            members[number, at, place.first : place.last] = 1 / max(place.last - place.first, 1)
            ends[number, at] = place.last
    return {"ids": ids, "members": members, "ends": ends}


def _batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    batch: list[Window] = []
    for window in sorted(windows, key=lambda each: len(each.ids)):
        if batch and len(window.ids) * (len(batch) + 1) > PIECES_AT_ONCE:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def of_sentence(sentence: Floats, pieces: Floats) -> Floats:
    """Return what the sentence as a whole and its most telling pieces say together: half a sentence can be evidence."""
    if not len(pieces):
        return _shares(sentence)
    best = np.sort(_shares(pieces), axis=0)[-TELLING_PIECES:]
    return together(_shares(sentence), best.mean(axis=0), PIECES_SHARE)


def _shares(logits: Floats) -> Floats:
    """Return softmax over the classes, without the last, which is "nothing"."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = (powers / powers.sum(axis=-1, keepdims=True))[..., :KINDS]
    return shares

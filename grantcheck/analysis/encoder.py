"""The costly reading: a small contextual encoder that sees each sentence among its neighbours."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from grantcheck.domain.period import Period

from .passages import Passage
from .windows import PAD, Cut, Window, windows_of

Floats = NDArray[np.float32]
CRITERIA, KINDS = 7, 10
PIECES_AT_ONCE = 1000


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
        """Return how likely the wanted passages are of each kind for each criterion (7 × 10), by number.

        Their neighbours are read as context.
        """
        near = sorted({place + step for place in wanted for step in (-1, 0, 1) if 0 <= place + step < len(passages)})
        windows = windows_of([passages[place] for place in near], period, self._cut)
        return {
            near[sentence]: reading
            for batch in _batches(windows)
            for sentence, reading in self._answers(batch)
            if near[sentence] in wanted
        }

    def _answers(self, batch: Sequence[Window]) -> Iterator[tuple[int, Floats]]:
        (sentences,) = self._session.run(["sentences"], inputs_of(batch))
        for window, told in zip(batch, sentences, strict=True):
            for place, logits in zip(window.places, told, strict=False):
                yield place.sentence, _shares(logits)


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


def _shares(logits: Floats) -> Floats:
    """Return softmax over the classes, without the last, which is "nothing"."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = (powers / powers.sum(axis=-1, keepdims=True))[..., :KINDS]
    return shares

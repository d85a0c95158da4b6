"""Fine-tunes the encoder for a given time: `python -m models.training.encoder.train E5_FILE TEXTS --out FOLDER`."""

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from models.training.corpus import Sample, read_clauses, read_reports, read_samples
from models.training.split import is_dev

from .e5 import read_e5
from .network import KINDS, Reader
from .rows import Row, row_of
from .vocabulary import kept_pieces, tokenizer_of

SEED = 20261124
PIECES_A_BATCH = 1400
QUIET_SHARE = 0.3
RATE, HEAD_RATE = 7e-5, 1e-3
WARM_UP = 0.06
FROZEN_LAYERS = 2
VOCABULARY = 30_000


def main() -> None:
    """Train until the minutes are used up; saves weights, kept pieces and tokenizer after every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("texts", nargs="*", type=Path, help="general Swedish text, for the choice of pieces")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--all", action="store_true", help="learn from the dev part too")
    options = parser.parse_args()
    train(options.encoder, options.texts, options.out, options.minutes * 60, learn_all=options.all)


def train(encoder_file: Path, texts: list[Path], out: Path, seconds: float, *, learn_all: bool) -> None:
    """Train on the training part of corpus and clauses, or on everything."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 -- the order of training rows is no secret
    out.mkdir(parents=True, exist_ok=True)
    samples = read_samples(read_reports()) + read_clauses()
    encoder = read_e5(encoder_file)
    own = [text for sample in samples for text in (sample.heading, sample.text)]
    general = [line for path in texts for line in path.read_text(encoding="utf-8").splitlines()]
    kept = kept_pieces(encoder, own, general, VOCABULARY)
    tokenizer = tokenizer_of([encoder.pieces[number] for number in kept], kept.index(encoder.special["unk"]))
    tokenizer.save(str(out / "pieces.json"))
    np.save(out / "kept.npy", np.array(kept))
    rows = [(sample, row_of(sample, tokenizer)) for sample in samples if learn_all or not is_dev(sample.group)]
    network = Reader(encoder, kept)
    _freeze(network)
    optimizer = _optimizer(network)
    started, epoch = time.monotonic(), 0
    while time.monotonic() - started < seconds:
        losses = [
            _step(network, optimizer, batch, (time.monotonic() - started) / seconds)
            for batch in _batches(_chosen(rows, chance), chance)
            if time.monotonic() - started < seconds
        ]
        epoch += 1
        torch.save(network.state_dict(), out / "weights.pt")
        print(f"epoch {epoch}: loss {np.mean(losses):.4f}, {time.monotonic() - started:.0f} s", flush=True)


def _freeze(network: Reader) -> None:
    for part in (network.word, network.position, network.segment, network.norm, *network.layers[:FROZEN_LAYERS]):
        part.requires_grad_(False)


def _optimizer(network: Reader) -> torch.optim.Optimizer:
    heads = [*network.sentence.parameters(), *network.pieces.parameters()]
    body = [p for layer in network.layers[FROZEN_LAYERS:] for p in layer.parameters()]
    groups = [{"params": body, "rate": RATE}, {"params": heads, "rate": HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _chosen(rows: list[tuple[Sample, Row]], chance: random.Random) -> list[Row]:
    """Return all rows with labels and all clauses, and a new share of the reports' silent sentences."""
    return [
        row
        for sample, row in rows
        if sample.labels or sample.source != "report" or chance.random() < QUIET_SHARE
    ]  # fmt: skip


def _batches(rows: list[Row], chance: random.Random) -> Iterator[list[Row]]:
    """Yield batches of like length in random order, each with about the same number of pieces."""
    ordered = sorted(rows, key=lambda row: len(row.ids) + chance.random() * 6)
    batches: list[list[Row]] = [[]]
    for row in ordered:
        if len(row.ids) * (len(batches[-1]) + 1) > PIECES_A_BATCH and batches[-1]:
            batches.append([])
        batches[-1].append(row)
    chance.shuffle(batches)
    yield from batches


def _step(network: Reader, optimizer: torch.optim.Optimizer, batch: list[Row], done: float) -> float:
    rate = min(done / WARM_UP, (1 - done) / (1 - WARM_UP))
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * max(rate, 0.0)
    network.train()
    loss = loss_of(network, batch)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
    optimizer.step()
    return float(loss.detach())


def loss_of(network: Reader, batch: list[Row]) -> Tensor:
    """Return the loss of sentence and pieces together."""
    ids, own = padded(batch)
    kinds = torch.from_numpy(np.stack([row.kinds for row in batch]))
    known = torch.from_numpy(np.stack([row.known for row in batch]))
    spans = torch.zeros((*ids.shape, known.shape[1]), dtype=torch.long)
    for number, row in enumerate(batch):
        spans[number, row.first : row.first + len(row.spans)] = torch.from_numpy(row.spans)
    sentence, pieces = network(ids, own)
    sentence_loss = nn.functional.binary_cross_entropy_with_logits(sentence, kinds, reduction="none")
    piece_loss = nn.functional.cross_entropy(pieces.reshape(-1, KINDS + 1), spans.reshape(-1), reduction="none")
    counted = own[:, :, None] * known[:, None, :]
    piece_mean = (piece_loss.view(spans.shape) * counted).sum() / counted.sum()
    return (sentence_loss.sum(2) * known).sum() / known.sum() * 3 + piece_mean * 4


def padded(batch: list[Row]) -> tuple[Tensor, Tensor]:
    """Return ids, padded with 1, and which pieces are the sentence's own."""
    longest = max(len(row.ids) for row in batch)
    ids = torch.ones((len(batch), longest), dtype=torch.long)
    own = torch.zeros((len(batch), longest))
    for number, row in enumerate(batch):
        ids[number, : len(row.ids)] = torch.tensor(row.ids)
        own[number, row.first : len(row.ids) - 1] = 1
    return ids, own


if __name__ == "__main__":
    main()

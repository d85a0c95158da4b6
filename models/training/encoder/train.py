"""Fine-tunes the encoder for a given time: `python -m models.training.encoder.train E5_FILE TEXTS --out FOLDER`."""

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from grantcheck.analysis.encoder import cutter, inputs_of
from models.training.corpus import Sample, read_clauses, read_reports, read_samples
from models.training.split import is_dev

from .e5 import E5, read_e5
from .network import CLASSES, CRITERIA, Reader
from .rows import Row, rows_of
from .vocabulary import kept_pieces, tokenizer_of

SEED = 20261124
PIECES_A_BATCH = 1400
QUIET_SHARE = 0.5
PIECE_SHARE = 0.5
RATE, HEAD_RATE = 1e-4, 1e-3
WARM_UP = 0.06
LAYERS, FROZEN_LAYERS = 9, 2
VOCABULARY = 30_000


def main() -> None:
    """Train until the minutes are used up; saves weights, kept pieces and tokenizer after every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("texts", nargs="*", type=Path, help="general Swedish text, for the choice of pieces")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--further", type=Path, help="go on from the weights of this folder")
    options = parser.parse_args()
    train(options.encoder, options.texts, options.out, options.minutes * 60, options.further)


def train(encoder_file: Path, texts: list[Path], out: Path, seconds: float, further: Path | None) -> None:
    """Train on corpus and clauses without the dev part, which judges and from which the thresholds are learnt."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 -- the order of training rows is no secret
    out.mkdir(parents=True, exist_ok=True)
    samples = read_samples(read_reports()) + read_clauses()
    encoder = lowest_layers(encoder_file)
    kept = _kept(encoder, samples, texts, further)
    np.save(out / "kept.npy", np.array(kept))
    tokenizer = tokenizer_of([encoder.pieces[number] for number in kept], kept.index(encoder.special["unk"]))
    tokenizer.save(str(out / "pieces.json"))
    network, cut = _network(encoder, kept, further), cutter(tokenizer)
    learnt = list(rows_of([sample for sample in samples if not is_dev(sample.group)], cut))
    kept_out = list(rows_of([sample for sample in samples if is_dev(sample.group)], cut))
    optimizer = _optimizer(network)
    started, epoch = time.monotonic(), 0
    while (used := time.monotonic() - started) < seconds:
        losses = _epoch(network, optimizer, _batches(_chosen(learnt, chance), chance), started, seconds)
        epoch += 1
        torch.save(network.state_dict(), out / "weights.pt")
        print(
            f"epoch {epoch}: loss {np.mean(losses):.4f}, kept out {mean_loss(network, kept_out):.4f}, {used:.0f} s",
            flush=True,
        )


def lowest_layers(encoder_file: Path) -> E5:
    """Return the encoder without its highest layers, which serve likeness of whole texts and cost time."""
    return replace(read_e5(encoder_file), layers=LAYERS)


def _kept(encoder: E5, samples: list[Sample], texts: list[Path], further: Path | None) -> list[int]:
    """Return the pieces to keep: those of the earlier training, or those that our and general texts use."""
    if further:
        return [int(number) for number in np.load(further / "kept.npy")]
    own = [text for sample in samples for text in (sample.heading, sample.text)]
    general = [line for path in texts for line in path.read_text(encoding="utf-8").splitlines()]
    return kept_pieces(encoder, own, general, VOCABULARY)


def _network(encoder: E5, kept: list[int], further: Path | None) -> Reader:
    network = Reader(encoder, kept)
    if further:
        network.load_state_dict(torch.load(further / "weights.pt", weights_only=True))
    _freeze(network)
    return network


def _freeze(network: Reader) -> None:
    for part in (network.word, network.position, network.segment, network.norm, *network.layers[:FROZEN_LAYERS]):
        part.requires_grad_(False)


def _optimizer(network: Reader) -> torch.optim.Optimizer:
    heads = [*network.sentence.parameters(), *network.pieces.parameters()]
    body = [p for layer in network.layers[FROZEN_LAYERS:] for p in layer.parameters()]
    groups = [{"params": body, "rate": RATE}, {"params": heads, "rate": HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _chosen(rows: list[Row], chance: random.Random) -> list[Row]:
    """Return all windows with labels and a new share of the silent ones."""
    return [row for row in rows if not row.silent or chance.random() < QUIET_SHARE]


def _batches(rows: list[Row], chance: random.Random) -> Iterator[list[Row]]:
    """Yield batches of like length in random order, each with about the same number of pieces."""
    ordered = sorted(rows, key=lambda row: len(row.window.ids) + chance.random() * 6)
    batches: list[list[Row]] = [[]]
    for row in ordered:
        if len(row.window.ids) * (len(batches[-1]) + 1) > PIECES_A_BATCH and batches[-1]:
            batches.append([])
        batches[-1].append(row)
    chance.shuffle(batches)
    yield from batches


def _epoch(
    network: Reader, optimizer: torch.optim.Optimizer, batches: Iterator[list[Row]], started: float, seconds: float
) -> list[float]:
    network.train()
    losses = []
    for batch in batches:
        done = (time.monotonic() - started) / seconds
        if done >= 1:
            break
        losses.append(_step(network, optimizer, batch, done))
    return losses


def _step(network: Reader, optimizer: torch.optim.Optimizer, batch: list[Row], done: float) -> float:
    rate = min(done / WARM_UP, (1 - done) / (1 - WARM_UP))
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * max(rate, 0.0)
    loss = loss_of(network, batch)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
    optimizer.step()
    return float(loss.detach())


def loss_of(network: Reader, batch: list[Row]) -> Tensor:
    """Return the loss of sentences and pieces together, summed over the criteria."""
    ids, members, ends = padded(batch)
    kinds = torch.from_numpy(np.concatenate([row.kinds for row in batch]))
    known = torch.from_numpy(np.concatenate([row.known for row in batch]))
    spans = torch.full((*ids.shape, CRITERIA), -1, dtype=torch.long)
    for number, row in enumerate(batch):
        spans[number, : len(row.spans)] = torch.from_numpy(row.spans)
    sentences, pieces = network(ids, members, ends)
    answers = nn.functional.log_softmax(sentences[members.sum(2) > 0], dim=2)
    sentence_loss = -(kinds * answers).sum(2)
    piece_loss = nn.functional.cross_entropy(pieces.reshape(-1, CLASSES), spans.reshape(-1), ignore_index=-1)
    return CRITERIA * ((sentence_loss * known).sum() / known.sum() + PIECE_SHARE * piece_loss)


def padded(batch: list[Row]) -> tuple[Tensor, Tensor, Tensor]:
    """Return what the network reads: ids, members and ends."""
    inputs = inputs_of([row.window for row in batch])
    ids, members, ends = (torch.from_numpy(inputs[name]) for name in ("ids", "members", "ends"))
    return ids, members, ends


@torch.no_grad()
def mean_loss(network: Reader, rows: list[Row]) -> float:
    """Return the mean loss of rows that are only read."""
    network.eval()
    batches = list(_batches(rows, random.Random(SEED)))  # noqa: S311
    return float(np.mean([float(loss_of(network, batch)) for batch in batches]))


if __name__ == "__main__":
    main()

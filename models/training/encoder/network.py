"""The encoder as a network: twelve layers, and two heads that name criterion and kind of sentence and of each piece."""

import torch
from torch import Tensor, nn

from .e5 import E5

CRITERIA, KINDS = 7, 10


class Layer(nn.Module):
    """One layer of self-attention and feed-forward, normalised after each (BERT)."""

    def __init__(self, hidden: int, heads: int, inner: int, eps: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.fi, self.fo = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.aln, self.oln = nn.LayerNorm(hidden, eps), nn.LayerNorm(hidden, eps)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, shut: Tensor) -> Tensor:
        """`x`: batch × pieces × hidden; `shut`: minus infinity on padding, batch × 1 × 1 × pieces."""
        batch, length, hidden = x.shape
        size = hidden // self.heads
        q, k, v = (m(x).view(batch, length, self.heads, size).transpose(1, 2) for m in (self.q, self.k, self.v))
        weights = torch.softmax(q @ k.transpose(2, 3) / size**0.5 + shut, dim=-1)
        seen = (self.dropout(weights) @ v).transpose(1, 2).reshape(batch, length, hidden)
        x = self.aln(x + self.dropout(self.ao(seen)))
        return self.oln(x + self.dropout(self.fo(nn.functional.gelu(self.fi(x)))))


class Reader(nn.Module):
    """Reads period, heading, sentence before and sentence; answers for the sentence and for each of its pieces."""

    def __init__(self, encoder: E5, kept: list[int], dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(len(kept), encoder.hidden)
        self.position = nn.Embedding(512, encoder.hidden)
        self.segment = nn.Embedding(2, encoder.hidden)
        self.norm = nn.LayerNorm(encoder.hidden, encoder.eps)
        self.layers = nn.ModuleList(
            Layer(encoder.hidden, encoder.heads, encoder.inner, encoder.eps, dropout) for _ in range(encoder.layers)
        )
        self.dropout = nn.Dropout(dropout)
        self.sentence = nn.Linear(2 * encoder.hidden, CRITERIA * KINDS)
        self.pieces = nn.Linear(encoder.hidden, CRITERIA * (KINDS + 1))
        self._take(encoder, kept)

    def forward(self, ids: Tensor, own: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits batch × 7 × 10 of the sentence and batch × pieces × 7 × 11 of the pieces (0 = none).

        `ids` has 1 on padding; `own` is 1 on the pieces of the sentence itself, 0 on its context.
        """
        shut = (ids == 1)[:, None, None, :].to(torch.float32) * -1e4
        places = torch.arange(ids.shape[1])
        x = self.dropout(self.norm(self.word(ids) + self.position(places) + self.segment(torch.zeros_like(ids))))
        for layer in self.layers:
            x = layer(x, shut)
        weight = own.to(torch.float32).unsqueeze(2)
        mean = (x * weight).sum(1) / weight.sum(1).clamp(min=1)
        top = torch.where(weight > 0, x, torch.full_like(x, -1e4)).amax(1)
        sentence = self.sentence(self.dropout(torch.cat([mean, top], dim=1)))
        return (
            sentence.view(-1, CRITERIA, KINDS),
            self.pieces(self.dropout(x)).view(ids.shape[0], ids.shape[1], CRITERIA, KINDS + 1),
        )

    @torch.no_grad()
    def _take(self, encoder: E5, kept: list[int]) -> None:
        tensors = {name: torch.from_numpy(values) for name, values in encoder.tensors.items()}
        self.word.weight.copy_(tensors["emb.word"][kept])
        self.position.weight.copy_(tensors["emb.pos"])
        self.segment.weight.copy_(tensors["emb.type"])
        self.norm.weight.copy_(tensors["emb.ln.w"])
        self.norm.bias.copy_(tensors["emb.ln.b"])
        for number, layer in enumerate(self.layers):
            for name in ("q", "k", "v", "ao", "aln", "fi", "fo", "oln"):
                getattr(layer, name).weight.copy_(tensors[f"l{number}.{name}.w"])
                getattr(layer, name).bias.copy_(tensors[f"l{number}.{name}.b"])

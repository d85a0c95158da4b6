"""The encoder as a network: twelve layers, and two heads that name the kind of each sentence and piece."""

import torch
from torch import Tensor, nn

from .e5 import E5

CRITERIA, CLASSES = 7, 11


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
    """Reads windows; answers for each sentence and for each piece."""

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
        self.sentence = nn.Linear(2 * encoder.hidden, CRITERIA * CLASSES)
        self.pieces = nn.Linear(encoder.hidden, CRITERIA * CLASSES)
        self._take(encoder, kept)

    def forward(self, ids: Tensor, members: Tensor, ends: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits batch × sentences × 7 × 11 and batch × pieces × 7 × 11; the last class is "nothing".

        `ids`: batch × pieces, 1 on padding. `members`: batch × sentences × pieces, the share of each piece in its
        sentence's mean. `ends`: batch × sentences, the piece that ends each sentence.
        """
        shut = (ids == 1)[:, None, None, :].to(torch.float32) * -1e4
        places = torch.arange(ids.shape[1])
        x = self.dropout(self.norm(self.word(ids) + self.position(places) + self.segment(torch.zeros_like(ids))))
        for layer in self.layers:
            x = layer(x, shut)
        closing = torch.gather(x, 1, ends[:, :, None].expand(-1, -1, x.shape[2]))
        sentences = self.sentence(self.dropout(torch.cat([members @ x, closing], dim=2)))
        return (
            sentences.view(*ends.shape, CRITERIA, CLASSES),
            self.pieces(self.dropout(x)).view(*ids.shape, CRITERIA, CLASSES),
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

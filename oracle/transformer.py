"""
The app's Transformer, built from nn.TransformerEncoder and nn.TransformerDecoder, with the app's parameter names.

A norm stands before every part (`norm_first`) and after the last layer; there is no dropout. Letters: B batch, S and T
source and target length with <eos>, d width of a state, h heads, V target vocabulary.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from shape import ModelShape

LEARNED_POSITIONS = 64


class WatchedAttention(nn.MultiheadAttention):
    """nn.MultiheadAttention that keeps the weights of its heads, [B, h, n, m]."""

    weights: Tensor

    def forward(self, *inputs: Tensor, **options: object) -> tuple[Tensor, Tensor]:
        told = {**options, "need_weights": True, "average_attn_weights": False}
        output, self.weights = super().forward(*inputs, **told)
        return output, self.weights


def watched(shape: ModelShape) -> WatchedAttention:
    return WatchedAttention(shape.hiddenSize, shape.head_count, batch_first=True)


def layer_options(shape: ModelShape) -> dict[str, object]:
    d = shape.hiddenSize
    return {
        "d_model": d,
        "nhead": shape.head_count,
        "dim_feedforward": 2 * d,
        "dropout": 0.0,
        "batch_first": True,
        "norm_first": True,
    }


def encoder_layer(shape: ModelShape) -> nn.TransformerEncoderLayer:
    layer = nn.TransformerEncoderLayer(**layer_options(shape))
    layer.self_attn = watched(shape)
    return layer


def decoder_layer(shape: ModelShape) -> nn.TransformerDecoderLayer:
    layer = nn.TransformerDecoderLayer(**layer_options(shape))
    layer.self_attn, layer.multihead_attn = watched(shape), watched(shape)
    return layer


def sinusoids(count: int, d: int) -> Tensor:
    """Sine and cosine in turns (Vaswani et al. 2017, section 3.5). [count, d]"""
    rows = [
        [
            (math.sin if i % 2 == 0 else math.cos)(place / 10000 ** ((i - i % 2) / d))
            for i in range(d)
        ]
        for place in range(count)
    ]
    return torch.tensor(rows, dtype=torch.float64)


class Embedded(nn.Module):
    """The common part of both sides: token vectors with positions, and the layers with a last norm."""

    def __init__(self, shape: ModelShape, tokens: int, layers: list[nn.Module]) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(tokens, shape.hiddenSize)
        if shape.positions == "learned":
            self.positions = nn.Embedding(LEARNED_POSITIONS, shape.hiddenSize)
        self.layers = nn.ModuleList(layers)
        self.norm = nn.LayerNorm(shape.hiddenSize)

    def read(self, ids: Tensor) -> Tensor:
        """ids [B, n] -> [B, n, d]"""
        n = ids.shape[1]
        tokens = self.embedding(ids)
        if self.shape.positions == "learned":
            places = torch.arange(n).clamp(max=LEARNED_POSITIONS - 1)
            return tokens + self.positions(places)
        return tokens + sinusoids(n, self.shape.hiddenSize).to(tokens.dtype)


class Encoder(Embedded):
    def __init__(self, shape: ModelShape) -> None:
        layers = [encoder_layer(shape) for _ in range(shape.layers)]
        super().__init__(shape, shape.sourceTokens, layers)

    def forward(self, source: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """source [B, S], lengths [B] -> states [B, S, d] and the padding, true where there is no token [B, S]"""
        padding = torch.arange(source.shape[1]) >= lengths.unsqueeze(1)
        x = self.read(source)
        for layer in self.layers:
            x = layer(x, src_key_padding_mask=padding)
        return self.norm(x), padding


class Decoder(Embedded):
    def __init__(self, shape: ModelShape) -> None:
        layers = [decoder_layer(shape) for _ in range(shape.layers)]
        super().__init__(shape, shape.targetTokens, layers)
        self.out = nn.Linear(shape.hiddenSize, shape.targetTokens)

    def forward(self, target_in: Tensor, memory: Tensor, padding: Tensor) -> tuple[Tensor, Tensor]:
        """target_in [B, T] -> states after the last norm [B, T, d] and logits [B, T, V]"""
        T = target_in.shape[1]
        future = torch.ones(T, T, dtype=torch.bool).triu(1)  # true: hidden
        x = self.read(target_in)
        for layer in self.layers:
            x = layer(x, memory, tgt_mask=future, memory_key_padding_mask=padding)
        readout = self.norm(x)
        return readout, self.out(readout)


class Transformer(nn.Module):
    def __init__(self, shape: ModelShape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.decoder = Decoder(shape)

    def forward(self, source: Tensor, lengths: Tensor, target_in: Tensor) -> Tensor:
        """The logits of known inputs, [B, T, V]."""
        memory, padding = self.encoder(source, lengths)
        return self.decoder(target_in, memory, padding)[1]

    def decode(self, source: Tensor, lengths: Tensor, first: int, limit: int) -> Tensor:
        """Greedy ids of `limit` steps, which go on after <eos>. [B, limit]"""
        memory, padding = self.encoder(source, lengths)
        ids = torch.full((len(source), 1), first)
        for _ in range(limit):
            _, logits = self.decoder(ids, memory, padding)
            ids = torch.cat([ids, logits[:, -1].argmax(1, keepdim=True)], 1)
        return ids[:, 1:]

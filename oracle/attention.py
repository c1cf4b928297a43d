"""Attention: score each encoder state against a query, softmax over the real tokens, weighted sum."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from shape import ModelShape


@dataclass(frozen=True)
class Attended:
    scores: Tensor  # e(q, h_s), 0 on padding         [B, S]
    weights: Tensor  # softmax over the real tokens    [B, S]
    context: Tensor  # sum_s a_s h_s                   [B, K]


class Attention(nn.Module):
    """Attention with one kind of score e(q, k), which determines the parameters."""

    def __init__(self, shape: ModelShape) -> None:
        super().__init__()
        H, K = shape.hiddenSize, shape.key_size
        self.kind = shape.attention
        if self.kind == "additive":
            self.query = nn.Linear(H, H, bias=False)
        if self.kind in ("additive", "general"):
            self.key = nn.Linear(K, H, bias=False)
        if self.kind == "concat":
            self.concat = nn.Linear(H + K, H, bias=False)
        if self.kind in ("additive", "concat"):
            self.v = nn.Linear(H, 1, bias=False)
        if self.kind == "diagonal":
            self.diagonal = nn.Parameter(torch.empty(H).uniform_(-(H**-0.5), H**-0.5))

    def score(self, query: Tensor, keys: Tensor) -> Tensor:
        """[B, H], [B, S, K] -> [B, S]"""
        q = query.unsqueeze(1)  # [B, 1, H]
        if self.kind == "dot":
            return (q * keys).sum(2)  # q . k
        if self.kind == "general":
            return (q * self.key(keys)).sum(2)  # q . (W k)
        if self.kind == "diagonal":
            return (q * self.diagonal * keys).sum(2)  # q . (d * k)
        if self.kind == "additive":
            return self.v(torch.tanh(self.query(q) + self.key(keys))).squeeze(
                2
            )  # v . tanh(W q + U k)
        if self.kind == "concat":
            both = torch.cat([q.expand(-1, keys.shape[1], -1), keys], 2)  # [B, S, H + K]
            return self.v(torch.tanh(self.concat(both))).squeeze(2)  # v . tanh(Wa [q; k])
        raise ValueError(f"attention: no score function {self.kind!r}")

    def forward(self, query: Tensor, keys: Tensor, mask: Tensor) -> Attended:
        """query [B, H], keys [B, S, K], mask [B, S] true on real tokens"""
        scores = self.score(query, keys)  # [B, S]
        weights = torch.softmax(scores.masked_fill(~mask, -torch.inf), 1)  # [B, S]
        context = torch.bmm(weights.unsqueeze(1), keys).squeeze(1)  # [B, K]
        return Attended(scores.masked_fill(~mask, 0), weights, context)

"""
The inputs of a member's fixtures: weights, a batch and dropout masks. Names are the only seeds.

NumPy guarantees the same numbers from RandomState in every version; PyTorch does not for its generator.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from dropout import Dropped, dropped_from
from members import Member
from model import Seq2Seq
from padding import padded
from shape import ModelShape
from tokens import EOS, SOS, UNK

# Weights are uniform in +-SPREAD of their cell, so that gates and scores differ and are far from saturated: the states
# of an RNN are large, those of an LSTM small. Scores multiply states, so their weights are wider; those of a bridge are
# narrower. All weights are multiples of 1 / GRID, which float32 represents exactly: the app starts from the same ones.
SPREAD = {"rnn": 0.9, "gru": 1.3, "lstm": 1.8}
FACTORS = {"attention": 1.4, "encoder.bridge": 0.5, "encoder.bridge_cell": 0.5}
GRID = 256
DROP = 0.4
SOURCE_LENGTHS = (4, 6, 2)  # not sorted, and not those of the target
TARGET_LENGTHS = (3, 2, 5)


@dataclass(frozen=True)
class Batch:
    source: Tensor  # [B, S]  x1..xm <eos>, in reading order
    source_lengths: Tensor  # [B]  with <eos>
    target_in: Tensor  # [B, T]  <sos> y1..yn
    target_out: Tensor  # [B, T]  y1..yn <eos>
    target_lengths: Tensor  # [B]


def stream(*names: str) -> np.random.RandomState:
    """Random numbers that depend on the names only."""
    return np.random.RandomState(zlib.crc32("/".join(names).encode()))


def spread_of(cell: str, parameter: str) -> float:
    factors = [factor for place, factor in FACTORS.items() if parameter.startswith(f"{place}.")]
    return SPREAD[cell] * (factors[0] if factors else 1)


def draw_parameters(member: str, model: Seq2Seq) -> None:
    """Sets all parameters of a model, each from its own stream."""
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            spread = spread_of(model.shape.cell, name)
            values = stream(member, name).uniform(-spread, spread, tuple(parameter.shape))
            parameter.copy_(torch.from_numpy(np.round(values * GRID) / GRID))


def draw_rows(
    random: np.random.RandomState, tokens: int, lengths: tuple[int, ...]
) -> list[list[int]]:
    """Rows of ids with <eos> last; <unk> may be among them."""
    return [[*random.randint(UNK, tokens, length - 1).tolist(), EOS] for length in lengths]


def draw_batch(member: str, shape: ModelShape) -> Batch:
    random = stream(member, "batch")
    sources = draw_rows(random, shape.sourceTokens, SOURCE_LENGTHS)
    targets = draw_rows(random, shape.targetTokens, TARGET_LENGTHS)
    return Batch(
        source=padded(sources),
        source_lengths=torch.tensor(SOURCE_LENGTHS),
        target_in=padded([[SOS, *row[:-1]] for row in targets]),
        target_out=padded(targets),
        target_lengths=torch.tensor(TARGET_LENGTHS),
    )


def draw_dropped(member: Member, batch: Batch) -> Dropped:
    """Masks for every place of dropout. It is inverted dropout: kept values are scaled by 1 / (1 - p)."""

    def mask(place: str, size: tuple[int, ...]) -> Tensor:
        kept = stream(member.name, place).uniform(size=size) >= DROP
        return torch.from_numpy(kept / (1 - DROP))

    return dropped_from(mask, member.shape, batch.source, batch.target_in)

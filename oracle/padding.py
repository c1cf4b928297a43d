"""Rows of ids as one padded tensor."""

from __future__ import annotations

import torch
from torch import Tensor

from tokens import PAD


def padded(rows: list[list[int]]) -> Tensor:
    """Rows of ids, padded with <pad> to the longest: [B, longest]"""
    longest = max(len(row) for row in rows)
    return torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])


def lengths(rows: list[list[int]]) -> Tensor:
    """[B]"""
    return torch.tensor([len(row) for row in rows])

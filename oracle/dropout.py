"""Dropout with given masks, in the same places as in the app: after each embedding and between the layers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from torch import Tensor

from shape import ModelShape


@dataclass(frozen=True)
class Dropped:
    """The factors of dropout in one forward pass: 0 for dropped values, else 1 / (1 - p)."""

    encoder_embedding: Tensor  # [B, S, E]
    encoder_layers: Tensor  # [B, S, K] between the layers
    decoder_embedding: Tensor  # [B, T, E]
    decoder_layers: Tensor  # [B, T, H] between the layers


def dropped_from(
    mask: Callable[[str, tuple[int, ...]], Tensor],
    shape: ModelShape,
    source: Tensor,
    target: Tensor,
) -> Dropped:
    """Masks for every place, made by a function of place and size. source [B, S], target [B, T]"""
    return Dropped(
        encoder_embedding=mask("encoder.embedding", (*source.shape, shape.embeddingSize)),
        encoder_layers=mask("encoder.layers", (*source.shape, shape.key_size)),
        decoder_embedding=mask("decoder.embedding", (*target.shape, shape.embeddingSize)),
        decoder_layers=mask("decoder.layers", (*target.shape, shape.hiddenSize)),
    )

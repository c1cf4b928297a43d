"""Dropout with given masks, at the places where the app has it: behind each embedding and between the layers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from torch import Tensor

from shape import ModelShape


@dataclass(frozen=True)
class Dropped:
    """What dropout multiplies with in one forward pass: 0 where it drops, else 1 / (1 - p)."""

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
    """Masks for every place, from a function of the place and the mask's size. source [B, S], target [B, T]"""
    return Dropped(
        encoder_embedding=mask("encoder.embedding", (*source.shape, shape.embeddingSize)),
        encoder_layers=mask("encoder.layers", (*source.shape, shape.key_size)),
        decoder_embedding=mask("decoder.embedding", (*target.shape, shape.embeddingSize)),
        decoder_layers=mask("decoder.layers", (*target.shape, shape.hiddenSize)),
    )

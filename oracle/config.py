"""The app's settings: the fields of its Config with their ranges and first values (src/engine/setup/config.ts)."""

from __future__ import annotations

from typing import Any

from shape import (
    ATTENTIONS,
    CELLS,
    DECODER_LAYERS,
    DIRECTIONS,
    HEADS,
    INPUT_FEEDINGS,
    NETWORKS,
    POSITIONS,
    SOURCE_ORDERS,
    TIMINGS,
    TOKEN_INPUTS,
)

Choices = tuple[str, ...]
Range = tuple[float, float, float]  # least, most, step

TASKS: Choices = (
    "reverse",
    "copy",
    "sort",
    "dates",
    "numberWords",
    "numberWordsKorean",
    "hangulLetters",
    "hangulSounds",
    "pigLatin",
    "englishFrench",
    "englishKorean",
    "pairs",
)

FIELDS: dict[str, tuple[Choices | Range, Any]] = {
    "task": (TASKS, "reverse"),
    "shortest": ((1, 20, 1), 3),
    "longest": ((1, 20, 1), 8),
    "symbols": ((4, 52, 1), 26),
    # the model
    "network": (NETWORKS, "recurrent"),
    "heads": (HEADS, "2"),
    "positions": (POSITIONS, "sinusoidal"),
    "cell": (CELLS, "gru"),
    "layers": ((1, 2, 1), 1),
    "decoderLayers": (DECODER_LAYERS, "same"),
    "direction": (DIRECTIONS, "unidirectional"),
    "sourceOrder": (SOURCE_ORDERS, "forward"),
    "tokenInput": (TOKEN_INPUTS, "learned"),
    "attention": (ATTENTIONS, "additive"),
    "timing": (TIMINGS, "bahdanau"),
    "inputFeeding": (INPUT_FEEDINGS, "off"),
    "hiddenSize": ((2, 512, 1), 64),
    "embeddingSize": ((2, 256, 1), 16),
    # its training
    "dropout": ((0, 0.8, 0.05), 0),
    "batchSize": ((8, 128, 8), 64),
    "learningRate": ((0.0001, 0.05, 0.0001), 0.006),
    "clipNorm": ((0.1, 10, 0.1), 1),
    "forcing": ((0, 1, 0.05), 1),
    "schedule": (("constant", "linear", "exponential", "inverseSigmoid"), "constant"),
    "halfLife": ((10, 5000, 10), 300),
    "forcingFloor": ((0, 1, 0.05), 0),
    "coin": (("token", "step", "sequence"), "token"),
    "targetMatch": ((0.5, 1, 0.01), 0.99),
    "maxSteps": ((50, 20000, 50), 1000),
    "patience": ((0, 5000, 50), 500),
    "seed": ((1, 999999, 1), 1),
}

# Settings in earlier files that do not belong to a model: how the shown decode chooses its tokens.
RETIRED = frozenset({"decoding", "beamWidth", "temperature", "sampleSeed"})

DEFAULTS: dict[str, Any] = {name: first for name, (_, first) in FIELDS.items()}


def is_allowed(name: str, value: Any) -> bool:
    """Whether the app has this value of this setting."""
    options, _ = FIELDS[name]
    if isinstance(options[0], str):
        return value in options
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    least, most, step = options
    steps = (value - least) / step
    return least <= value <= most and abs(steps - round(steps)) < 1e-6

"""Model files of the app: float32 parameters with PyTorch's names, everything else in the metadata."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from config import FIELDS, RETIRED, is_allowed
from model import Seq2Seq
from transformer import Transformer
from safetensors_io import Metadata, WrongFile, read_file, write_file
from shape import ADDED, SAME_SIZE_SCORES, ModelShape
from tokens import SPECIAL_TOKENS

FORMAT = "seq2seq-lab 1"


@dataclass(frozen=True)
class SavedModel:
    config: dict[str, Any]  # every field of FIELDS
    source_tokens: list[str]  # text by id, the special tokens first
    target_tokens: list[str]
    steps: int  # updates so far
    parameters: dict[str, Tensor]

    def shape(self) -> ModelShape:
        sizes = {"sourceTokens": len(self.source_tokens), "targetTokens": len(self.target_tokens)}
        return ModelShape.from_json({**self.config, **sizes})

    def model(self) -> Seq2Seq | Transformer:
        """The network in float32; raises WrongFile where the parameters have other names or shapes than it needs."""
        network = Transformer if self.config["network"] == "transformer" else Seq2Seq
        model = network(self.shape())
        try:
            model.load_state_dict(self.parameters, strict=True)
        except RuntimeError as error:
            raise WrongFile(f"The parameters do not fit the configuration: {error}") from error
        return model


def save_model(path: Path, saved: SavedModel) -> None:
    tensors = {name: value.detach().float().numpy() for name, value in saved.parameters.items()}
    metadata = {
        "format": FORMAT,
        "config": json.dumps(saved.config),
        "source_vocabulary": json.dumps(saved.source_tokens, ensure_ascii=False),
        "target_vocabulary": json.dumps(saved.target_tokens, ensure_ascii=False),
        "steps": str(saved.steps),
    }
    write_file(path, tensors, metadata)


def read_model(path: Path) -> SavedModel:
    """Raises WrongFile where the file is not a model of the app."""
    tensors, metadata = read_file(path)
    if metadata.get("format") != FORMAT:
        found = metadata.get("format", "missing")
        raise WrongFile(
            f"The file is not a model of Seq2Seq Lab: its format is {found!r}, not {FORMAT!r}."
        )
    for name, array in tensors.items():
        if array.dtype != np.float32:
            raise WrongFile(f"The tensor {name!r} is {array.dtype}, not float32.")
        if not np.isfinite(array).all():
            raise WrongFile(f"The tensor {name!r} holds values that are not finite.")
    steps = metadata.get("steps", "")
    if not (steps.isascii() and steps.isdigit()):
        raise WrongFile(f"The metadata entry 'steps' is {steps!r}, not a number of updates.")
    return SavedModel(
        config=read_config(metadata),
        source_tokens=read_vocabulary(metadata, "source_vocabulary"),
        target_tokens=read_vocabulary(metadata, "target_vocabulary"),
        steps=int(steps),
        parameters={name: torch.from_numpy(array) for name, array in tensors.items()},
    )


def read_json(metadata: Metadata, entry: str) -> Any:
    if entry not in metadata:
        raise WrongFile(f"The metadata entry {entry!r} is missing.")
    try:
        return json.loads(metadata[entry])
    except (TypeError, ValueError) as error:
        raise WrongFile(f"The metadata entry {entry!r} is not JSON.") from error


def read_config(metadata: Metadata) -> dict[str, Any]:
    config = read_json(metadata, "config")
    if isinstance(config, dict):
        config = {name: value for name, value in config.items() if name not in RETIRED}
        config = {**ADDED, **config}
    if not isinstance(config, dict) or config.keys() != FIELDS.keys():
        raise WrongFile(
            "The metadata entry 'config' does not have exactly the settings of the app."
        )
    for name, value in config.items():
        if not is_allowed(name, value):
            raise WrongFile(f"The setting {name!r} is {value!r}, which the app does not have.")
    if config["network"] == "transformer":
        if config["hiddenSize"] % int(config["heads"]) != 0:
            raise WrongFile("The heads do not share the hidden size evenly.")
        return config
    if config["attention"] in SAME_SIZE_SCORES and config["direction"] == "bidirectional":
        raise WrongFile(f"The score {config['attention']!r} needs query and key of one size.")
    return config


def read_vocabulary(metadata: Metadata, entry: str) -> list[str]:
    tokens = read_json(metadata, entry)
    if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
        raise WrongFile(f"The metadata entry {entry!r} is not a list of texts.")
    if tokens[: len(SPECIAL_TOKENS)] != SPECIAL_TOKENS:
        raise WrongFile(
            f"The metadata entry {entry!r} does not begin with {' '.join(SPECIAL_TOKENS)}."
        )
    if len(set(tokens)) != len(tokens):
        raise WrongFile(f"The metadata entry {entry!r} has a token twice.")
    return tokens

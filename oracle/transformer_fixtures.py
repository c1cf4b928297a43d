"""The fixtures of the Transformers: weights, one batch, and all results of PyTorch, in float64."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from drawn import GRID, Batch, draw_batch, stream
from fixtures import LEARNING_RATE, Named, adam_step, copied
from members import SMALL
from model import mean_cross_entropy
from safetensors_io import Metadata, Tensors
from shape import ModelShape
from transformer import Transformer

PATH = Path(__file__).parent / "transformers.safetensors"
SPREAD = 0.8  # of the weights; those of a norm lie around 1


@dataclass(frozen=True)
class Member:
    name: str  # the seed of its weights and batch
    shape: ModelShape


def member(layers: int, heads: str, positions: str) -> Member:
    fixed = {"attention": "dot", "timing": "luong", "network": "transformer"}
    shape = replace(SMALL, **fixed, layers=layers, heads=heads, positions=positions, embeddingSize=4)
    return Member(f"transformer-{layers}layer-{heads}heads-{positions}", shape)


MEMBERS = [
    member(layers, heads, positions)
    for layers in (1, 2)
    for heads, positions in (("1", "sinusoidal"), ("2", "learned"), ("4", "sinusoidal"))
]


def built(each: Member) -> Transformer:
    """The member's model with its weights, in float64."""
    model = Transformer(each.shape).double()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            drawn = stream(each.name, name).uniform(-SPREAD, SPREAD, tuple(parameter.shape))
            around = 1 if "norm" in name and name.endswith("weight") else 0
            parameter.copy_(torch.from_numpy(around + np.round(drawn * GRID) / GRID))
    return model


def forward_values(model: Transformer, batch: Batch) -> Named:
    """Every quantity of a pass that is fed the truth; 0 at padding. `loss` among them has a gradient."""
    memory, padding = model.encoder(batch.source, batch.source_lengths)
    readout, logits = model.decoder(batch.target_in, memory, padding)
    ended = torch.arange(batch.target_in.shape[1]) >= batch.target_lengths.unsqueeze(1)  # [B, T]
    hidden = {"source": padding, "target": ended}

    def real(values: Tensor, side: str) -> Tensor:
        return values.masked_fill(hidden[side].unsqueeze(2), 0)

    def looks(weights: Tensor, side: str) -> Tensor:  # [B, h, n, m]
        return weights.masked_fill(hidden[side][:, None, :, None], 0)

    loss = mean_cross_entropy(logits, batch.target_out, batch.target_lengths).unsqueeze(0)
    values = {
        "encoder": real(memory, "source"),
        "readout": real(readout, "target"),
        "logits": real(logits, "target"),
        "loss": loss,
    }
    for l, layer in enumerate(model.encoder.layers):
        values[f"encoder.l{l}.self"] = looks(layer.self_attn.weights, "source")
    for l, layer in enumerate(model.decoder.layers):
        values[f"decoder.l{l}.self"] = looks(layer.self_attn.weights, "target")
        values[f"decoder.l{l}.cross"] = looks(layer.multihead_attn.weights, "target")
    return values


def member_values(each: Member) -> Named:
    model, batch = built(each), draw_batch(each.name, each.shape)
    values = copied("batch", vars(batch))
    values.update(copied("parameter", dict(model.named_parameters())))
    forward = forward_values(model, batch)
    values.update(copied("forward", forward))
    forward["loss"].backward()
    gradients = {name: parameter.grad for name, parameter in model.named_parameters()}
    values.update(copied("gradient", gradients))
    values.update(copied("adam", adam_step(model)))
    return values


def transformers_file() -> dict[Path, tuple[Tensors, Metadata]]:
    """The contents of the file, by its path."""
    tensors: Tensors = {}
    for each in MEMBERS:
        for name, value in member_values(each).items():
            narrow = value if value.is_floating_point() else value.int()
            tensors[f"{each.name}/{name}"] = narrow.numpy()
    described = {
        each.name: {"shape": each.shape.to_json(), "learningRate": LEARNING_RATE}
        for each in MEMBERS
    }
    return {PATH: (tensors, {"members": json.dumps(described, separators=(",", ":"))})}

"""Runs the app's PyTorch code of decoder steps with the weights of a model file; reads and writes JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import torch

from model import Seq2Seq
from model_file import read_model

Scope = dict[str, Any]


def modules(model: Seq2Seq) -> Scope:
    """The learned parts by the letters that the code uses."""
    shape, scope = model.shape, {}
    if shape.has_attention:
        parts = dict(model.attention.named_children())
        letters = {"query": "W", "key": "W" if shape.attention == "general" else "U"}
        scope.update({{**letters, "concat": "W_a", "v": "v"}[name]: part for name, part in parts.items()})
    if shape.attention == "diagonal":
        scope["d"] = model.attention.diagonal
    if not shape.is_one_hot:
        scope["embedding"] = model.decoder.embedding
    if shape.has_attentional_state:
        scope["W_c"] = model.decoder.attentional
    for bridge in ("bridge", "bridge_cell"):
        if hasattr(model.encoder, bridge):
            scope[bridge] = getattr(model.encoder, bridge)
    return {**scope, shape.cell: model.decoder.network, "out": model.decoder.out}


def encoder_modules(model: Seq2Seq) -> Scope:
    """The encoder's learned parts by the names that the code uses."""
    scope = {f"encoder_{model.shape.cell}": model.encoder.network}
    if not model.shape.is_one_hot:
        scope["encoder_embedding"] = model.encoder.embedding
    return scope


def run_step(scope: Scope, lines: list[dict[str, Any]]) -> dict[str, Any]:
    """Runs the lines; returns the shapes after each line, and the numbers of the step."""
    shapes = []
    for line in lines:
        exec(line["code"], scope)
        shapes.append([list(scope[name].shape) for name in line["makes"]])
    read = ("keys", "scores", "weights", "context", "hidden", "cell", "combined", "logits", "token")
    values = {name: scope[name].flatten().tolist() for name in read if name in scope}
    return {"shapes": shapes, "values": values}


def run(job: dict[str, Any]) -> list[dict[str, Any]]:
    """Each step begins with the token that the app fed."""
    model = read_model(Path(job["file"])).model().eval()
    given = {"source": torch.tensor([job["source"]]), "target": torch.tensor([job["target"]])}
    scope = {**modules(model), **encoder_modules(model), **given}
    steps = []
    for fed, lines in zip(job["fed"], job["steps"]):
        scope["token"] = torch.tensor([[fed]])
        steps.append(run_step(scope, lines))
    return steps


if __name__ == "__main__":
    with torch.no_grad():
        print(json.dumps([run(job) for job in json.load(sys.stdin)]))

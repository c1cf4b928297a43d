"""Runs both ways of the app's notes on PyTorch code with the weights of a model file; reads and writes JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence

from model_file import read_model
from step_code import Scope, encoder_modules, modules
from tokens import EOS, PAD, SOS

Lines = list[dict[str, Any]]

TORCH = (
    "arange bmm cat empty full long log_softmax multinomial nn rand randint relu softmax stack tanh tensor zeros"
).split()
FUNCTIONAL = "cross_entropy nll_loss one_hot".split()

NAMES: Scope = {
    **{name: getattr(torch, name) for name in TORCH},
    **{name: getattr(functional, name) for name in FUNCTIONAL},
    "pack_padded_sequence": pack_padded_sequence,
    **{"PAD": PAD, "SOS": SOS, "EOS": EOS, "MAX_LENGTH": 10},
}


def run_lines(scope: Scope, lines: Lines) -> list[list[list[int]]]:
    """The shapes that each line makes."""
    shapes = []
    for line in lines:
        exec(line["code"], scope)
        shapes.append([list(scope[name].shape) for name in line["makes"]])
    return shapes


def step_scope(job: dict[str, Any]) -> Scope:
    """All names of the first step: what it reads, as before the step, and what it makes."""
    model = read_model(Path(job["file"])).model().eval()
    scope = {**NAMES, **modules(model), **encoder_modules(model), "source": torch.tensor([job["source"]])}
    scope["token"] = torch.tensor([[SOS]])
    run_lines(scope, job["encoder"])
    before = {name: scope[name] for name in ("token", "hidden", "cell", "combined") if name in scope}
    run_lines(scope, job["step"])
    return {**scope, **before}


def is_same(theirs: Any, ours: Any) -> bool:
    if not isinstance(ours, torch.Tensor):
        return theirs == ours
    return theirs.shape == ours.shape and torch.allclose(theirs.float(), ours.float(), atol=1e-5)


def run_note(scope: Scope, note: dict[str, Any]) -> dict[str, Any]:
    """The shapes of all lines, and what follows from the difference: "same", "other" or "error"."""
    torch.manual_seed(1)
    given = dict(scope)
    shapes = {"given": run_lines(given, note["given"])}
    theirs, ours = dict(given), dict(given)
    try:
        shapes["theirs"] = run_lines(theirs, note["theirs"])
        failed = False
    except (RuntimeError, AttributeError):
        failed = True
    shapes["ours"] = run_lines(ours, note["ours"])
    if failed:
        return {"shapes": shapes, "outcome": "error", "values": []}
    same = is_same(theirs[note["compared"]], ours[note["compared"]])
    values = [float(way[note["compared"]]) for way in (theirs, ours)] if note["id"] in SCALARS else []
    return {"shapes": shapes, "outcome": "same" if same else "other", "values": values}


SCALARS = ("actualLengths", "coin")  # the text of the note says both numbers


def run(job: dict[str, Any]) -> list[dict[str, Any]]:
    scope = step_scope(job)
    return [run_note(scope, note) for note in job["notes"]]


if __name__ == "__main__":
    print(json.dumps([run(job) for job in json.load(sys.stdin)]))

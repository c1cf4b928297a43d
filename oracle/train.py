"""
Trains a model of the app in PyTorch on the task Reverse and writes a file that the app can open.

  python3 oracle/train.py --out reverse.safetensors
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor

from config import DEFAULTS, FIELDS, is_allowed
from dropout import dropped_from
from greedy import decode_greedily
from model import Seq2Seq, mean_cross_entropy
from model_file import SavedModel, save_model
from padding import lengths, padded
from reverse import LONGEST, VOCABULARY, draw
from shape import SAME_SIZE_SCORES, ModelShape
from tokens import EOS, SOS, source_ids

HELD_OUT = 512  # strings of the last evaluation
REPORT_EVERY = 50  # steps

OPTIONS = {  # option on the command line: setting
    "cell": "cell",
    "layers": "layers",
    "decoder-layers": "decoderLayers",
    "direction": "direction",
    "source-order": "sourceOrder",
    "token-input": "tokenInput",
    "attention": "attention",
    "timing": "timing",
    "input-feeding": "inputFeeding",
    "hidden": "hiddenSize",
    "embedding": "embeddingSize",
    "dropout": "dropout",
    "seed": "seed",
}


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Trains a model on Reverse and saves it for the app."
    )
    for option, setting in OPTIONS.items():
        values, first = FIELDS[setting]
        is_choice = isinstance(first, str)
        kind = float if setting == "dropout" else type(first)
        described = (
            ", ".join(values)
            if is_choice
            else f"{values[0]} to {values[1]} in steps of {values[2]}"
        )
        parser.add_argument(
            f"--{option}", dest=setting, type=kind, default=first, help=f"{described} (default {first})"
        )
    parser.add_argument("--steps", type=int, default=500, help="updates (default 500)")
    parser.add_argument("--out", type=Path, required=True, help="the .safetensors file to write")
    arguments = parser.parse_args()
    for option, setting in OPTIONS.items():
        value = getattr(arguments, setting)
        if not is_allowed(setting, value):
            parser.error(f"--{option} {value} is not a value that the app has; see --help")
    if arguments.steps < 0:
        parser.error("--steps cannot be negative")
    if arguments.attention in SAME_SIZE_SCORES and arguments.direction == "bidirectional":
        parser.error(
            f"--attention {arguments.attention} needs query and key of one size, so one direction"
        )
    return arguments


def read_config(arguments: argparse.Namespace) -> dict[str, Any]:
    chosen = {setting: getattr(arguments, setting) for setting in OPTIONS.values()}
    return {**DEFAULTS, **chosen}


def batch_loss(model: Seq2Seq, strings: list[str], order: str, dropout: float) -> Tensor:
    """Teacher-forced loss of a batch, in nats."""
    sources = [source_ids(VOCABULARY, string, order) for string in strings]
    targets = [source_ids(VOCABULARY, string[::-1], "forward") for string in strings]
    source, target_out = padded(sources), padded(targets)
    target_in = padded([[SOS, *row[:-1]] for row in targets])

    def mask(_: str, size: tuple[int, ...]) -> Tensor:
        return (torch.rand(size) >= dropout) / (1 - dropout)

    dropped = dropped_from(mask, model.shape, source, target_in) if dropout > 0 else None
    steps = model(model.encoder(source, lengths(sources), dropped), target_in, dropped)
    logits = torch.stack([step.logits for step in steps], 1)  # [B, T, V]
    return mean_cross_entropy(logits, target_out, lengths(targets))


def train(model: Seq2Seq, config: dict[str, Any], steps: int) -> None:
    random = Random(config["seed"])
    adam = torch.optim.Adam(model.parameters(), lr=config["learningRate"])
    for step in range(1, steps + 1):
        strings = [draw(random, held_out=False) for _ in range(config["batchSize"])]
        loss = batch_loss(model, strings, config["sourceOrder"], config["dropout"])
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), config["clipNorm"])
        adam.step()
        if step % REPORT_EVERY == 0 or step == steps:
            print(f"step {step}: loss {loss.item():.4f}", flush=True)


def exact_match(model: Seq2Seq, config: dict[str, Any]) -> float:
    """The share of held-out strings with a fully correct answer."""
    random = Random(f"held-out {config['seed']}")
    strings = [draw(random, held_out=True) for _ in range(HELD_OUT)]
    sources = [source_ids(VOCABULARY, string, config["sourceOrder"]) for string in strings]
    answers = decode_greedily(model, sources, LONGEST + 2)
    right = [
        [*answer, EOS] == source_ids(VOCABULARY, string[::-1], "forward")
        for answer, string in zip(answers, strings)
    ]
    return sum(right) / len(right)


def main() -> None:
    arguments = read_arguments()
    config = read_config(arguments)
    torch.manual_seed(config["seed"])
    tokens = {"sourceTokens": len(VOCABULARY), "targetTokens": len(VOCABULARY)}
    model = Seq2Seq(ModelShape.from_json({**config, **tokens}))
    train(model, config, arguments.steps)
    print(f"held-out exact match {exact_match(model, config):.3f} of {HELD_OUT} strings")
    parameters = model.state_dict()
    if not all(bool(values.isfinite().all()) for values in parameters.values()):
        sys.exit("The loss is no longer a number, so nothing is saved.")
    save_model(
        arguments.out, SavedModel(config, VOCABULARY, VOCABULARY, arguments.steps, parameters)
    )
    print(f"saved {arguments.out}")


if __name__ == "__main__":
    main()

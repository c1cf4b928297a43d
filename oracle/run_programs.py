"""Runs programs that the app wrote, each with a model file, as a student would; reads and writes JSON."""

from __future__ import annotations

import contextlib
import io
import json
import runpy
import sys
from typing import Any

import torch

Scope = dict[str, Any]


def run(job: dict[str, Any]) -> dict[str, Any]:
    """What the program prints, its greedy answer, the logits of a padded batch, and the loss before and after updates."""
    sys.argv = [job["program"], job["file"], *job["typed"]]
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        scope = runpy.run_path(job["program"], run_name="__main__")
    model, source_tokens, target_tokens = scope["load"](job["file"])
    ids = [scope["source_ids"](source, source_tokens) for source in job["sources"]]
    answer, logits, *weights = scope["greedy"](model, ids[0])
    return {
        "printed": printed.getvalue(),
        "ids": ids,
        "answer": answer,
        "logits": logits.flatten().tolist(),
        "weights": [row for part in weights for row in part.flatten().tolist()],
        "forced": forced(scope, model, ids, job["targets"]).flatten(1).tolist(),
        "losses": losses(scope, (len(source_tokens), len(target_tokens)), ids, job["targets"])
        if job["trains"]
        else [],
        "refusal": refusal(scope, job["other"]),
        "look": look(scope, model, ids[0], **job["look"]) if job["look"] else [],
    }


def look(
    scope: Scope, model: torch.nn.Module, ids: list[int], code: str, layer: int, step: int
) -> list[list[float]]:
    """The weights and contexts that the code of one look computes, and the output of PyTorch's own layer beside its own."""
    attention = model.decoder.layers[layer].multihead_attn
    passes: list[tuple[torch.Tensor, torch.Tensor, torch.Tensor]] = []  # query, memory, output

    def keep(_: torch.nn.Module, inputs: Any, outputs: Any) -> None:
        passes.append((inputs[0][0], inputs[1][0], outputs[0][0]))

    hook = attention.register_forward_hook(keep)
    scope["greedy"](model, ids)
    hook.remove()
    states, memory, outputs = passes[-1]  # of all positions
    seen = {"model": model, "state": states[step : step + 1], "memory": memory}
    with torch.no_grad():
        exec(code, seen)
    made = [seen[name].flatten().tolist() for name in ("weights", "contexts", "output")]
    return [*made, outputs[step].tolist()]


def forced(
    scope: Scope, model: torch.nn.Module, sources: list[list[int]], targets: list[list[int]]
) -> torch.Tensor:
    """The logits of all sources in one padded batch, [B, T, V], fed the truth in every step."""
    model.eval()
    scope["teacher_forced"].__globals__["FORCING"] = 1
    with torch.no_grad():
        source, lengths = scope["padded"](sources)
        target, _ = scope["padded"](targets)
        return scope["teacher_forced"](model, source, lengths, target)


def refusal(scope: Scope, file: str) -> str:
    """What the program says when it loads this file; empty if it loads."""
    try:
        scope["load"](file)
    except SystemExit as end:
        return str(end)
    return ""


def losses(
    scope: Scope, sizes: tuple[int, int], sources: list[list[int]], targets: list[list[int]]
) -> list[float]:
    """The loss of a fresh model on the pairs, before and after some updates on them."""
    torch.manual_seed(1)
    model = scope["Seq2Seq"](*sizes)
    _, lengths = scope["padded"](targets)
    target, _ = scope["padded"](targets)

    def loss() -> float:
        logits = forced(scope, model, sources, targets)
        real = torch.arange(target.shape[1]) < lengths.unsqueeze(1)
        return torch.nn.functional.cross_entropy(logits[real], target[real]).item()

    before = loss()
    with contextlib.redirect_stdout(io.StringIO()):
        scope["train"](model, list(zip(sources, targets)), updates=20)
    return [before, loss()]


if __name__ == "__main__":
    print(json.dumps([run(job) for job in json.load(sys.stdin)]))

"""The fixtures: for every member its weights, one batch, and all results of PyTorch, in float64."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import Tensor

from drawn import Batch, draw_batch, draw_dropped, draw_parameters
from dropout import Dropped
from layers import State
from members import Member, members_by_file
from model import Encoded, Seq2Seq, Step, mean_cross_entropy
from safetensors_io import Metadata, Tensors

FOLDER = Path(__file__).parent / "fixtures"
LEARNING_RATE = 0.004

Named = dict[str, Tensor]


def named_state(prefix: str, suffix: str, state: State) -> Named:
    """A state of all layers as `<prefix>.l0.h<suffix>`, `.c` in an LSTM: [B, H] each."""
    return {
        f"{prefix}.l{layer}.{part}{suffix}": values[layer]
        for part, values in zip("hc", state)
        for layer in range(values.shape[0])
    }


def encoder_values(encoded: Encoded) -> Named:
    layers = {f"encoder.l{i}": states for i, states in enumerate(encoded.layers)}
    return {**layers, **named_state("initial", "", encoded.initial)}


def step_values(step: Step) -> Named:
    values = named_state("decoder", "", step.state)
    if step.attended is not None:
        values["scores"] = step.attended.scores
        values["weights"] = step.attended.weights
        values["context"] = step.attended.context
    if step.attentional is not None:
        values["attentional"] = step.attentional
    return {**values, "logits": step.logits}


def decoder_values(steps: list[Step], target_lengths: Tensor) -> Named:
    """All steps, [B, T, ...], with 0 after the end of each row's target."""
    real = torch.arange(len(steps)) < target_lengths.unsqueeze(1)  # [B, T]
    by_step = [step_values(step) for step in steps]
    stacked = {name: torch.stack([values[name] for values in by_step], 1) for name in by_step[0]}
    return {name: values.masked_fill(~real.unsqueeze(2), 0) for name, values in stacked.items()}


def forward_values(model: Seq2Seq, batch: Batch, dropped: Dropped | None) -> Named:
    """Every quantity of one teacher-forced forward pass; `loss` among them has a gradient."""
    encoded = model.encoder(batch.source, batch.source_lengths, dropped)
    steps = model(encoded, batch.target_in, dropped)
    logits = torch.stack([step.logits for step in steps], 1)  # [B, T, V]
    loss = mean_cross_entropy(logits, batch.target_out, batch.target_lengths).unsqueeze(0)
    return {**encoder_values(encoded), **decoder_values(steps, batch.target_lengths), "loss": loss}


def adam_step(model: Seq2Seq) -> Named:
    """The parameters after one update on their gradients."""
    torch.optim.Adam(model.parameters(), lr=LEARNING_RATE, betas=(0.9, 0.999), eps=1e-8).step()
    return dict(model.named_parameters())


def dropout_values(dropped: Dropped) -> Named:
    return {
        "encoder.embedding": dropped.encoder_embedding,
        "encoder.layers": dropped.encoder_layers,
        "decoder.embedding": dropped.decoder_embedding,
        "decoder.layers": dropped.decoder_layers,
    }


def copied(group: str, values: Named) -> Named:
    return {f"{group}/{name}": value.detach().clone() for name, value in values.items()}


def built_model(member: Member) -> Seq2Seq:
    """The member's model with its weights, in float64."""
    model = Seq2Seq(member.shape).double()
    draw_parameters(member.name, model)
    return model


def member_values(member: Member) -> Named:
    """All tensors of a member."""
    model = built_model(member)
    batch = draw_batch(member.name, member.shape)
    dropped = draw_dropped(member, batch) if member.has_dropout else None
    values = copied("batch", vars(batch))
    values.update(copied("dropout", dropout_values(dropped)) if dropped else {})
    values.update(copied("parameter", dict(model.named_parameters())))
    forward = forward_values(model, batch, dropped)
    values.update(copied("forward", forward))
    forward["loss"].backward()
    gradients = {name: parameter.grad for name, parameter in model.named_parameters()}
    values.update(copied("gradient", gradients))
    values.update(copied("adam", adam_step(model)))
    return values


def file_contents(members: list[Member]) -> tuple[Tensors, Metadata]:
    """Tensors and metadata of the file of these members."""
    tensors: Tensors = {}
    for member in members:
        for name, value in member_values(member).items():
            narrow = value if value.is_floating_point() else value.int()
            tensors[f"{member.name}/{name}"] = narrow.numpy()
    described = {
        member.name: {"shape": member.shape.to_json(), "learningRate": LEARNING_RATE}
        for member in members
    }
    return tensors, {"members": json.dumps(described, separators=(",", ":"))}


def all_files() -> dict[Path, tuple[Tensors, Metadata]]:
    """The contents of every fixture file, by path."""
    return {
        FOLDER / f"{name}.safetensors": file_contents(members)
        for name, members in members_by_file().items()
    }

"""
The gradient's roads of one example, by PyTorch's autograd: the loss of one token by every state.

The encoder is unrolled three times with the same numbers. One copy is read as values, one as keys, and one hands over
the first state, so that the gradients of the three copies' states are the three roads. A decoder state is copied for
each of its first edges: its own output, its query, and the next step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from drawn import Batch, draw_batch
from fixtures import Named, built_model
from layers import State, zero_state
from members import Member
from model import Encoder, Seq2Seq, mean_cross_entropy

TOKEN = 3  # the loss is that of this step, 0-based: neither the first nor the last
LONG_SOURCE, LONG_TARGET = 1, 2  # rows of the batch

ONE_STEP = {
    "rnn": torch._VF.rnn_tanh_cell,
    "gru": torch._VF.gru_cell,
    "lstm": torch._VF.lstm_cell,
}


@dataclass(frozen=True)
class Unrolled:
    """The encoder's top layer, one node of the graph for each state; nodes keep their gradients."""

    states: list[list[Tensor]]  # by direction, then by position; [1, H] each
    memories: list[list[Tensor]]  # likewise; empty without memory
    final: State  # as nn.GRU returns it, all layers  [L D, 1, H]

    def keys(self) -> Tensor:
        """[1, S, K]"""
        return torch.cat([torch.stack(side, 1) for side in self.states], 2)


def one_example(batch: Batch) -> Batch:
    """The longest source with the longest target."""
    source = slice(LONG_SOURCE, LONG_SOURCE + 1)
    target = slice(LONG_TARGET, LONG_TARGET + 1)
    return replace(
        batch,
        source=batch.source[source],
        source_lengths=batch.source_lengths[source],
        target_in=batch.target_in[target],
        target_out=batch.target_out[target],
        target_lengths=batch.target_lengths[target],
    )


def kept(value: Tensor) -> Tensor:
    """A node whose gradient is kept."""
    value.retain_grad()
    return value


def unrolled(encoder: Encoder, batch: Batch) -> Unrolled:
    shape, S = encoder.shape, batch.source.shape[1]
    directions = 2 if shape.is_bidirectional else 1
    layers, final = encoder.run_packed(encoder.read(batch.source), batch.source_lengths)
    below = encoder.read(batch.source) if shape.layers == 1 else layers[0]  # [1, S, I]
    states: list[list[Tensor]] = []
    memories: list[list[Tensor]] = []
    last: list[State] = []
    for direction in range(directions):
        weights = encoder.network.all_weights[(shape.layers - 1) * directions + direction]
        state = tuple(part[0] for part in zero_state(shape.cell, 1, 1, weights[1]))
        order = range(S) if direction == 0 else reversed(range(S))
        nodes: dict[int, State] = {}
        for s in order:
            before = state if shape.cell == "lstm" else state[0]
            after = ONE_STEP[shape.cell](below[:, s].detach(), before, *weights)
            state = tuple(kept(part) for part in (after if shape.cell == "lstm" else (after,)))
            nodes[s] = state
        states.append([nodes[s][0] for s in range(S)])
        memories.append([nodes[s][1] for s in range(S)] if shape.cell == "lstm" else [])
        last.append(state)
    lower = tuple(part[:-directions].detach() for part in final)
    top = tuple(torch.stack(parts) for parts in zip(*last))
    return Unrolled(states, memories, tuple(torch.cat(parts) for parts in zip(lower, top)))


@dataclass
class Edges:
    """Copies of the states, one for each first edge, by step."""

    said: list[Tensor]  # [1, H]
    query: list[Tensor]
    onward: list[tuple[Tensor, ...]]  # through the next state, and through a fed h~
    values: list[Tensor]  # [1, S, K]
    keys: list[Tensor]


def attend(model: Seq2Seq, edges: Edges, query: Tensor, values: Tensor, keys: Tensor) -> Tensor:
    """The context of one step, [1, K]"""
    edges.values.append(kept(values.clone()))
    edges.keys.append(kept(keys.clone()))
    weights = torch.softmax(model.attention.score(query, edges.keys[-1]), 1)  # [1, S]
    return torch.bmm(weights.unsqueeze(1), edges.values[-1]).squeeze(1)


def decode(
    model: Seq2Seq, batch: Batch, initial: State, values: Tensor, keys: Tensor
) -> tuple[Tensor, Edges]:
    """The logits of all steps [1, T, V], and the edges of s(0) ... s(T)."""
    shape, decoder = model.shape, model.decoder
    edges = Edges([], [], [], [], [])
    inputs = decoder.read(batch.target_in)  # [1, T, E]
    top, state, fed = initial[0][-1], initial, model.start_fed(1)
    nothing = torch.zeros_like(top)
    edges.said.append(nothing)
    logits: list[Tensor] = []
    fed_copies: list[Tensor] = [nothing]
    if shape.has_attentional_state:
        edges.query.append(nothing)  # s(0) asks only in Bahdanau's order
    for t in range(inputs.shape[1]):
        onward = kept(top.clone())
        edges.onward.append((onward, fed_copies[-1]))
        h, *memory = state
        before = (torch.cat([h[:-1], onward.unsqueeze(0)]), *memory)
        x = inputs[:, t]
        if shape.context_enters_cell:
            edges.query.append(kept(top.clone()))
            x = torch.cat([x, attend(model, edges, edges.query[-1], values, keys)], 1)
        if shape.feeds_input:
            x = torch.cat([x, fed], 1)
        state = decoder.run_cell(x, before, None)
        top = state[0][-1]
        said = kept(top.clone())
        edges.said.append(said)
        fed_copies.append(nothing)
        if shape.has_attentional_state:
            edges.query.append(kept(top.clone()))
            context = attend(model, edges, edges.query[-1], values, keys)
            through = kept(top.clone())
            fed = torch.tanh(decoder.attentional(torch.cat([context, through], 1)))
            said = torch.tanh(decoder.attentional(torch.cat([context, said], 1)))
            fed_copies[-1] = through
        logits.append(decoder.out(said))
    edges.onward.append((nothing, fed_copies[-1]))
    if shape.context_enters_cell:
        edges.query.append(nothing)  # s(T) does not ask in Bahdanau's order
    return torch.stack(logits, 1), edges


def gradient_of(node: Tensor) -> Tensor:
    """0 where the loss does not depend on the node."""
    return torch.zeros_like(node) if node.grad is None else node.grad


def by_position(sides: list[list[Tensor]]) -> Tensor:
    """The gradients of the states, [S, K]"""
    return torch.cat([torch.cat([gradient_of(node) for node in side]) for side in sides], 1)


def loss_of_token(logits: Tensor, batch: Batch) -> Tensor:
    only = slice(TOKEN, TOKEN + 1)
    return mean_cross_entropy(logits[:, only], batch.target_out[:, only], torch.tensor([1]))


def by_first_edge(edges: Edges, steps: int) -> Tensor:
    """The gradients of s(0) ... s(T), [3, T + 1, H]"""
    query = edges.query or [torch.zeros_like(edges.said[0])] * (steps + 1)
    onward = [gradient_of(next_state) + gradient_of(fed) for next_state, fed in edges.onward]
    return torch.stack(
        [
            torch.cat([gradient_of(node) for node in edges.said]),
            torch.cat([gradient_of(node) for node in query]),
            torch.cat(onward),
        ]
    )


def through_cells(edges: Edges, steps: int, positions: int) -> Tensor:
    """The length of the gradient that each step sends to each encoder state, [2, T, S]"""
    if not edges.values:
        return torch.zeros(2, steps, positions, dtype=torch.float64)
    lengths = [
        torch.cat([gradient_of(node).norm(dim=2) for node in nodes])
        for nodes in (edges.values, edges.keys)
    ]
    return torch.stack(lengths)


def roads_of(member: Member) -> Named:
    """The roads of the loss of one token. Encoder: values, scores, corner. Decoder: output, query, onward."""
    model = built_model(member)
    batch = one_example(draw_batch(member.name, member.shape))
    copies = [unrolled(model.encoder, batch) for _ in range(3)]
    values, keys, corner = copies
    initial = model.encoder.hand_over(corner.final)
    logits, edges = decode(model, batch, initial, values.keys(), keys.keys())
    loss_of_token(logits, batch).backward()
    T, S = logits.shape[1], batch.source.shape[1]
    found = {
        "encoder": torch.stack([by_position(copy.states) for copy in copies]),  # [3, S, K]
        "decoder": by_first_edge(edges, T),  # [3, T + 1, H]
        "cells": through_cells(edges, T, S),  # [2, T, S]
    }
    if member.shape.cell == "lstm":
        found["memories"] = torch.stack([by_position(copy.memories) for copy in copies])
    return found


def whole_gradient(member: Member) -> tuple[Tensor, Tensor]:
    """The total derivatives without any split: by h_s [S, K], and by s(1) ... s(T) [T, H]."""
    model = built_model(member)
    batch = one_example(draw_batch(member.name, member.shape))
    encoder = unrolled(model.encoder, batch)
    encoded = model.encoder(batch.source, batch.source_lengths)
    initial = model.encoder.hand_over(encoder.final)
    one = replace(encoded, layers=[*encoded.layers[:-1], encoder.keys()], initial=initial)
    state, fed = initial, model.start_fed(1)
    tops: list[Tensor] = []
    logits: list[Tensor] = []
    for t in range(batch.target_in.shape[1]):
        step = model.step(model.decoder.read(batch.target_in)[:, t], state, fed, one)
        logits.append(step.logits)
        tops.append(kept(step.state[0]))
        state = step.state
        fed = fed if step.attentional is None else step.attentional
    loss_of_token(torch.stack(logits, 1), batch).backward()
    return by_position(encoder.states), torch.stack([gradient_of(top)[-1, 0] for top in tops])

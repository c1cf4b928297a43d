"""PyTorch's own nn.RNN, nn.GRU and nn.LSTM, and functions that run only one of their layers."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import PackedSequence

State = tuple[Tensor, ...]  # (h,) or, of an LSTM, (h, c); each [L, B, H]

NETWORKS = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}
ONE_LAYER = {"rnn": torch._VF.rnn_tanh, "gru": torch._VF.gru, "lstm": torch._VF.lstm}


def for_torch(state: State) -> Tensor | State:
    """PyTorch's LSTM takes and returns a pair, the other cells take and return one tensor."""
    return state if len(state) == 2 else state[0]


def from_torch(state: Tensor | State) -> State:
    return (state,) if isinstance(state, Tensor) else state


def zero_state(cell: str, rows: int, batch: int, like: Tensor) -> State:
    """A state of zeros, [rows, B, H] each; `like` has H as its last size and the wanted type."""
    zeros = like.new_zeros(rows, batch, like.shape[-1])
    return (zeros, zeros) if cell == "lstm" else (zeros,)


def run_layer(
    cell: str, network: nn.RNNBase, layer: int, inputs: PackedSequence
) -> tuple[PackedSequence, State]:
    """
    One layer of a network on packed sequences, from a state of zeros.

    Returns the states of all positions, [tokens, D H], and the last states, [D, B, H] in the order of the batch.
    """
    directions = 2 if network.bidirectional else 1
    groups = network.all_weights[layer * directions : (layer + 1) * directions]
    weights = [weight for group in groups for weight in group]
    start = zero_state(cell, directions, int(inputs.batch_sizes[0]), weights[1])
    bias, layers, dropout, training = True, 1, 0.0, False
    data, *last = ONE_LAYER[cell](
        inputs.data,
        inputs.batch_sizes,
        for_torch(start),
        weights,
        bias,
        layers,
        dropout,
        training,
        network.bidirectional,
    )
    outputs = PackedSequence(
        data, inputs.batch_sizes, inputs.sorted_indices, inputs.unsorted_indices
    )
    return outputs, tuple(part.index_select(1, inputs.unsorted_indices) for part in last)


def step_layer(
    cell: str, network: nn.RNNBase, layer: int, inputs: Tensor, state: State
) -> tuple[Tensor, State]:
    """One layer of a unidirectional network for one token. inputs [B, I], state [1, B, H] -> [B, H], [1, B, H]"""
    bias, layers, dropout, training, two_ways, batch_first = True, 1, 0.0, False, False, True
    output, *last = ONE_LAYER[cell](
        inputs.unsqueeze(1),
        for_torch(state),
        network.all_weights[layer],
        bias,
        layers,
        dropout,
        training,
        two_ways,
        batch_first,
    )
    return output.squeeze(1), tuple(last)

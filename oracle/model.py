"""
All models of the app, built from PyTorch's own layers, with the app's parameter names.

The encoder reads packed sequences and the decoder takes length-1 sequences through nn.RNN, nn.GRU or nn.LSTM, so that
gates, packing and final states are PyTorch's. Letters: B batch, S and T source and target length with <eos>, L layers,
H hidden size, K width of an encoder state, E embedding size, V target vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from attention import Attended, Attention
from dropout import Dropped
from layers import NETWORKS, State, for_torch, from_torch, run_layer, step_layer
from shape import ModelShape


@dataclass(frozen=True)
class Encoded:
    layers: list[Tensor]  # states of each layer, 0 on padding  [B, S, K]
    mask: Tensor  # true on real tokens                         [B, S]
    initial: State  # the decoder's s(0)                        [L, B, H]


@dataclass(frozen=True)
class Step:
    state: State  # after this step                             [L, B, H]
    attended: Attended | None
    attentional: Tensor | None  # h~, Luong timing only      [B, H]
    logits: Tensor  # [B, V]


class TokenInput(nn.Module):
    """The common part of encoder and decoder: token vectors, and a recurrent network that is named after its cell."""

    def __init__(
        self, shape: ModelShape, tokens: int, extra: int, layers: int, two_ways: bool
    ) -> None:
        super().__init__()
        self.shape, self.tokens = shape, tokens
        width = tokens if shape.is_one_hot else shape.embeddingSize
        if not shape.is_one_hot:
            self.embedding = nn.Embedding(tokens, shape.embeddingSize)
        network = NETWORKS[shape.cell](
            width + extra,
            shape.hiddenSize,
            num_layers=layers,
            batch_first=True,
            bidirectional=two_ways,
        )
        self.add_module(shape.cell, network)

    @property
    def network(self) -> nn.RNNBase:
        return getattr(self, self.shape.cell)

    def read(self, ids: Tensor) -> Tensor:
        """ids [...] -> [..., E], or one-hot vectors [..., tokens]"""
        if not self.shape.is_one_hot:
            return self.embedding(ids)
        return functional.one_hot(ids, self.tokens).to(self.network.weight_ih_l0.dtype)


class Encoder(TokenInput):
    """Reads the source. Gives one state per token, and the first state of the decoder."""

    def __init__(self, shape: ModelShape) -> None:
        super().__init__(shape, shape.sourceTokens, 0, shape.layers, shape.is_bidirectional)
        H = shape.hiddenSize
        if shape.is_bidirectional:
            self.bridge = nn.Linear(2 * H, H)
            if shape.cell == "lstm":
                self.bridge_cell = nn.Linear(2 * H, H)

    def forward(self, source: Tensor, lengths: Tensor, dropped: Dropped | None = None) -> Encoded:
        """source [B, S] in reading order; lengths [B], with <eos>"""
        inputs = self.read(source)
        layers, final = (
            self.run_packed(inputs, lengths)
            if dropped is None
            else self.run_by_layer(inputs, lengths, dropped)
        )
        mask = torch.arange(source.shape[1]) < lengths.unsqueeze(1)
        return Encoded(layers, mask, self.hand_over(final))

    def run_packed(self, inputs: Tensor, lengths: Tensor) -> tuple[list[Tensor], State]:
        """Runs all layers at once. Returns the states of each layer and h_n (and c_n), [L D, B, H]."""
        packed = pack_padded_sequence(inputs, lengths, batch_first=True, enforce_sorted=False)
        outputs, last = self.network(packed)
        top, _ = pad_packed_sequence(outputs, batch_first=True, total_length=inputs.shape[1])
        if self.shape.layers == 1:
            return [top], from_torch(last)
        lower, _ = run_layer(
            self.shape.cell, self.network, 0, packed
        )  # nn.GRU returns its top layer only
        first, _ = pad_packed_sequence(lower, batch_first=True, total_length=inputs.shape[1])
        return [first, top], from_torch(last)

    def run_by_layer(
        self, inputs: Tensor, lengths: Tensor, dropped: Dropped
    ) -> tuple[list[Tensor], State]:
        """Runs layer by layer, so that given masks apply between the layers."""
        x = inputs if self.shape.is_one_hot else inputs * dropped.encoder_embedding  # [B, S, E]
        layers: list[Tensor] = []
        finals: list[State] = []
        for layer in range(self.shape.layers):
            below = x if layer == 0 else layers[-1] * dropped.encoder_layers
            packed = pack_padded_sequence(below, lengths, batch_first=True, enforce_sorted=False)
            outputs, last = run_layer(self.shape.cell, self.network, layer, packed)
            padded, _ = pad_packed_sequence(outputs, batch_first=True, total_length=inputs.shape[1])
            layers.append(padded)
            finals.append(last)
        return layers, tuple(torch.cat(parts) for parts in zip(*finals))

    def hand_over(self, final: State) -> State:
        """s(0): layer by layer from the top, or from both directions of the last layer through the bridge into all layers."""
        layers = self.shape.decoder_layers
        if not self.shape.is_bidirectional:
            return tuple(part[-layers:] for part in final)
        bridges = [self.bridge] + ([self.bridge_cell] if self.shape.cell == "lstm" else [])
        return tuple(
            bridge(torch.cat([part[-2], part[-1]], 1)).expand(layers, -1, -1)
            for bridge, part in zip(bridges, final)
        )


class Decoder(TokenInput):
    """Processes one token at a time, in Bahdanau's order of cell and attention or in Luong's."""

    def __init__(self, shape: ModelShape) -> None:
        token = shape.targetTokens if shape.is_one_hot else shape.embeddingSize
        extra = shape.decoder_input_size - token
        super().__init__(shape, shape.targetTokens, extra, shape.decoder_layers, False)
        H, K = shape.hiddenSize, shape.key_size
        if shape.has_attentional_state:
            self.attentional = nn.Linear(K + H, H, bias=False)
        self.out = nn.Linear(H, shape.targetTokens)

    def run_cell(self, x: Tensor, state: State, between: Tensor | None) -> State:
        """All layers for one token. x [B, I]; `between` [B, H] is the mask between the layers. -> [L, B, H]"""
        if between is None:
            _, last = self.network(
                x.unsqueeze(1), for_torch(tuple(part.contiguous() for part in state))
            )
            return from_torch(last)
        after: list[State] = []
        for layer in range(self.shape.decoder_layers):
            before = tuple(part[layer : layer + 1].contiguous() for part in state)
            below = x if layer == 0 else after[-1][0][0] * between
            after.append(step_layer(self.shape.cell, self.network, layer, below, before)[1])
        return tuple(torch.cat(parts) for parts in zip(*after))


class Seq2Seq(nn.Module):
    """Encoder, attention and decoder."""

    def __init__(self, shape: ModelShape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        if shape.has_attention:
            self.attention = Attention(shape)
        self.decoder = Decoder(shape)

    def start_fed(self, batch: int) -> Tensor:
        """h~(0) = 0, [B, H]"""
        return self.decoder.out.weight.new_zeros(batch, self.shape.hiddenSize)

    def step(
        self, x: Tensor, state: State, fed: Tensor, encoded: Encoded, between: Tensor | None = None
    ) -> Step:
        """
        One decoder step.

        x [B, E] is the token that was fed, state [L, B, H] is s(t-1), fed [B, H] is h~(t-1).
        """
        keys = encoded.layers[-1]
        if self.shape.context_enters_cell:
            attended = self.attention(state[0][-1], keys, encoded.mask)  # c(t) from q = s(t-1)
            after = self.decoder.run_cell(torch.cat([x, attended.context], 1), state, between)
            return Step(after, attended, None, self.decoder.out(after[0][-1]))
        if self.shape.feeds_input:
            x = torch.cat([x, fed], 1)  # [y(t-1); h~(t-1)]
        after = self.decoder.run_cell(x, state, between)
        top = after[0][-1]  # h(t) [B, H]
        if not self.shape.has_attention:
            return Step(after, None, None, self.decoder.out(top))
        attended = self.attention(top, keys, encoded.mask)  # c(t) from q = h(t)
        attentional = torch.tanh(self.decoder.attentional(torch.cat([attended.context, top], 1)))
        return Step(after, attended, attentional, self.decoder.out(attentional))

    def forward(
        self, encoded: Encoded, target_in: Tensor, dropped: Dropped | None = None
    ) -> list[Step]:
        """Teacher forcing: the steps on these input ids, [B, T]."""
        inputs = self.decoder.read(target_in)  # [B, T, E]
        if dropped is not None and not self.shape.is_one_hot:
            inputs = inputs * dropped.decoder_embedding
        state, fed = encoded.initial, self.start_fed(target_in.shape[0])
        steps: list[Step] = []
        for t in range(target_in.shape[1]):
            between = None if dropped is None else dropped.decoder_layers[:, t]
            steps.append(self.step(inputs[:, t], state, fed, encoded, between))
            state = steps[-1].state
            fed = fed if steps[-1].attentional is None else steps[-1].attentional
        return steps


def mean_cross_entropy(logits: Tensor, target_out: Tensor, lengths: Tensor) -> Tensor:
    """Mean over the real target tokens, in nats. logits [B, T, V], target_out [B, T], lengths [B] -> []"""
    real = torch.arange(target_out.shape[1]) < lengths.unsqueeze(1)  # [B, T]
    return functional.cross_entropy(logits[real], target_out[real])

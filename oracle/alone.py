"""
Half of the family alone, from PyTorch's own layers: an encoder with a classifier on its last states, and a decoder that
is told a class. Their fixtures lie in `alone.safetensors`.

Letters: B names, N letters of the longest one, H hidden size, D directions, C classes, V letters of the vocabulary.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from drawn import GRID, SPREAD, stream
from layers import NETWORKS
from padding import padded
from safetensors_io import Metadata, Tensors
from shape import CELLS, DIRECTIONS
from tokens import EOS, SOS, UNK

PATH = Path(__file__).parent / "alone.safetensors"
LEARNING_RATE = 0.004
LENGTHS = (4, 6, 2)  # letters of the names, not sorted
LABELS = (2, 0, 4)


@dataclass(frozen=True)
class AloneShape:
    """The settings of one member, by the app's names (src/engine/alone/aloneConfig.ts)."""

    alone: str = "classifier"
    cell: str = "gru"
    layers: int = 1
    direction: str = "unidirectional"
    tokenInput: str = "learned"
    hiddenSize: int = 4
    embeddingSize: int = 2
    letters: int = 9  # size of the vocabulary, special tokens included
    classes: int = 5

    @property
    def name(self) -> str:
        side = "bi" if self.direction == "bidirectional" else "uni"
        extra = "-onehot" if self.tokenInput == "onehot" else ""
        return f"{self.alone}-{self.cell}-{self.layers}layer-{side}{extra}"


@dataclass(frozen=True)
class Names:
    source: Tensor  # [B, N]  letters; of a generator <sos> and the letters
    lengths: Tensor  # [B]
    labels: Tensor  # [B]
    targets: Tensor  # [B, N]  of a generator: the letters and <eos>


class Reader(nn.Module):
    """The common part of both halves: vectors of letters, and a network named after its cell."""

    def __init__(self, shape: AloneShape, extra: int) -> None:
        super().__init__()
        self.shape = shape
        is_one_hot = shape.tokenInput == "onehot"
        width = shape.letters if is_one_hot else shape.embeddingSize
        if not is_one_hot:
            self.embedding = nn.Embedding(shape.letters, shape.embeddingSize)
        network = NETWORKS[shape.cell](
            width + extra,
            shape.hiddenSize,
            num_layers=shape.layers,
            batch_first=True,
            bidirectional=shape.direction == "bidirectional",
        )
        self.add_module(shape.cell, network)

    @property
    def network(self) -> nn.RNNBase:
        return getattr(self, self.shape.cell)

    def read(self, ids: Tensor) -> Tensor:
        if self.shape.tokenInput == "learned":
            return self.embedding(ids)
        return functional.one_hot(ids, self.shape.letters).to(self.network.weight_ih_l0.dtype)

    def run(self, inputs: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor]:
        """States of the top layer, 0 at padding [B, N, D H], and its last states [D, B, H]."""
        packed = pack_padded_sequence(inputs, lengths, batch_first=True, enforce_sorted=False)
        outputs, last = self.network(packed)
        states, _ = pad_packed_sequence(outputs, batch_first=True, total_length=inputs.shape[1])
        h_n = last[0] if isinstance(last, tuple) else last
        directions = 2 if self.network.bidirectional else 1
        return states, h_n[-directions:]


class Classifier(nn.Module):
    def __init__(self, shape: AloneShape) -> None:
        super().__init__()
        self.encoder = Reader(shape, 0)
        directions = 2 if shape.direction == "bidirectional" else 1
        self.classifier = nn.Linear(directions * shape.hiddenSize, shape.classes)

    def forward(self, names: Names) -> dict[str, Tensor]:
        states, last = self.encoder.run(self.encoder.read(names.source), names.lengths)
        joined = torch.cat(list(last), 1)  # forward and backward side by side
        logits = self.classifier(joined)
        loss = functional.cross_entropy(logits, names.labels)
        return {"states": states, "last": joined, "logits": logits, "loss": loss.unsqueeze(0)}


class Decoder(Reader):
    def __init__(self, shape: AloneShape) -> None:
        is_one_hot = shape.tokenInput == "onehot"
        super().__init__(shape, shape.classes if is_one_hot else shape.embeddingSize)
        if not is_one_hot:
            self.class_embedding = nn.Embedding(shape.classes, shape.embeddingSize)
        self.out = nn.Linear(shape.hiddenSize, shape.letters)

    def tell(self, labels: Tensor) -> Tensor:
        if self.shape.tokenInput == "learned":
            return self.class_embedding(labels)
        return functional.one_hot(labels, self.shape.classes).to(self.out.weight.dtype)


class Generator(nn.Module):
    def __init__(self, shape: AloneShape) -> None:
        super().__init__()
        self.decoder = Decoder(shape)

    def forward(self, names: Names) -> dict[str, Tensor]:
        letters = self.decoder.read(names.source)  # [B, N, E]
        told = self.decoder.tell(names.labels).unsqueeze(1).expand(-1, letters.shape[1], -1)
        states, _ = self.decoder.run(torch.cat([letters, told], 2), names.lengths)
        real = torch.arange(letters.shape[1]) < names.lengths.unsqueeze(1)  # [B, N]
        logits = self.decoder.out(states).masked_fill(~real.unsqueeze(2), 0)
        loss = functional.cross_entropy(logits[real], names.targets[real])
        return {"states": states, "logits": logits, "loss": loss.unsqueeze(0)}


def draw_names(shape: AloneShape) -> Names:
    random = stream(shape.name, "names")
    rows = [random.randint(UNK, shape.letters, length).tolist() for length in LENGTHS]
    is_generator = shape.alone == "generator"
    inputs = [[SOS, *row] for row in rows] if is_generator else rows
    targets = [[*row, EOS] if is_generator else [0] * len(row) for row in rows]
    lengths = torch.tensor([len(row) for row in inputs])
    return Names(padded(inputs), lengths, torch.tensor(LABELS), padded(targets))


def members() -> list[AloneShape]:
    """Every cell with one and two layers and, of the classifier, directions; and one-hot letters."""
    first = AloneShape()
    readers = [
        replace(first, cell=cell, layers=layers, direction=direction)
        for cell, layers, direction in product(CELLS, (1, 2), DIRECTIONS)
    ]
    writers = [
        replace(first, alone="generator", cell=cell, layers=layers)
        for cell, layers in product(CELLS, (1, 2))
    ]
    one_hot = [replace(first, alone=alone, tokenInput="onehot") for alone in ("classifier", "generator")]
    return [*readers, *writers, *one_hot]


def built(shape: AloneShape) -> nn.Module:
    """The member with its weights, in float64: multiples of 1 / GRID, as of the whole network."""
    model = (Classifier(shape) if shape.alone == "classifier" else Generator(shape)).double()
    spread = SPREAD[shape.cell]
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            values = stream(shape.name, name).uniform(-spread, spread, tuple(parameter.shape))
            parameter.copy_(torch.from_numpy(np.round(values * GRID) / GRID))
    return model


def copied(group: str, values: dict[str, Tensor]) -> dict[str, Tensor]:
    return {f"{group}/{name}": value.detach().clone() for name, value in values.items()}


def member_values(shape: AloneShape) -> dict[str, Tensor]:
    model, names = built(shape), draw_names(shape)
    values = copied("batch", vars(names))
    values.update(copied("parameter", dict(model.named_parameters())))
    forward = model(names)
    values.update(copied("forward", forward))
    forward["loss"].backward()
    values.update(copied("gradient", {name: p.grad for name, p in model.named_parameters()}))
    torch.optim.Adam(model.parameters(), lr=LEARNING_RATE, betas=(0.9, 0.999), eps=1e-8).step()
    values.update(copied("adam", dict(model.named_parameters())))
    return values


def alone_file() -> dict[Path, tuple[Tensors, Metadata]]:
    tensors: Tensors = {}
    for shape in members():
        for name, value in member_values(shape).items():
            narrow = value if value.is_floating_point() else value.int()
            tensors[f"{shape.name}/{name}"] = narrow.numpy()
    described = {
        shape.name: {"shape": vars(shape), "learningRate": LEARNING_RATE} for shape in members()
    }
    metadata = {"members": json.dumps(described, separators=(",", ":"))}
    return {PATH: (tensors, metadata)}

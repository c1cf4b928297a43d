"""The members of the family in the fixtures: every combination of parts that makes a different model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

from shape import ATTENTIONS, CELLS, DIRECTIONS, SAME_SIZE_SCORES, ModelShape

# All sizes that can differ do, so that a swapped axis is an error: E 2, B 3, H 4, T 5, S 6, V 7, 2 H 8, source tokens 9.
SMALL = ModelShape(
    cell="gru",
    layers=1,
    direction="unidirectional",
    sourceOrder="forward",
    tokenInput="learned",
    attention="none",
    timing="bahdanau",
    inputFeeding="off",
    hiddenSize=4,
    embeddingSize=2,
    sourceTokens=9,
    targetTokens=7,
)

LOOKS = (("bahdanau", "off"), ("luong", "off"), ("luong", "on"))  # timing and input feeding


@dataclass(frozen=True)
class Member:
    """A model with small sizes. Its name is the seed of its weights, batch and dropout masks."""

    name: str
    shape: ModelShape
    has_dropout: bool = False


def body_name(shape: ModelShape) -> str:
    """Cell, layers and direction, as `gru-2layer-bi`; `gru-2to1layer-bi` with a decoder of one layer."""
    layers = f"{shape.layers}to1" if shape.decoder_layers < shape.layers else shape.layers
    return f"{shape.cell}-{layers}layer-{'bi' if shape.is_bidirectional else 'uni'}"


def member_name(shape: ModelShape, *extras: str) -> str:
    """The name of a member, as `gru-2layer-bi-additive-luong-feeding`."""
    look = [shape.attention]
    if shape.has_attention:
        look.append(shape.timing)
    if shape.feeds_input:
        look.append("feeding")
    return "-".join([body_name(shape), *look, *extras])


def looks(shape: ModelShape) -> list[ModelShape]:
    """The shape without attention, and with every attention that its sizes allow."""
    kinds = [kind for kind in ATTENTIONS if kind != "none"]
    if shape.is_bidirectional:  # keys of 2 H numbers, a query of H
        kinds = [kind for kind in kinds if kind not in SAME_SIZE_SCORES]
    attentive = [
        replace(shape, attention=kind, timing=timing, inputFeeding=feeding)
        for kind, (timing, feeding) in product(kinds, LOOKS)
    ]
    return [shape, *attentive]


def one_hot_members() -> list[Member]:
    shapes = [
        replace(SMALL, cell=cell, direction=direction, tokenInput="onehot")
        for cell, direction in product(CELLS, DIRECTIONS)
    ]
    additive = replace(shapes[CELLS.index("gru") * 2], attention="additive")
    shapes += [additive, replace(additive, attention="general", timing="luong", inputFeeding="on")]
    return [Member(member_name(shape, "onehot"), shape) for shape in shapes]


def dropout_members() -> list[Member]:
    shapes = [
        replace(SMALL, cell=cell, layers=2, direction=direction, attention="additive")
        for cell, direction in product(CELLS, DIRECTIONS)
    ]
    return [Member(member_name(shape, "dropout"), shape, has_dropout=True) for shape in shapes]


def shallow_members() -> list[Member]:
    """A decoder of one layer after an encoder of two: each cell and direction, each timing, and dropout."""
    two = replace(SMALL, layers=2, decoderLayers="one")
    shapes = [replace(two, cell=cell, direction=side) for cell, side in product(CELLS, DIRECTIONS)]
    fed = replace(shapes[-1], attention="general", timing="luong", inputFeeding="on")
    early = replace(shapes[CELLS.index("gru") * 2], attention="additive")
    dropped = replace(early, direction="bidirectional")
    return [
        *(Member(member_name(shape), shape) for shape in [*shapes, early, fed]),
        Member(member_name(dropped, "dropout"), dropped, has_dropout=True),
    ]


def reversed_member() -> Member:
    """One member is enough: the order changes the ids only, and the batch has them as the encoder reads them."""
    shape = replace(SMALL, sourceOrder="reversed", attention="additive")
    return Member(member_name(shape, "reversed"), shape)


def members_by_file() -> dict[str, list[Member]]:
    """All members, by the name of their file without its ending."""
    files: dict[str, list[Member]] = {}
    for cell, layers, direction in product(CELLS, (1, 2), DIRECTIONS):
        body = replace(SMALL, cell=cell, layers=layers, direction=direction)
        files[body_name(body)] = [Member(member_name(shape), shape) for shape in looks(body)]
    files["onehot"] = one_hot_members()
    files["dropout"] = dropout_members()
    files["shallow"] = shallow_members()
    files["reversed"] = [reversed_member()]
    return files


def roads_members() -> list[Member]:
    """The members with the gradient's roads: all that decode, so none with dropout."""
    return [
        member for group in members_by_file().values() for member in group if not member.has_dropout
    ]

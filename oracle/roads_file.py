"""The fixture of the gradient's roads: for every member without dropout, in float64."""

from __future__ import annotations

import json
from pathlib import Path

from members import roads_members
from roads import TOKEN, roads_of
from safetensors_io import Metadata, Tensors

PATH = Path(__file__).parent / "roads.safetensors"


def roads_file() -> dict[Path, tuple[Tensors, Metadata]]:
    """The contents of the file, by its path. Weights and batches are in the other fixtures."""
    tensors: Tensors = {}
    for member in roads_members():
        for name, value in roads_of(member).items():
            tensors[f"{member.name}/{name}"] = value.numpy()
    described = {member.name: {"step": TOKEN} for member in roads_members()}
    return {PATH: (tensors, {"members": json.dumps(described, separators=(",", ":"))})}

"""
Computes the fixtures and compares them with the committed ones; with --write it writes them.

Exits with 1 on any difference: a missing or unknown file, different metadata, keys, types or shapes, or a value that is
off by more than RELATIVE times the largest value of its tensor. Builds of PyTorch differ by less.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from alone import alone_file
from fixtures import FOLDER, all_files
from members import members_by_file
from roads_file import roads_file
from transformer_fixtures import MEMBERS as TRANSFORMERS, transformers_file
from safetensors_io import Metadata, Tensors, WrongFile, read_file, write_file

RELATIVE = 1e-9


def difference(expected: np.ndarray, found: np.ndarray) -> float:
    """The largest difference over the largest value of the tensor."""
    largest = np.abs(expected - found.astype(expected.dtype)).max(initial=0)
    scale = np.abs(expected).max(initial=0)
    return 0.0 if largest == 0 else float(largest / scale) if scale > 0 else float("inf")


def compare_tensors(expected: Tensors, found: Tensors) -> tuple[list[str], float]:
    """The faults of the tensors found, one line each, and the worst difference among those of the expected shape."""
    wrong = [f"{name}: missing" for name in expected.keys() - found.keys()]
    wrong += [f"{name}: not of this family" for name in found.keys() - expected.keys()]
    worst = 0.0
    for name in expected.keys() & found.keys():
        want, have = expected[name], found[name]
        if (want.dtype, want.shape) != (have.dtype, have.shape):
            wrong.append(f"{name}: {have.dtype} {have.shape}, expected {want.dtype} {want.shape}")
            continue
        off = difference(want, have)
        worst = max(worst, off)
        if not off <= RELATIVE:  # true for NaN too
            wrong.append(f"{name}: off by {off:.1e} of its largest value")
    return sorted(wrong), worst


def compare_file(path: Path, tensors: Tensors, metadata: Metadata) -> tuple[list[str], float]:
    try:
        found, found_metadata = read_file(path)
    except WrongFile as error:
        return [str(error)], 0.0
    wrong, worst = compare_tensors(tensors, found)
    if found_metadata != metadata:
        wrong.append("the metadata differ")
    return wrong, worst


def write_all() -> None:
    FOLDER.mkdir(exist_ok=True)
    contents = {**all_files(), **roads_file(), **transformers_file(), **alone_file()}
    for path in set(FOLDER.glob("*.safetensors")) - contents.keys():
        path.unlink()
    for path, (tensors, metadata) in contents.items():
        write_file(path, tensors, metadata)


def compare_all() -> bool:
    """Whether the committed files equal the computed ones; prints every difference."""
    contents = {**all_files(), **roads_file(), **transformers_file(), **alone_file()}
    wrong = [f"{path.name}: not of this family" for path in set(FOLDER.glob("*")) - contents.keys()]
    worst = 0.0
    for path, (tensors, metadata) in contents.items():
        problems, off = compare_file(path, tensors, metadata)
        wrong += [f"{path.name}: {problem}" for problem in problems]
        worst = max(worst, off)
    for line in wrong:
        print(line, file=sys.stderr)
    members = sum(len(group) for group in members_by_file().values()) + len(TRANSFORMERS)
    count = sum(len(tensors) for tensors, _ in contents.values())
    print(f"{members} members, {count} tensors, worst relative difference {worst:.1e}")
    return not wrong


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Compares the fixtures with what PyTorch computes now."
    )
    parser.add_argument("--write", action="store_true", help="write the fixtures")
    if parser.parse_args().write:
        write_all()
    if not compare_all():
        sys.exit("The fixtures differ. If you changed them on purpose, run `npm run oracle -- --write`.")


if __name__ == "__main__":
    main()

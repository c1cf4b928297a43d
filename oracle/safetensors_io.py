"""Reads and writes safetensors files: eight bytes of header length, a JSON header, then the tensors without gaps."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np

Tensors = dict[str, np.ndarray]
Metadata = dict[str, str]

DTYPES = {"F64": np.dtype("<f8"), "F32": np.dtype("<f4"), "I32": np.dtype("<i4")}
NAMES = {dtype: name for name, dtype in DTYPES.items()}


class WrongFile(Exception):
    """The file is not valid; the message is a sentence for the user."""


def to_bytes(tensors: Tensors, metadata: Metadata) -> bytes:
    """A file's bytes. Wide numbers come first, so that every tensor begins at a multiple of its number's width."""
    header: dict[str, object] = {"__metadata__": metadata}
    chunks: list[bytes] = []
    offset = 0
    for name, array in sorted(tensors.items(), key=lambda item: -item[1].dtype.itemsize):
        data = np.ascontiguousarray(array).tobytes()
        end = offset + len(data)
        dtype = NAMES[array.dtype.newbyteorder("<")]
        header[name] = {"dtype": dtype, "shape": list(array.shape), "data_offsets": [offset, end]}
        chunks.append(data)
        offset = end
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(chunks)


def from_bytes(data: bytes) -> tuple[Tensors, Metadata]:
    """The tensors and the metadata in a file's bytes; raises WrongFile where the file is not valid."""
    if len(data) < 8:
        raise WrongFile("The file is too short to be a safetensors file.")
    (length,) = struct.unpack("<Q", data[:8])
    if length > len(data) - 8:
        raise WrongFile(
            "The file ends before its header does, so it is incomplete or not a safetensors file."
        )
    try:
        header = json.loads(data[8 : 8 + length].decode())
    except ValueError as error:
        raise WrongFile("The file's header is not JSON, so it is not a safetensors file.") from error
    if not isinstance(header, dict):
        raise WrongFile("The file's header is not a JSON object.")
    metadata = header.pop("__metadata__", {})
    if not isinstance(metadata, dict):
        raise WrongFile("The file's metadata are not a JSON object.")
    body = memoryview(data)[8 + length :]
    return {name: read_tensor(name, entry, body) for name, entry in header.items()}, metadata


def read_tensor(name: str, entry: Any, body: memoryview) -> np.ndarray:
    """The tensor of an entry in the header."""
    try:
        dtype, shape, (start, end) = DTYPES[entry["dtype"]], entry["shape"], entry["data_offsets"]
        return np.frombuffer(body[start:end], dtype).reshape(shape).copy()
    except (KeyError, TypeError, ValueError) as error:
        raise WrongFile(
            f"The tensor {name!r} has a type, shape or place that cannot be read."
        ) from error


def write_file(path: Path, tensors: Tensors, metadata: Metadata) -> None:
    path.write_bytes(to_bytes(tensors, metadata))


def read_file(path: Path) -> tuple[Tensors, Metadata]:
    """Raises WrongFile, also where the file does not exist."""
    try:
        return from_bytes(path.read_bytes())
    except OSError as error:
        raise WrongFile(f"The file {path} cannot be read: {error.strerror}.") from error

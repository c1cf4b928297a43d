"""
Opens a network that only reads or only writes, as the app saved it on the page of the networks alone.

  printf 'moreau\nnowak\n' | python3 oracle/load_names.py CLASSIFIER.safetensors
  python3 oracle/load_names.py GENERATOR.safetensors

A classifier reads names from stdin, one a line in small letters, and says the likeliest class of each. A generator writes
the greedy name of every class. With --json, names are JSON arrays of letters, and a classifier gives the probability of
every class.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from alone import AloneShape, Classifier, Generator, Names
from model_file import read_json, read_vocabulary
from padding import lengths, padded
from safetensors_io import WrongFile, read_file
from tokens import EOS, PAD, SOS, UNK

FORMAT = "seq2seq-lab names 1"
LONGEST = 40  # letters of a written name
UNSAYABLE = [PAD, SOS, UNK]


@dataclass(frozen=True)
class SavedNames:
    letters: list[str]  # text by id, the special tokens first
    classes: list[str]
    model: Classifier | Generator


def read_names(path: Path) -> SavedNames:
    """Raises WrongFile where the file is not a network alone of the app."""
    tensors, metadata = read_file(path)
    if metadata.get("format") != FORMAT:
        raise WrongFile(f"The file is not a network alone of Seq2Seq Lab: it needs format {FORMAT!r}.")
    config, letters = read_json(metadata, "config"), read_vocabulary(metadata, "letters")
    classes = read_json(metadata, "classes")
    if not isinstance(config, dict) or not isinstance(classes, list):
        raise WrongFile("The metadata of the file are not those of a network alone.")
    named = {name: config[name] for name in vars(AloneShape()) if name in config}
    shape = AloneShape(**{**named, "letters": len(letters), "classes": len(classes)})
    model = Classifier(shape) if shape.alone == "classifier" else Generator(shape)
    try:
        model.load_state_dict({name: torch.from_numpy(value) for name, value in tensors.items()})
    except RuntimeError as error:
        raise WrongFile(f"The parameters do not fit the configuration: {error}") from error
    return SavedNames(letters, classes, model)


def beliefs(saved: SavedNames, names: list[list[str]]) -> Tensor:
    """The probability of every class after the last letter of every name [B, C]."""
    ids = {text: i for i, text in enumerate(saved.letters) if i > UNK}
    rows = [[ids.get(letter, UNK) for letter in name] for name in names]
    batch = Names(padded(rows), lengths(rows), torch.zeros(len(rows)).long(), padded(rows))
    with torch.no_grad():
        return saved.model(batch)["logits"].softmax(1)


def greedy_name(saved: SavedNames, label: int) -> list[str]:
    """The letters that are likeliest one after another; the class is told at every step."""
    read = [SOS]
    while len(read) <= LONGEST:
        batch = Names(padded([read]), lengths([read]), torch.tensor([label]), padded([read]))
        with torch.no_grad():
            logits = saved.model(batch)["logits"][0, -1]
        logits[UNSAYABLE] = float("-inf")
        said = int(logits.argmax())
        if said == EOS:
            break
        read.append(said)
    return [saved.letters[i] for i in read[1:]]


def classify(saved: SavedNames, is_json: bool) -> None:
    lines = [line.rstrip("\r\n") for line in sys.stdin]
    names = [json.loads(line) if is_json else list(line) for line in lines]
    for line, row in zip(lines, beliefs(saved, names)):
        best = int(row.argmax())
        print(json.dumps(row.tolist()) if is_json else f"{line}\t{saved.classes[best]}\t{row[best]:.3f}")


def write(saved: SavedNames, is_json: bool) -> None:
    for label, name in enumerate(saved.classes):
        letters = greedy_name(saved, label)
        print(json.dumps(letters) if is_json else f"{name}\t{''.join(letters)}")


def main() -> None:
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    parser = argparse.ArgumentParser(description="Reads or writes names with a network of the app.")
    parser.add_argument("model", type=Path, help="a .safetensors file")
    parser.add_argument("--json", action="store_true", help="names are JSON arrays of letters")
    arguments = parser.parse_args()
    try:
        saved = read_names(arguments.model)
    except WrongFile as error:
        sys.exit(str(error))
    act = classify if isinstance(saved.model, Classifier) else write
    act(saved, arguments.json)


if __name__ == "__main__":
    main()

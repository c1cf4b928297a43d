"""
Opens a model that the app saved and answers the sources on stdin, one a line.

  echo hello | python3 oracle/load.py MODEL.safetensors
  echo '["h","i"]' | python3 oracle/load.py MODEL.safetensors --json
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from greedy import decode_greedily
from model_file import SavedModel, read_model
from safetensors_io import WrongFile
from tokens import source_ids

BATCH = 128  # sources that are decoded together
LONGEST = 64


def positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError
    return value


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Answers sources with a model that the app saved.")
    parser.add_argument("model", type=Path, help="a .safetensors file")
    parser.add_argument(
        "--json", action="store_true", help="lines are JSON arrays of tokens, in and out"
    )
    parser.add_argument("--limit", type=positive, default=LONGEST, help="most tokens of an answer")
    return parser.parse_args()


def read_source(line: str, number: int, is_json: bool) -> list[str]:
    """The tokens of a line: its characters, or the texts of its JSON array."""
    if not is_json:
        return list(line)
    try:
        tokens = json.loads(line)
    except ValueError:
        tokens = None
    if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
        raise WrongFile(f"Line {number} of the input is not a JSON array of texts.")
    return tokens


def answers(saved: SavedModel, sources: list[list[str]], limit: int) -> list[list[str]]:
    """The tokens of the model's answer to each source."""
    model, order = saved.model(), saved.config["sourceOrder"]
    rows = [source_ids(saved.source_tokens, source, order) for source in sources]
    decoded = [
        answer
        for start in range(0, len(rows), BATCH)
        for answer in decode_greedily(model, rows[start : start + BATCH], limit)
    ]
    return [[saved.target_tokens[i] for i in answer] for answer in decoded]


def main() -> None:
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    arguments = read_arguments()
    try:
        saved = read_model(arguments.model)
        lines = [line.rstrip("\r\n") for line in sys.stdin]
        sources = [read_source(line, i + 1, arguments.json) for i, line in enumerate(lines)]
        for answer in answers(saved, sources, arguments.limit):
            print(json.dumps(answer, ensure_ascii=False) if arguments.json else "".join(answer))
    except WrongFile as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()

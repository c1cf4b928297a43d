"""Greedy decoding: the most likely token at every step, for each row until its <eos>."""

from __future__ import annotations

import torch

from model import Seq2Seq
from padding import lengths, padded
from tokens import EOS, SOS
from transformer import Transformer


def decode_greedily(model: Seq2Seq | Transformer, sources: list[list[int]], limit: int) -> list[list[int]]:
    """
    The model's answers, without <eos>.

    `sources` are ids in reading order with <eos> last; an answer has at most `limit` tokens.
    """
    with torch.no_grad():
        if isinstance(model, Transformer):
            said_ids = model.decode(padded(sources), lengths(sources), SOS, limit)
            return [until_end(row) for row in said_ids.tolist()]
        encoded = model.encoder(padded(sources), lengths(sources))
        state, fed = encoded.initial, model.start_fed(len(sources))
        ids = torch.full((len(sources),), SOS)
        said = []
        for _ in range(limit):
            step = model.step(model.decoder.read(ids), state, fed, encoded)
            ids = step.logits.argmax(1)  # [B]
            said.append(ids)
            state = step.state
            fed = fed if step.attentional is None else step.attentional
            if bool((torch.stack(said) == EOS).any(0).all()):
                break
    return [until_end(row) for row in torch.stack(said, 1).tolist()]


def until_end(row: list[int]) -> list[int]:
    """The ids before the first <eos>; all ids where there is none."""
    return row[: row.index(EOS)] if EOS in row else row

"""Special tokens, and the order in which a source is read."""

from __future__ import annotations

from collections.abc import Sequence

SPECIAL_TOKENS = ["<pad>", "<sos>", "<eos>", "<unk>"]
PAD, SOS, EOS, UNK = range(4)


def source_ids(vocabulary: Sequence[str], tokens: Sequence[str], order: str) -> list[int]:
    """
    Ids as the encoder reads them: x1..xm <eos>, or xm..x1 <eos> where the order is "reversed".

    A token that is not in the vocabulary, or is spelled like a special token, becomes <unk>.
    """
    ids = {text: i for i, text in enumerate(vocabulary) if i > UNK}
    known = [ids.get(token, UNK) for token in tokens]
    return [*(reversed(known) if order == "reversed" else known), EOS]

"""The sizes and options that determine a model's parameters: the app's ModelShape, with the same field names."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

NETWORKS = ("recurrent", "transformer")
HEADS = ("1", "2", "4")
POSITIONS = ("sinusoidal", "learned")
CELLS = ("rnn", "gru", "lstm")
DECODER_LAYERS = ("same", "one")
DIRECTIONS = ("unidirectional", "bidirectional")
SOURCE_ORDERS = ("forward", "reversed")
TOKEN_INPUTS = ("learned", "onehot")
ATTENTIONS = ("none", "additive", "concat", "dot", "general", "diagonal")
TIMINGS = ("bahdanau", "luong")
INPUT_FEEDINGS = ("off", "on")

SAME_SIZE_SCORES = ("dot", "diagonal")  # they pair each number of the query with one of the key


ADDED = {
    "decoderLayers": "same",
    "network": "recurrent",
    "heads": "2",
    "positions": "sinusoidal",
}


@dataclass(frozen=True)
class ModelShape:
    """Fields are spelled as in the app, so that its JSON needs no translation."""

    cell: str
    layers: int  # L, of the encoder
    direction: str  # of the encoder
    sourceOrder: str
    tokenInput: str
    attention: str
    timing: str
    inputFeeding: str
    hiddenSize: int  # H per direction, also the size of the attention's inner layer
    embeddingSize: int  # E
    sourceTokens: int  # size of the source vocabulary, special tokens included
    targetTokens: int  # V, size of the target vocabulary, special tokens included
    decoderLayers: str = "same"  # "same": as many as the encoder
    network: str = "recurrent"
    heads: str = "2"  # of a Transformer
    positions: str = "sinusoidal"  # of a Transformer

    @staticmethod
    def from_json(values: dict[str, Any]) -> ModelShape:
        """Reads the fields of a shape and ignores others."""
        values = {**ADDED, **values}  # files of earlier versions lack these fields
        if values["network"] == "transformer":
            values = {**values, "embeddingSize": values["hiddenSize"]}
        return ModelShape(**{field.name: values[field.name] for field in fields(ModelShape)})

    def to_json(self) -> dict[str, Any]:
        """Without the fields that the fixtures of earlier members lack, where they have their defaults."""
        values = asdict(self)
        if self.decoderLayers == "same":
            del values["decoderLayers"]
        if self.network == "recurrent":
            for name in ("network", "heads", "positions"):
                del values[name]
        return values

    @property
    def head_count(self) -> int:
        return int(self.heads)

    @property
    def is_bidirectional(self) -> bool:
        return self.direction == "bidirectional"

    @property
    def decoder_layers(self) -> int:
        return 1 if self.decoderLayers == "one" else self.layers

    @property
    def is_one_hot(self) -> bool:
        return self.tokenInput == "onehot"

    @property
    def has_attention(self) -> bool:
        return self.attention != "none"

    @property
    def context_enters_cell(self) -> bool:
        """Whether the context joins the cell's input (Bahdanau et al. 2015)."""
        return self.has_attention and self.timing == "bahdanau"

    @property
    def has_attentional_state(self) -> bool:
        """Whether h~ = tanh(Wc [c; h]) lies between cell and logits (Luong et al. 2015, eq. 5)."""
        return self.has_attention and self.timing == "luong"

    @property
    def feeds_input(self) -> bool:
        """Whether h~(t-1) joins the cell's input (Luong et al. 2015, section 3.3)."""
        return self.has_attentional_state and self.inputFeeding == "on"

    @property
    def key_size(self) -> int:
        """K: width of an encoder state."""
        return self.hiddenSize * (2 if self.is_bidirectional else 1)

    @property
    def decoder_input_size(self) -> int:
        """Width of the input of the decoder's first layer: the token, then the context or h~(t-1)."""
        token = self.targetTokens if self.is_one_hot else self.embeddingSize
        context = self.key_size if self.context_enters_cell else 0
        fed = self.hiddenSize if self.feeds_input else 0
        return token + context + fed

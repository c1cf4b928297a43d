"""
The network in eager PyTorch on one thread or on CUDA, driven over standard input.

Reads the work as a line of JSON, {"sizes", "update", "batch", "parameters", "weights", "device"},
and answers with {"torch", "blas", "rate"}, or with null where PyTorch has no such device.
Then each line is a number of updates; it makes them and answers with {"loss", "ms"}.
`weights` names a file with the first weights, float32, in the order of `parameters`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional


class Network(nn.Module):
    """A GRU encoder and decoder with additive attention, under the parameter names of the app."""

    def __init__(self, hidden: int, vocabulary: int) -> None:
        super().__init__()
        H, V = hidden, vocabulary
        self.read = nn.Embedding(V, H)
        self.encoder = nn.GRU(H, H)
        self.key = nn.Linear(H, H, bias=False)
        self.query = nn.Linear(H, H, bias=False)
        self.v = nn.Linear(H, 1, bias=False)
        self.write = nn.Embedding(V, H)
        self.decoder = nn.GRUCell(2 * H, H)
        self.out = nn.Linear(H, V)

    def named(self) -> dict[str, nn.Parameter]:
        """The parameters under the names of the app."""
        cell = [
            (f"{side}.gru.{part}_{of}_l0", getattr(layer, f"{part}_{of}{suffix}"))
            for side, layer, suffix in [("encoder", self.encoder, "_l0"), ("decoder", self.decoder, "")]
            for part in ("weight", "bias")
            for of in ("ih", "hh")
        ]
        return {
            "encoder.embedding.weight": self.read.weight,
            "decoder.embedding.weight": self.write.weight,
            "attention.query.weight": self.query.weight,
            "attention.key.weight": self.key.weight,
            "attention.v.weight": self.v.weight,
            "decoder.out.weight": self.out.weight,
            "decoder.out.bias": self.out.bias,
            **dict(cell),
        }

    def forward(self, source: Tensor, target_in: Tensor) -> Tensor:
        """Ids, [S, B] and [T, B] -> logits [T, B, V]"""
        states, last = self.encoder(self.read(source))  # [S, B, H], [1, B, H]
        values = states.transpose(0, 1)  # [B, S, H]
        keys = self.key(values)  # U k  [B, S, H]
        h = last[0]
        readouts = []
        for token in self.write(target_in):  # [B, E]
            inner = torch.tanh(self.query(h).unsqueeze(1) + keys)
            weights = torch.softmax(self.v(inner), 1)  # [B, S, 1]
            context = torch.bmm(weights.transpose(1, 2), values).squeeze(1)  # [B, H]
            h = self.decoder(torch.cat([token, context], 1), h)
            readouts.append(h)
        return self.out(torch.stack(readouts))


def load(network: Network, work: dict[str, Any]) -> None:
    """Sets the first weights. The file has matrices as [in, out] where PyTorch has them as [out, in]."""
    with open(work["weights"], "rb") as file:
        flat = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
    parameters = network.named()
    offset = 0
    for spec in work["parameters"]:
        parameter = parameters.pop(spec["name"])
        values = flat[offset : offset + parameter.numel()].reshape(spec["shape"])
        offset += parameter.numel()
        with torch.no_grad():
            parameter.copy_(values.t() if spec["transposed"] else values)
    assert offset == flat.numel() and not parameters


def blas() -> str:
    """The library that multiplies matrices; known on Linux only, which lists the loaded libraries."""
    maps = Path("/proc/self/maps")
    loaded = maps.read_text() if maps.exists() else ""
    known = {"mkl": "MKL", "openblas": "OpenBLAS", "libblas": "reference BLAS"}
    return next((name for part, name in known.items() if part in loaded), "unknown BLAS")


def product_rate() -> float:
    """The rate of a large matrix product in billions of operations a second; a multiply-add counts as two."""
    n, times = 512, 20
    a = torch.randn(n, n)
    a @ a  # the first product is slower
    start = perf_counter()
    for _ in range(times):
        a @ a
    return 2 * n**3 * times / (perf_counter() - start) / 1e9


def main() -> None:
    torch.set_num_threads(1)
    work = json.loads(sys.stdin.readline())
    device = torch.device(work["device"])
    if device.type == "cuda" and not torch.cuda.is_available():
        print("null", flush=True)
        return
    update = work["update"]
    network = Network(**work["sizes"])
    load(network, work)
    network.to(device)
    ids = {name: torch.tensor(rows).t().contiguous().to(device) for name, rows in work["batch"].items()}
    adam = torch.optim.Adam(
        network.parameters(),
        lr=update["learningRate"],
        betas=(update["beta1"], update["beta2"]),
        eps=update["epsilon"],
        foreach=True,  # faster: few calls update all parameters
    )

    def step() -> Tensor:
        logits = network(ids["source"], ids["targetIn"])
        loss = functional.cross_entropy(logits.flatten(0, 1), ids["targetOut"].flatten())
        adam.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), update["clipNorm"])
        adam.step()
        return loss

    print(json.dumps({"torch": torch.__version__, "blas": blas(), "rate": product_rate()}), flush=True)
    for line in sys.stdin:
        start = perf_counter()
        for _ in range(int(line)):
            loss = step()
        value = loss.item()
        print(json.dumps({"loss": value, "ms": 1000 * (perf_counter() - start)}), flush=True)


main()

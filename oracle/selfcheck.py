"""Checks the reference itself: computes equal quantities in two ways, and gradients also by differences."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor
from torch.nn import functional

from drawn import Batch, draw_batch, draw_dropped
from dropout import Dropped
from fixtures import Named, built_model, copied, forward_values
from members import Member, dropout_members, members_by_file, roads_members
from model import Seq2Seq
from roads import roads_of, whole_gradient

TOLERANCE = 1e-12  # between two ways to compute a quantity in float64
DIFFERENCE_STEP = 1e-5
DIFFERENCE_TOLERANCE = (
    1e-8  # of central differences, relative to the largest gradient of the tensor
)

MEMBERS: dict[str, Member] = {
    member.name: member for group in members_by_file().values() for member in group
}
BODIES = [member for name, member in MEMBERS.items() if name.endswith("-none")]


def largest(a: Tensor, b: Tensor) -> float:
    return (a - b).abs().max().item()


def values_of(model: Seq2Seq, batch: Batch, dropped: Dropped | None = None) -> Named:
    """Forward quantities and gradients."""
    model.zero_grad()
    forward = forward_values(model, batch, dropped)
    forward["loss"].backward()
    gradients = {name: parameter.grad for name, parameter in model.named_parameters()}
    return {**copied("forward", forward), **copied("gradient", gradients)}


def masks_of_ones_change_nothing() -> float:
    """Layer by layer with masks of ones equals nn.GRU, nn.RNN or nn.LSTM on all layers at once."""
    worst = 0.0
    for member in dropout_members():
        model, batch = built_model(member), draw_batch(member.name, member.shape)
        masks = vars(draw_dropped(member, batch))
        ones = Dropped(**{place: torch.ones_like(mask) for place, mask in masks.items()})
        with_masks, without = values_of(model, batch, ones), values_of(model, batch)
        worst = max(worst, *(largest(with_masks[name], without[name]) for name in without))
    return worst


def last_states_are_outputs_at_last_tokens() -> float:
    """h_n of packed sequences is the output at the last token of each row; of the backward direction, at the first."""
    worst = 0.0
    for member in BODIES:
        encoder, batch = built_model(member).encoder, draw_batch(member.name, member.shape)
        H, rows = member.shape.hiddenSize, torch.arange(len(batch.source))
        layers, last = encoder.run_packed(encoder.read(batch.source), batch.source_lengths)
        top = layers[-1]
        forward = top[rows, batch.source_lengths - 1, :H]
        directions = 2 if member.shape.is_bidirectional else 1
        worst = max(worst, largest(last[0][-directions], forward))
        if directions == 2:
            worst = max(worst, largest(last[0][-1], top[:, 0, H:]))
    return worst


def with_twice_the_padding(batch: Batch) -> Batch:
    def longer(ids: Tensor) -> Tensor:
        return functional.pad(ids, (0, ids.shape[1]))

    return replace(
        batch,
        source=longer(batch.source),
        target_in=longer(batch.target_in),
        target_out=longer(batch.target_out),
    )


def padding_changes_nothing() -> float:
    """Twice the padding gives the same values, loss and gradients, and zeros on the padding."""
    worst = 0.0
    for name in [
        "rnn-1layer-uni-none",
        "gru-2layer-bi-additive-bahdanau",
        "lstm-2layer-bi-general-luong-feeding",
    ]:
        model, batch = built_model(MEMBERS[name]), draw_batch(name, MEMBERS[name].shape)
        short, long = values_of(model, batch), values_of(model, with_twice_the_padding(batch))
        for key, value in short.items():
            padding = [part for size in reversed(value.shape) for part in (0, size)]
            grown = long[key].shape != value.shape
            expected = (
                functional.pad(value, padding)[tuple(map(slice, long[key].shape))]
                if grown
                else value
            )
            worst = max(worst, largest(expected, long[key]))
    return worst


def same_outputs(left: str, right: str, translate: Callable[[Seq2Seq, Seq2Seq], None]) -> float:
    """The difference of two members. The second gets the first one's parameters, and those that `translate` sets."""
    one, other = built_model(MEMBERS[left]), built_model(MEMBERS[right])
    known = other.state_dict().keys()
    other.load_state_dict({k: v for k, v in one.state_dict().items() if k in known}, strict=False)
    with torch.no_grad():
        translate(one, other)
    batch = draw_batch(left, MEMBERS[left].shape)
    a, b = forward_values(one, batch, None), forward_values(other, batch, None)
    return max(largest(a[name], b[name]) for name in a)


def concat_is_additive() -> float:
    """v . tanh(Wa [q; k]) is v . tanh(W q + U k) where Wa = [W U]."""

    def join(additive: Seq2Seq, concat: Seq2Seq) -> None:
        parts = [additive.attention.query.weight, additive.attention.key.weight]
        concat.attention.concat.weight.copy_(torch.cat(parts, 1))

    bodies = ["gru-1layer-uni-{}-bahdanau", "lstm-2layer-bi-{}-luong-feeding"]
    return max(same_outputs(b.format("additive"), b.format("concat"), join) for b in bodies)


def dot_is_general_with_the_identity() -> float:
    def identity(_: Seq2Seq, general: Seq2Seq) -> None:
        general.attention.key.weight.copy_(torch.eye(4))

    return same_outputs("gru-1layer-uni-dot-luong", "gru-1layer-uni-general-luong", identity)


def diagonal_is_general_with_a_diagonal_matrix() -> float:
    def spread(diagonal: Seq2Seq, general: Seq2Seq) -> None:
        general.attention.key.weight.copy_(torch.diag(diagonal.attention.diagonal))

    return same_outputs(
        "rnn-2layer-uni-diagonal-bahdanau", "rnn-2layer-uni-general-bahdanau", spread
    )


def batch_rows_are_independent() -> float:
    """A batch of three gives the same as three batches of one."""
    name = "lstm-2layer-bi-additive-luong-feeding"
    model, batch = built_model(MEMBERS[name]), draw_batch(name, MEMBERS[name].shape)
    together, worst = forward_values(model, batch, None), 0.0
    for row in range(len(batch.source)):
        alone = Batch(**{key: value[row : row + 1] for key, value in vars(batch).items()})
        logits = forward_values(model, alone, None)["logits"]
        worst = max(worst, largest(together["logits"][row : row + 1], logits))
    return worst


def roads_add_up() -> float:
    """The three roads of every state add up to the gradient that the ordinary graph gives it."""
    worst = 0.0
    for member in roads_members():
        roads = roads_of(member)
        encoder, decoder = whole_gradient(member)
        worst = max(worst, largest(roads["encoder"].sum(0), encoder))
        worst = max(worst, largest(roads["decoder"].sum(0)[1:], decoder))
    return worst


def difference_quotients(loss: Callable[[], float], parameter: Tensor) -> Tensor:
    """(loss(w + e) - loss(w - e)) / 2e for every number w of a parameter."""
    flat = parameter.detach().view(-1)
    quotients = torch.empty_like(flat)
    for i in range(flat.numel()):
        kept = flat[i].item()
        flat[i] = kept + DIFFERENCE_STEP
        above = loss()
        flat[i] = kept - DIFFERENCE_STEP
        below = loss()
        flat[i] = kept
        quotients[i] = (above - below) / (2 * DIFFERENCE_STEP)
    return quotients.view_as(parameter)


def worst_gradient(member: Member) -> float:
    """The worst gradient of a member against central differences, relative to the largest of its parameter."""
    model, batch = built_model(member), draw_batch(member.name, member.shape)
    dropped = draw_dropped(member, batch) if member.has_dropout else None
    gradients = values_of(model, batch, dropped)

    def loss() -> float:
        with torch.no_grad():
            return forward_values(model, batch, dropped)["loss"].item()

    worst = 0.0
    for name, parameter in model.named_parameters():
        gradient = gradients[f"gradient/{name}"]
        off = largest(gradient, difference_quotients(loss, parameter))
        worst = max(worst, off / gradient.abs().max().item())
    return worst


def gradients_are_difference_quotients() -> float:
    names = ["rnn-1layer-uni-diagonal-bahdanau", "gru-2layer-uni-additive-bahdanau-dropout"]
    return max(worst_gradient(MEMBERS[name]) for name in names)


CHECKS: list[Callable[[], float]] = [
    masks_of_ones_change_nothing,
    last_states_are_outputs_at_last_tokens,
    padding_changes_nothing,
    concat_is_additive,
    dot_is_general_with_the_identity,
    diagonal_is_general_with_a_diagonal_matrix,
    batch_rows_are_independent,
    roads_add_up,
]


def main() -> None:
    torch.set_num_threads(1)  # tensors are tiny
    results = [(check.__name__, check(), TOLERANCE) for check in CHECKS]
    quotients = gradients_are_difference_quotients
    results.append((quotients.__name__, quotients(), DIFFERENCE_TOLERANCE))
    for name, off, tolerance in results:
        verdict = "ok" if off <= tolerance else "WRONG"
        print(f"{verdict:5} {name.replace('_', ' ')}: off by {off:.1e}")
    if not all(off <= tolerance for _, off, tolerance in results):
        sys.exit("The reference contradicts itself.")


if __name__ == "__main__":
    main()

/**
 * The forward equations once more, one example at a time, in plain arrays and double precision.
 * Nothing here knows of tensors, batches or padding: it is what the tensor code's decoding is held to, and what a
 * backend's gradients are checked against before it is trusted.
 */
import type { ReferenceCellStep, ReferenceState } from "../cells/cell";
import {
  contextEntersCell,
  feedsInput,
  hasAttentionalState,
  type ModelShape,
} from "../setup/modelShape";
import { type ReferenceLook, referenceLook } from "./attention";
import { referenceEncode, type ReferenceSource, stepLayer, tokenVector } from "./encoder";
import { at, plus, softmax, times, type Vector, zeros } from "./linearAlgebra";
import { type Reference, row } from "./parameters";
import { SOS } from "../text/tokens";

export interface ReferenceDecoderState {
  readonly layers: readonly ReferenceState[];
  readonly attentional: Vector; // h~(t-1) [H]; zeros where it is not fed
}

export interface ReferenceStep {
  readonly look: ReferenceLook | null;
  readonly cells: readonly ReferenceCellStep[]; // bottom first
  readonly attentional: Vector | null; //          h~ [H]
  readonly logits: Vector; //                      [V]
  readonly next: ReferenceDecoderState;
}

/** The decoder's state before the first step. */
export function referenceInitial(
  shape: ModelShape,
  source: ReferenceSource,
): ReferenceDecoderState {
  return { layers: source.initial, attentional: zeros(shape.hiddenSize) };
}

/** One decoder step on input token `id`. */
export function referenceStep(
  p: Reference,
  shape: ModelShape,
  { states }: ReferenceSource,
  { id, before }: { readonly id: number; readonly before: ReferenceDecoderState },
): ReferenceStep {
  const token = tokenVector(p, shape, "decoder", id);
  const early = contextEntersCell(shape)
    ? referenceLook(p, shape, top(before.layers), states)
    : null;
  const fed = feedsInput(shape) ? before.attentional : [];
  const cells = stepCells(p, shape, [...token, ...(early?.context ?? []), ...fed], before.layers);
  const layers = cells.map(({ state }) => state);
  const h = top(layers);
  const late = hasAttentionalState(shape) ? referenceLook(p, shape, h, states) : null;
  const attentional =
    late && times([...late.context, ...h], p("decoder.attentional.weight")).map(Math.tanh);
  return {
    look: early ?? late,
    cells,
    attentional,
    logits: plus(times(attentional ?? h, p("decoder.out.weight")), row(p("decoder.out.bias"))),
    next: { layers, attentional: attentional ?? before.attentional },
  };
}

function top(layers: readonly ReferenceState[]): Vector {
  return layers.at(-1)?.h ?? [];
}

function stepCells(
  p: Reference,
  shape: ModelShape,
  input: Vector,
  states: readonly ReferenceState[],
): ReferenceCellStep[] {
  let x = input;
  return states.map((state, l) => {
    const step = stepLayer({ p, shape, side: "decoder" }, `l${l}`, x, state);
    x = step.state.h;
    return step;
  });
}

/** Sum of -ln p(target) over the steps of one example, the truth fed. `inputs` and `targets` have one id a step. */
export function referenceLoss(
  p: Reference,
  shape: ModelShape,
  example: { readonly source: Vector; readonly inputs: Vector; readonly targets: Vector },
): number {
  const source = referenceEncode(p, shape, example.source);
  let before = referenceInitial(shape, source);
  let loss = 0;
  example.targets.forEach((target, t) => {
    const step = referenceStep(p, shape, source, { id: at(example.inputs, t), before });
    before = step.next;
    loss -= Math.log(at(softmax(step.logits), target));
  });
  return loss;
}

/** The likeliest token of each of the first `steps` steps, the model fed its own answers; <eos> ends nothing. */
export function referenceGreedy(
  p: Reference,
  shape: ModelShape,
  ids: Vector,
  steps: number,
): number[] {
  const source = referenceEncode(p, shape, ids);
  let before = referenceInitial(shape, source);
  let id = SOS;
  return Array.from({ length: steps }, () => {
    const { logits, next } = referenceStep(p, shape, source, { id, before });
    before = next;
    id = logits.indexOf(Math.max(...logits));
    return id;
  });
}

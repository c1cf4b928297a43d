/**
 * The forward equations in plain arrays and double precision, one example at a time, without tensors, batches or
 * padding. Tests compare the tensor code with it, and the self-test checks a backend's gradients against it.
 */
import type { ReferenceCellStep, ReferenceState } from "../cells/cell";
import {
  contextEntersCell,
  feedsInput,
  hasAttentionalState,
  type ModelShape,
} from "../setup/modelShape";
import { type ReferenceAttention, referenceAttend } from "./attention";
import { referenceEncode, type ReferenceSource, stepLayer, tokenVector } from "./encoder";
import { at, plus, softmax, times, type Vector, zeros } from "./linearAlgebra";
import { type Reference, row } from "./parameters";
import { SOS } from "../text/tokens";

export interface ReferenceDecoderState {
  readonly layers: readonly ReferenceState[];
  readonly attentional: Vector; // h~(t-1) [H]; unused without input feeding
}

export interface ReferenceStep {
  readonly attended: ReferenceAttention | null;
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

/** What goes into a decoder step. */
export interface ReferenceInput {
  readonly id: number; // of the token
  readonly before: ReferenceDecoderState;
  /** Attends with a query; absent: with the model's score to all states of the source. */
  readonly attend?: (query: Vector) => ReferenceAttention;
  /** Changes the new state of the top layer before anything reads it. */
  readonly touch?: (state: ReferenceState) => ReferenceState;
}

/** One decoder step. */
export function referenceStep(
  p: Reference,
  shape: ModelShape,
  { states }: Pick<ReferenceSource, "states">,
  { id, before, ...given }: ReferenceInput,
): ReferenceStep {
  const { attend = (query) => referenceAttend(p, shape, query, states) } = given;
  const { touch = (state) => state } = given;
  const token = tokenVector(p, shape, "decoder", id);
  const early = contextEntersCell(shape) ? attend(top(before.layers)) : null;
  const fed = feedsInput(shape) ? before.attentional : [];
  const made = stepCells(p, shape, [...token, ...(early?.context ?? []), ...fed], before.layers);
  const cells = made.map((step, l) =>
    l === made.length - 1 ? { ...step, state: touch(step.state) } : step,
  );
  const layers = cells.map(({ state }) => state);
  const h = top(layers);
  const late = hasAttentionalState(shape) ? attend(h) : null;
  const attentional =
    late && times([...late.context, ...h], p("decoder.attentional.weight")).map(Math.tanh);
  return {
    attended: early ?? late,
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

/** Sum of -ln p(target) over the steps of one example. `inputs` and `targets` have one id for each step. */
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

/** The greedy tokens of the first `steps` steps; decoding does not stop at <eos>. */
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

/**
 * The forward equations once more, one example at a time, in plain arrays and double precision.
 * Nothing here knows of tensors, batches or padding: it is the oracle that the tensor code is held to,
 * and what a backend's gradients are checked against before it is trusted.
 */
import type { ParameterName } from "../model/parameters";
import { parameterSpecs, sizeOf } from "../model/parameters";
import type { ModelShape } from "../model/shape";
import { at, dot, plus, sigmoid, softmax, times, type Vector, zeros } from "./linearAlgebra";

type Rows = readonly Vector[];
export type Reference = (name: ParameterName) => Rows;

export interface ReferenceStep {
  readonly scores: Vector | null; //  [S]
  readonly weights: Vector | null; // [S]
  readonly context: Vector | null; // [H]
  readonly reset: Vector; //          [H]
  readonly update: Vector; //         [H]
  readonly candidate: Vector; //      [H]
  readonly state: Vector; //          [H]
  readonly attentional: Vector | null; // [H]
  readonly logits: Vector; //         [V]
}

/** Cuts the flat parameter vector into matrices by name; a vector becomes a matrix of one row. */
export function referenceParameters(shape: ModelShape, flat: Vector): Reference {
  const matrices = new Map<ParameterName, Rows>();
  let offset = 0;
  for (const { name, shape: dims } of parameterSpecs(shape)) {
    const columns = dims.at(-1) ?? 1;
    const rows = sizeOf(dims) / columns;
    const start = offset;
    matrices.set(
      name,
      Array.from({ length: rows }, (_, r) =>
        flat.slice(start + r * columns, start + (r + 1) * columns),
      ),
    );
    offset += rows * columns;
  }
  return (name) => {
    const rows = matrices.get(name);
    if (!rows) throw new Error(`reference: no parameter "${name}"`);
    return rows;
  };
}

const row = (rows: Rows, i: number): Vector => rows[i] ?? [];

function gru(
  p: Reference,
  side: "encoder" | "decoder",
  x: Vector,
  h: Vector,
): Omit<ReferenceStep, "logits"> {
  const H = h.length;
  const fromInput = plus(
    times(x, p(`${side}.gru.weight_ih_l0`)),
    row(p(`${side}.gru.bias_ih_l0`), 0),
  );
  const fromState = plus(
    times(h, p(`${side}.gru.weight_hh_l0`)),
    row(p(`${side}.gru.bias_hh_l0`), 0),
  );
  const reset = h.map((_, i) => sigmoid(at(fromInput, i) + at(fromState, i)));
  const update = h.map((_, i) => sigmoid(at(fromInput, H + i) + at(fromState, H + i)));
  const candidate = h.map((_, i) =>
    Math.tanh(at(fromInput, 2 * H + i) + at(reset, i) * at(fromState, 2 * H + i)),
  );
  const state = h.map((old, i) => (1 - at(update, i)) * at(candidate, i) + at(update, i) * old);
  return {
    reset,
    update,
    candidate,
    state,
    scores: null,
    weights: null,
    context: null,
    attentional: null,
  };
}

/** The encoder's states, one per source token. */
export function referenceEncode(p: Reference, shape: ModelShape, source: Vector): Vector[] {
  const states: Vector[] = [];
  let h: Vector = zeros(shape.hiddenSize);
  for (const id of source) {
    h = gru(p, "encoder", row(p("encoder.embedding.weight"), id), h).state;
    states.push(h);
  }
  return states;
}

function score(p: Reference, kind: ModelShape["attention"], query: Vector, key: Vector): number {
  switch (kind) {
    case "dot":
      return dot(query, key);
    case "general":
      return dot(query, times(key, p("attention.key.weight")));
    case "additive": {
      const inner = plus(
        times(query, p("attention.query.weight")),
        times(key, p("attention.key.weight")),
      );
      return at(times(inner.map(Math.tanh), p("attention.v.weight")), 0);
    }
    case "none":
      throw new Error("reference: no attention, no scores");
    default:
      return kind satisfies never;
  }
}

function attend(p: Reference, shape: ModelShape, query: Vector, states: readonly Vector[]) {
  const scores = states.map((key) => score(p, shape.attention, query, key));
  const weights = softmax(scores);
  const context = query.map((_, i) =>
    states.reduce((sum, h, s) => sum + at(weights, s) * at(h, i), 0),
  );
  return { scores, weights, context };
}

/** One decoder step on input token `id` from state `s`. */
export function referenceStep(
  p: Reference,
  shape: ModelShape,
  {
    id,
    s,
    states,
  }: { readonly id: number; readonly s: Vector; readonly states: readonly Vector[] },
): ReferenceStep {
  const x = row(p("decoder.embedding.weight"), id);
  const finish = (step: Omit<ReferenceStep, "logits">): ReferenceStep => {
    const readout = step.attentional ?? step.state;
    return {
      ...step,
      logits: plus(times(readout, p("decoder.out.weight")), row(p("decoder.out.bias"), 0)),
    };
  };
  if (shape.attention === "none") return finish(gru(p, "decoder", x, s));
  if (shape.timing === "bahdanau") {
    const found = attend(p, shape, s, states);
    return finish({ ...gru(p, "decoder", [...x, ...found.context], s), ...found });
  }
  const cell = gru(p, "decoder", x, s);
  const found = attend(p, shape, cell.state, states);
  const both = [...found.context, ...cell.state];
  const attentional = times(both, p("decoder.attentional.weight")).map(Math.tanh);
  return finish({ ...cell, ...found, attentional });
}

/** Sum of -ln p(target) over the steps of one example, the truth fed. `inputs` and `targets` have one id a step. */
export function referenceLoss(
  p: Reference,
  shape: ModelShape,
  example: { readonly source: Vector; readonly inputs: Vector; readonly targets: Vector },
): number {
  const states = referenceEncode(p, shape, example.source);
  let s: Vector = states.at(-1) ?? [];
  let loss = 0;
  example.targets.forEach((target, t) => {
    const step = referenceStep(p, shape, { id: at(example.inputs, t), s, states });
    s = step.state;
    loss -= Math.log(at(softmax(step.logits), target));
  });
  return loss;
}

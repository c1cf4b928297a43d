/** Names for the vectors of a trace, and what is known about each. */
import { hasMemory, keepsState } from "../../engine/cells/layout";
import { isBidirectional } from "../../engine/setup/modelShape";
import type { LayerVector, StepVector, Subject } from "../../engine/results/subject";
import type { DecoderStep, LayerTrace, Matrix, Trace } from "../../engine/results/trace";

/** The top layer, whose states are queries, keys and readouts. */
export function topOf({ shape }: Trace): number {
  return shape.layers - 1;
}

/** One row of a matrix. */
export function matrixRow({ columns, data }: Matrix, row: number): Float32Array {
  return data.subarray(row * columns, (row + 1) * columns);
}

/** The encoder's states in a layer: [S, K]. */
export function encoderStates({ encoder, shape }: Trace, layer: number): Matrix {
  return layer < shape.layers - 1 ? (encoder.lower ?? encoder.states) : encoder.states;
}

/** The numbers of a subject; null if the trace has no such vector. */
export function vectorOf(trace: Trace, subject: Subject): Float32Array | null {
  if ("column" in subject) {
    if (subject.column >= trace.source.length) return null;
    const matrix =
      subject.kind === "embedding" ? trace.encoder.embeddings : encoderStates(trace, subject.layer);
    return matrixRow(matrix, subject.column);
  }
  const step = trace.steps[subject.step];
  if (!step) return null;
  if (!("layer" in subject)) return stepVector(step, subject.kind);
  const layer = step.layers[subject.layer];
  if (!layer) return null;
  return subject.kind === "gate"
    ? (layer.gates[subject.gate] ?? null)
    : layerVector(layer, subject.kind);
}

function stepVector(step: DecoderStep, kind: StepVector): Float32Array | null {
  switch (kind) {
    case "input":
      return step.embedding;
    case "context":
      return step.attention?.context ?? null;
    case "combined":
      return step.attentional;
    case "fedCombined":
      return step.fedAttentional;
    default:
      return kind satisfies never;
  }
}

function layerVector({ before, after }: LayerTrace, kind: LayerVector): Float32Array | null {
  switch (kind) {
    case "state":
      return after.h;
    case "previous":
      return before.h;
    case "memory":
      return after.c;
    case "previousMemory":
      return before.c;
    default:
      return kind satisfies never;
  }
}

/** Whether a vector is a forward half followed by a backward half: an encoder state, or a mixture of encoder states. */
export function isSplit({ shape }: Trace, { kind }: Subject): boolean {
  return isBidirectional(shape) && (kind === "encoder" || kind === "context");
}

/** "unit": [-1, 1]. "gate": [0, 1]. "open": unbounded. */
export type Range = "unit" | "gate" | "open";

const UNBOUNDED: ReadonlySet<Subject["kind"]> = new Set([
  "embedding",
  "input",
  "memory",
  "previousMemory",
]);

/** The range that the equations give a subject's numbers. */
export function rangeOf({ shape }: Trace, subject: Subject): Range {
  if (UNBOUNDED.has(subject.kind)) return "open";
  if (subject.kind === "gate") return subject.gate === "candidate" ? "unit" : "gate";
  if (!isBidirectional(shape)) return "unit";
  // The bridge is linear, so the first state is unbounded; a cell that keeps part of its state stays unbounded.
  const isFirst = subject.kind === "previous" && subject.step === 0;
  const isState = subject.kind === "state" || subject.kind === "previous";
  return isFirst || (isState && keepsState(shape.cell)) ? "open" : "unit";
}

const HIDDEN_AND_MEMORY = [
  ["state", "memory"],
  ["previous", "previousMemory"],
] as const;

/** The vectors that share a place on the stage with this one, itself included: h, and c in an LSTM, of each layer. */
export function vectorsInPlaceOf({ shape }: Trace, subject: Subject): readonly Subject[] {
  if (!("layer" in subject) || subject.kind === "gate") return [subject];
  const layers = Array.from({ length: shape.layers }, (_, l) => shape.layers - 1 - l);
  if (subject.kind === "encoder") return layers.map((layer) => ({ ...subject, layer }));
  const pair = HIDDEN_AND_MEMORY.find((kinds) => kinds.some((kind) => kind === subject.kind)) ?? [];
  const kinds = hasMemory(shape.cell) ? pair : pair.slice(0, 1);
  return layers.flatMap((layer) => kinds.map((kind) => ({ kind, step: subject.step, layer })));
}

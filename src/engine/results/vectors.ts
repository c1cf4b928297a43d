/** The vectors of a trace by the names of their subjects. */
import type { LayerVector, StepVector, Subject } from "./subject";
import type { DecoderStep, LayerTrace, Matrix, Trace } from "./trace";

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

/** Every vector of a trace that can be looked at closely, by name. */
import type { Matrix, Trace } from "../engine/trace";

/** What one tile shows. Steps and columns are 0-based. */
export type Subject =
  | { readonly kind: "embedding" | "encoder"; readonly column: number }
  | {
      readonly kind: "input" | "context" | "state" | "previous" | "combined" | StepVector;
      readonly step: number;
    };
type StepVector = "reset" | "update" | "candidate";

/** One row of a matrix. */
export function matrixRow({ columns, data }: Matrix, row: number): Float32Array {
  return data.subarray(row * columns, (row + 1) * columns);
}

/** The numbers of a subject, or null where this trace has none. */
export function vectorOf(trace: Trace, subject: Subject): Float32Array | null {
  if ("column" in subject) {
    if (subject.column >= trace.source.length) return null;
    const matrix = subject.kind === "embedding" ? trace.encoder.embeddings : trace.encoder.states;
    return matrixRow(matrix, subject.column);
  }
  const step = trace.steps[subject.step];
  if (!step) return null;
  switch (subject.kind) {
    case "input":
      return step.embedding;
    case "context":
      return step.attention?.context ?? null;
    case "state":
      return step.state;
    case "previous":
      return step.previousState;
    case "combined":
      return step.attentional;
    case "reset":
    case "update":
    case "candidate":
      return step.gates[subject.kind];
    default:
      return subject satisfies never;
  }
}

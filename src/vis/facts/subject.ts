/** Names for the vectors of a trace, and what is known about each. */
import { hasMemory, keepsState } from "../../engine/cells/layout";
import { decoderLayersOf, isBidirectional } from "../../engine/setup/modelShape";
import type { Subject } from "../../engine/results/subject";
import type { Trace } from "../../engine/results/trace";

/** The encoder's top layer, whose states are keys; the decoder's is `decoderTop`, which may lie lower. */
export function topOf({ shape }: Trace): number {
  return shape.layers - 1;
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
  if (UNBOUNDED.has(subject.kind) || shape.network !== "recurrent") return "open";
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
  const count = subject.kind === "encoder" ? shape.layers : decoderLayersOf(shape);
  const layers = Array.from({ length: count }, (_, l) => count - 1 - l);
  if (subject.kind === "encoder") return layers.map((layer) => ({ ...subject, layer }));
  const pair = HIDDEN_AND_MEMORY.find((kinds) => kinds.some((kind) => kind === subject.kind)) ?? [];
  const kinds = hasMemory(shape.cell) ? pair : pair.slice(0, 1);
  return layers.flatMap((layer) => kinds.map((kind) => ({ kind, step: subject.step, layer })));
}

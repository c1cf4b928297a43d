/** The quantities of one decoder step for the trace. */
import { referenceCell } from "../../reference/cells";
import type { AttentionTrace, CellState as TracedState, LayerTrace } from "../../results/trace";
import { GATES, type GateName } from "../../results/trace";
import type { CellKind } from "../../setup/config";
import type { Attended } from "../attention";
import type { CellStep } from "../cell";
import type { Matrix } from "../matrix";
import type { CellState } from "../ops";
import type { Slot, Tape } from "./tape";

/** Registers a layer's matrices. The returned function gives the layer after the transfer. */
export function tapeLayer(tape: Tape, kind: CellKind, step: CellStep): () => LayerTrace {
  const { x, after } = step;
  const [old, next] = [tapeState(tape, x.before), tapeState(tape, after)];
  const gates = tapeGates(tape, kind, step);
  return () => ({ before: old(), gates: gates(), after: next() });
}

function tapeState(tape: Tape, { h, c }: CellState): () => TracedState {
  const hidden = tape.add(h);
  const memory = c && tape.add(c);
  return () => ({ h: hidden(), c: memory && memory() });
}

/**
 * The gates, which the operation of the cell computes and does not store: they follow from its two inputs, unit by unit.
 */
function tapeGates(
  tape: Tape,
  kind: CellKind,
  { x: { input, recurrent, before } }: CellStep,
): () => LayerTrace["gates"] {
  const names: readonly GateName[] = GATES[kind];
  if (names.length === 0) return () => ({});
  const H = before.h.cols;
  const [i, r, state] = [tape.add(input), tape.add(recurrent), tapeState(tape, before)];
  const numbers = tape.derive(names.length * H, () => {
    const { h, c } = state();
    const old = { h: Array.from(h), c: c && Array.from(c) };
    const { gates } = referenceCell(kind, Array.from(i()), Array.from(r()), old);
    return names.flatMap((name) => gates[name] ?? []);
  });
  return () => {
    const all = numbers();
    return Object.fromEntries(names.map((name, g) => [name, all.subarray(g * H, (g + 1) * H)]));
  };
}

/**
 * Registers the attention of a step.
 * @param query not projected
 * @param scores of this step, once the tape has been read
 */
export function tapeAttention(
  tape: Tape,
  { weights, context }: Attended,
  query: Matrix,
  scores: Slot,
): () => AttentionTrace {
  const [q, w, c] = [tape.add(query), tape.add(weights), tape.add(context)];
  return () => ({ query: q(), scores: scores(), weights: w(), context: c() });
}

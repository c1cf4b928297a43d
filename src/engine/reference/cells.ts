/** The recurrent cells in plain arrays. */
import type { CellKind } from "../setup/config";
import type { GateName } from "../results/trace";
import { at, minus, plus, sigmoid, type Vector, zeros } from "./linearAlgebra";

export interface ReferenceState {
  readonly h: Vector; //        [H]
  readonly c: Vector | null; // [H] in an LSTM
}

export interface ReferenceCellStep {
  readonly state: ReferenceState;
  readonly gates: Readonly<Partial<Record<GateName, Vector>>>; // [H] each
}

/** The state before the first token. */
export function referenceStart(kind: CellKind, hidden: number): ReferenceState {
  return { h: zeros(hidden), c: kind === "lstm" ? zeros(hidden) : null };
}

/**
 * One step.
 * @param input W_ih x + b_ih, blocks of H numbers one behind the other
 * @param recurrent W_hh h + b_hh, likewise
 */
export function referenceCell(
  kind: CellKind,
  input: Vector,
  recurrent: Vector,
  { h, c }: ReferenceState,
): ReferenceCellStep {
  const H = h.length;
  const block = (v: Vector, i: number): Vector => v.slice(i * H, (i + 1) * H);
  const sum = (i: number): Vector => plus(block(input, i), block(recurrent, i));
  switch (kind) {
    case "rnn":
      return { state: { h: sum(0).map(Math.tanh), c: null }, gates: {} };
    case "gru": {
      const [reset, update] = [sum(0).map(sigmoid), sum(1).map(sigmoid)];
      const candidate = plus(block(input, 2), times(reset, block(recurrent, 2))).map(Math.tanh);
      const next = plus(times(minus(ones(H), update), candidate), times(update, h));
      return { state: { h: next, c: null }, gates: { reset, update, candidate } };
    }
    case "lstm": {
      const gate = { input: sum(0).map(sigmoid), forget: sum(1).map(sigmoid) };
      const [candidate, output] = [sum(2).map(Math.tanh), sum(3).map(sigmoid)];
      const memory = plus(times(gate.forget, c ?? []), times(gate.input, candidate));
      const next = times(output, memory.map(Math.tanh));
      return { state: { h: next, c: memory }, gates: { ...gate, candidate, output } };
    }
    default:
      return kind satisfies never;
  }
}

/** Element by element. */
function times(a: Vector, b: Vector): Vector {
  return a.map((x, i) => x * at(b, i));
}

function ones(length: number): Vector {
  return Array.from({ length }, () => 1);
}

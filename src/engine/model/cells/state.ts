/** The state that a recurrent layer carries from step to step, and what one step of a cell gives. */
import { add, mul, sub, type Tensor, zeros } from "@tensorflow/tfjs-core";
import type { CellKind } from "../../setup/config";
import type { GateName } from "../../results/trace";

export interface LayerState {
  readonly h: Tensor; //        hidden state [B, H]
  readonly c: Tensor | null; // the LSTM's memory cell [B, H]; null in other cells
}

export interface CellStep {
  readonly state: LayerState;
  readonly gates: Readonly<Partial<Record<GateName, Tensor>>>; // [B, H] each
}

/** The state before the first token. */
export function zeroState(kind: CellKind, batch: number, hidden: number): LayerState {
  return { h: zeros([batch, hidden]), c: kind === "lstm" ? zeros([batch, hidden]) : null };
}

/**
 * The new state on real tokens, the old one on padding. mask [B, 1]
 * On padding the old state stays to the last bit; on a real token old + (next - old) is next up to a rounding.
 */
export function keepOnPadding(old: LayerState, next: LayerState, mask: Tensor): LayerState {
  return {
    h: choose(old.h, next.h, mask),
    c: old.c && next.c && choose(old.c, next.c, mask),
  };
}

function choose(old: Tensor, next: Tensor, mask: Tensor): Tensor {
  return add(old, mul(mask, sub(next, old)));
}

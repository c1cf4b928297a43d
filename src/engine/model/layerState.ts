/** A recurrent layer's state: the initial one, and the update that padding skips. */
import { add, mul, sub, type Tensor, zeros } from "@tensorflow/tfjs-core";
import type { LayerState } from "../cells/cell";
import { hasMemory } from "../cells/layout";
import type { CellKind } from "../setup/config";

/** The state before the first token. */
export function zeroState(kind: CellKind, batch: number, hidden: number): LayerState {
  return { h: zeros([batch, hidden]), c: hasMemory(kind) ? zeros([batch, hidden]) : null };
}

/**
 * The new state at real tokens, the old one at padding. mask [B, 1]
 * At padding the result is exactly the old state; at a real token old + (next - old) is next up to rounding.
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

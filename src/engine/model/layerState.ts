/** The state that a recurrent layer carries from step to step: where it begins, and what padding does to it. */
import { add, mul, sub, type Tensor, zeros } from "@tensorflow/tfjs-core";
import type { LayerState } from "../cells/cell";
import { hasMemory } from "../cells/layout";
import type { CellKind } from "../setup/config";

/** The state before the first token. */
export function zeroState(kind: CellKind, batch: number, hidden: number): LayerState {
  return { h: zeros([batch, hidden]), c: hasMemory(kind) ? zeros([batch, hidden]) : null };
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

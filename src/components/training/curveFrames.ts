/** Where the two panels of the learning curves lie, each in a drawing of its own; widths follow the card. */
import type { Frame } from "../../vis/charts/curves";

/** In pixels; a panel's names stand above it. */
export interface PanelHeights {
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

export const LOSS: PanelHeights = { top: 10, bottom: 88, height: 92 };
export const SHARE: PanelHeights = { top: 14, bottom: 72, height: 92 }; // with the steps below

const LEFT = 36;

/** The frame of a panel in a drawing of this width. */
export function frameOf(width: number, { top, bottom }: PanelHeights): Frame {
  return { left: LEFT, right: Math.max(LEFT + 1, width - 6), top, bottom };
}

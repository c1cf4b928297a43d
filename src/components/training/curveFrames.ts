/** The frames of the two panels of the learning curves, each in its own drawing; widths follow the card. */
import type { Frame } from "../../vis/charts/curves";

/** In pixels. A panel's names are above it. */
export interface PanelHeights {
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

export const LOSS: PanelHeights = { top: 10, bottom: 88, height: 92 };
export const SHARE: PanelHeights = { top: 14, bottom: 72, height: 92 }; // with the labels of the steps below

const LEFT = 36;

/** The frame of a panel in a drawing of this width. */
export function frameOf(width: number, { top, bottom }: PanelHeights): Frame {
  return { left: LEFT, right: Math.max(LEFT + 1, width - 6), top, bottom };
}

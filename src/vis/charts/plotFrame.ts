/** The frame of the curves in their plot. */
import type { Frame } from "./curves";

export interface PlotFrame extends Frame {
  readonly width: number; // of the whole drawing, pixels
  readonly height: number;
  /** Where the names of the curves begin; null: too narrow for names. */
  readonly namesAt: number | null;
  /** Whether there is room for the numbers of the axes. */
  readonly hasScales: boolean;
}

const LOSS_SCALE = 38; // pixels, left of the frame
const SHARE_SCALE = 54; // right of the frame
const NAMES = 108;
const UPDATES = 21; // below the frame
const LOW = 50; // a drawing this low has no scales
const NARROW = 330; // a narrower drawing has no names

export function frameOf(width: number, height: number): PlotFrame {
  const hasScales = height > LOW;
  const hasNames = width >= NARROW;
  const left = hasScales ? LOSS_SCALE : 6;
  const right = width - (hasScales ? SHARE_SCALE : 8) - (hasNames ? NAMES : 0);
  return {
    width,
    height,
    left,
    right: Math.max(left + 1, right),
    top: 6,
    bottom: Math.max(7, height - (hasScales ? UPDATES : 5)),
    namesAt: hasNames ? width - NAMES : null,
    hasScales,
  };
}

/** Where the number of an update stands, so that it keeps inside the plot. */
export function tickAnchor(at: number, { left, right }: Frame): "start" | "middle" | "end" {
  if (at < left + 8) return "start";
  return at > right - 12 ? "end" : "middle";
}

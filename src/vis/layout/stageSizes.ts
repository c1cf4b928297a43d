/** The sizes on the stage that follow from the height of a row, in pixels. */
import type { RailSizes } from "./rail";
import type { StageShape } from "./stageShape";

export const MIN_PITCH = 24; // smaller cells are hard to read and to hit
export const MAX_PITCH = 64;
const ROOMY_PITCH = 32;
const BAR = 40; // least length for a probability of 1; small cells have no bar
const BIGGEST_TILE = 48; // the map stays the loudest part

export function isRoomy(pitch: number): boolean {
  return pitch >= ROOMY_PITCH;
}

/** A tile leaves a gap for the arrows. A multiple of 8 keeps the pixels of 64 units sharp. */
export function tileSize(pitch: number): number {
  return Math.min(BIGGEST_TILE, 8 * Math.floor((pitch - 7) / 8));
}

function hasWords({ targetEm }: StageShape): boolean {
  return targetEm > 2;
}

/** Font of a token in the rail: words have a smaller one than single characters. */
export function chipFont(shape: StageShape, pitch: number): number {
  if (!isRoomy(pitch)) return 13;
  return hasWords(shape) ? 13 : 15;
}

/** Font of an output at the left edge of its row. */
export function labelFont(shape: StageShape, pitch: number): number {
  const largest = hasWords(shape) ? 18 : 24;
  return Math.round(Math.min(largest, Math.max(14, pitch * 0.5)));
}

export function railSizes(shape: StageShape, pitch: number): RailSizes {
  const roomy = isRoomy(pitch);
  return {
    tile: tileSize(pitch),
    gap: pitch >= 42 ? 18 : roomy ? 14 : 6,
    chip: pitch >= 47 ? 30 : roomy ? 24 : 18, // in Bahdanau timing the context arrow passes below it
    saidChip: roomy ? 30 : 20,
    narrowestChip: roomy ? 30 : 22,
    font: chipFont(shape, pitch),
    widestChip: roomy ? 104 : 64,
    bar: roomy ? BAR : 0,
  };
}

const BOLD = 1.14; // width of bold text relative to regular text

export interface Gutter {
  readonly number: number; // width of the step numbers
  readonly label: number; //  width of the output tokens
  readonly width: number; //  of both, with the gap to the map
}

/** The left margin: step numbers and output tokens. */
export function gutterOf(shape: StageShape, pitch: number): Gutter {
  const roomy = isRoomy(pitch);
  const number = roomy ? 18 : 15;
  const text = Math.ceil(shape.targetEm * labelFont(shape, pitch) * BOLD) + 12;
  const label = Math.min(roomy ? 132 : 84, Math.max(roomy ? 36 : 32, text));
  return { number, label, width: number + label + (roomy ? 8 : 4) };
}

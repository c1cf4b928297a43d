/** The boxes of the stage's parts, for everything that draws them: the page, and the figures that leave it. */
import type { Rail, Span } from "./rail";
import { columnX, rowY, tileEdges, type Box, type StageLayout } from "./stageLayout";

const GAP = 3; // between two cells

/** A cell of the map, with its border. */
export function cellBox(layout: StageLayout, row: number, column: number): Box {
  const { pitch, columnPitch } = layout;
  return {
    x: columnX(layout, column) + GAP / 2,
    y: rowY(layout, row) + GAP / 2,
    width: columnPitch - GAP,
    height: pitch - GAP,
  };
}

/** A box of this height in the middle of a row. */
function inRow(layout: StageLayout, row: number, { x, width }: Span, height: number): Box {
  return { x, y: rowY(layout, row) + (layout.pitch - height) / 2, width, height };
}

/** The box of a step's input. */
export function fedBox(layout: StageLayout, row: number): Box {
  return inRow(layout, row, layout.rail.fed, layout.rail.chip);
}

/** The box of a token that a decode says: a column of the rail that holds outputs. */
export function saidBox(layout: StageLayout, row: number, column: Span): Box {
  return inRow(layout, row, column, layout.rail.saidChip);
}

const BAR = 7; // pixels: height of the line of a probability

/** The line of a probability of 1. */
export function barBox(layout: StageLayout, row: number, bar: NonNullable<Rail["bar"]>): Box {
  return inRow(layout, row, bar, BAR);
}

/** A square in the coordinates of the stage, in pixels. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The picture of a vector in whole pixels, because the page draws it on a canvas. */
function square(x: number, y: number, side: number): Square {
  return { x: Math.round(x), y: Math.round(y), side };
}

/** The picture of an encoder state. */
export function encoderSquare(layout: StageLayout, column: number): Square {
  return square(tileEdges(layout, column)[0], layout.header.tilesTop, layout.tile);
}

/** The picture of a vector in a column of the rail. */
export function railSquare(layout: StageLayout, row: number, { x }: Span): Square {
  const { pitch, tile } = layout;
  return square(x, rowY(layout, row) + (pitch - tile) / 2, tile);
}

/** The label of the arrow around the corner: over the arrow, or over the bridge that makes the state. */
export function cornerNoteBox(layout: StageLayout): Box {
  const { header, map, tile, bridge, rail } = layout;
  const arrowY = bridge ? bridge.y : header.tilesTop + tile / 2;
  const x = map.x + map.width + 8;
  return { x, y: arrowY - 18, width: rail.end - x, height: 16 };
}

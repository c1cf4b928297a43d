/**
 * The layout of the stage: encoder along the top, decoder down the right edge, attention map in the corner between.
 * Computes positions in pixels from the shape of a trace and the box of the stage.
 */
import { headingsFit, placeRail, type HeadingEms, type Rail, type Span } from "./rail";
import { stageHeader, type StageHeader } from "./stageHeader";
import type { StageShape } from "./stageShape";
import {
  chipFont,
  gutterOf,
  isRoomy,
  labelFont,
  MAX_PITCH,
  MIN_PITCH,
  railSizes,
  tileSize,
  type Gutter,
} from "./stageSizes";

/** The space for the stage. An infinite height leaves the size of the cells to the width. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** The size of the page's type relative to the normal one, which the stage follows; by default 1. */
  readonly scale?: number | undefined;
  /** So that the rows of two stages side by side are level; by default the stage stands alone. */
  readonly level?: Level | undefined;
}

/** What two stages side by side have in common. */
export interface Level {
  readonly pitchAtMost: number;
  /** The number of rows of the longer one. */
  readonly rows: number;
}

export interface StageLayout {
  readonly width: number;
  readonly height: number;
  /** Whether the stage is wider than its room, so it scrolls in a region of its own. */
  readonly scrolls: boolean;
  /** Whether the stage is higher than its room. */
  readonly scrollsDown: boolean;
  /** The part that stays at the right edge while the rest scrolls; null if nothing is pinned. */
  readonly pinned: Pinned | null;
  /** Distance from one row to the next. */
  readonly pitch: number;
  /** Distance from one column to the next: at least the pitch. */
  readonly columnPitch: number;
  readonly tile: number;
  /** Small cells: no bars, and smaller arrow heads. */
  readonly compact: boolean;
  /** Whether the rail's headings are words; otherwise they are symbols. */
  readonly wordy: boolean;
  readonly font: number; //      of a source token
  readonly labelFont: number; // of an output at the left edge
  readonly chipFont: number; //  of a token in the rail
  readonly header: StageHeader;
  readonly gutter: Gutter;
  readonly map: Box;
  readonly rail: Rail;
  /** The bridge from both directions' last states to the decoder's first state; null with one direction. */
  readonly bridge: Box | null;
  readonly feeds: boolean;
  readonly memory: boolean;
  readonly recurs: boolean;
}

/** The whole rail: pinned together, none of its columns is half covered. The map scrolls under it. */
export interface Pinned extends Span {
  readonly seen: number; // width of the visible part of the map, a whole number of columns
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WIDEST_CELL = 1.6; // width of a cell relative to its height
const LONGEST_BAR = 96;
const LOOSEST = 14;
const RAIL_GAPS = 5; // at most, beside that of the bar
const LEAST_SEEN = 4; // visible columns beside a pinned rail; with fewer, the rail scrolls too
const FOOT = 4; // below the last row

/**
 * The stage with the largest cells that fit the room. If none fit, it has the smallest cells and scrolls: sideways
 * where the row is too long, and down where the rows are too many.
 */
export function layoutStage(shape: StageShape, room: Room, headings: HeadingEms): StageLayout {
  const highest = Math.max(MIN_PITCH, Math.min(MAX_PITCH, room.level?.pitchAtMost ?? MAX_PITCH));
  for (let pitch = highest; pitch > MIN_PITCH; pitch--) {
    const plan = planRow(shape, pitch, room.width, true);
    if (plan.width > room.width) continue;
    const layout = place(shape, plan, room, headings);
    if (layout.height <= room.height) return layout;
  }
  const whole = planRow(shape, MIN_PITCH, room.width, true);
  const plan = whole.width > room.width ? planRow(shape, MIN_PITCH, room.width, false) : whole;
  return place(shape, plan, room, headings);
}

/** The horizontal measures of a row. */
interface RowPlan extends Cells {
  readonly width: number;
  readonly rail: Rail;
}

interface Cells {
  readonly pitch: number;
  readonly columnPitch: number;
  readonly says: boolean; // whether the output stands in the rail, too
  readonly loose: number; // extra space between two columns of the rail
}

/** Cells are square. Spare width first separates the columns of the rail, and then makes the cells wider. */
function planRow(shape: StageShape, pitch: number, room: number, says: boolean): RowPlan {
  const tight = { pitch, columnPitch: pitch, says, loose: 0 };
  const spare = Math.max(0, room - measure(shape, tight).width);
  const loose = Math.min(LOOSEST, Math.floor(spare / RAIL_GAPS));
  const rest = room - measure(shape, { ...tight, loose }).width;
  const wider = Math.min(
    Math.floor(Math.max(0, rest) / Math.max(1, shape.columns)),
    Math.floor(pitch * (WIDEST_CELL - 1)),
    wantedExtra(shape, pitch),
  );
  const cells = { ...tight, loose, columnPitch: pitch + wider };
  return { ...cells, ...measure(shape, cells) };
}

/** Wider cells serve long source tokens; single characters need few. */
function wantedExtra({ sourceEm }: StageShape, pitch: number): number {
  return Math.max(Math.floor(pitch * 0.35), Math.ceil(sourceEm * 24) + 8 - pitch);
}

/** slack: extra space between map and rail */
function measure(shape: StageShape, cells: Cells, slack = 0) {
  const { pitch, columnPitch, says, loose } = cells;
  const start = gutterOf(shape, pitch).width + shape.columns * columnPitch + slack;
  const sizes = railSizes(shape, pitch);
  const rail = placeRail(start, shape, { ...sizes, gap: sizes.gap + loose }, says);
  return { width: rail.end + (isRoomy(pitch) ? 6 : 3), rail };
}

/** Gives the bar the remaining width, so the stage fills its card. */
function stretchBar({ width, rail }: Pick<RowPlan, "width" | "rail">, room: number) {
  if (!rail.bar || width >= room) return { width, rail };
  const extra = Math.min(room - width, LONGEST_BAR - rail.bar.width);
  const bar = { x: rail.bar.x, width: rail.bar.width + extra };
  return { width: width + extra, rail: { ...rail, bar, end: rail.end + extra } };
}

/** How much of the map is visible beside a pinned rail, and the rest after whole columns. */
function besideRail(shape: StageShape, { width, columnPitch }: RowPlan, room: number) {
  const fits = room - (width - shape.columns * columnPitch);
  const seen = columnPitch * Math.floor(fits / columnPitch);
  const isPinned = width > room && seen >= LEAST_SEEN * columnPitch;
  return isPinned ? { seen, slack: fits - seen } : { seen: null, slack: 0 };
}

function place(shape: StageShape, plan: RowPlan, room: Room, headings: HeadingEms): StageLayout {
  const { pitch, columnPitch } = plan;
  const { seen, slack } = besideRail(shape, plan, room.width);
  const { width, rail } = stretchBar(measure(shape, plan, slack), room.width);
  const rows = shape.rows * pitch;
  const longest = Math.max(shape.rows, room.level?.rows ?? 0) * pitch;
  const header = stageHeader(shape, pitch, columnPitch, {
    height: room.height - longest - FOOT,
    width: room.width,
  });
  const gutter = gutterOf(shape, pitch);
  const map = {
    x: gutter.width,
    y: header.mapTop,
    width: shape.columns * columnPitch,
    height: rows,
  };
  const mapEnd = map.x + map.width;
  const height = map.y + map.height + FOOT;
  const tile = tileSize(pitch);
  return {
    width,
    height,
    scrolls: width > room.width,
    scrollsDown: height > room.height,
    pinned: seen === null ? null : { x: mapEnd, width: width - mapEnd, seen },
    pitch,
    columnPitch,
    tile,
    compact: !isRoomy(pitch),
    wordy: headingsFit(rail, headings),
    font: header.font,
    labelFont: labelFont(shape, pitch),
    chipFont: chipFont(shape, pitch),
    header,
    gutter,
    map,
    rail,
    bridge: shape.bothWays ? placeBridge(rail, header.tilesTop, tile) : null,
    feeds: shape.feeds,
    memory: shape.memory,
    recurs: shape.recurs,
  };
}

/** The bridge stands beside the encoder's tiles, above the column of decoder states. */
function placeBridge({ state }: Rail, tilesTop: number, tile: number): Box {
  const width = tile >= 24 ? 52 : 26;
  const height = Math.max(24, Math.round(tile * 0.6));
  const x = state.x + state.width / 2 - width / 2;
  return { x, y: tilesTop + (tile - height) / 2, width, height };
}

/** Left edge of a column. */
export function columnX({ map, columnPitch }: StageLayout, column: number): number {
  return map.x + column * columnPitch;
}

/** Left and right edge of the tile in a column. */
export function tileEdges(layout: StageLayout, column: number): readonly [number, number] {
  const x = columnX(layout, column) + (layout.columnPitch - layout.tile) / 2;
  return [x, x + layout.tile];
}

/** Top edge of a row. */
export function rowY({ map, pitch }: StageLayout, row: number): number {
  return map.y + row * pitch;
}

/** The place of an output at the left edge of its row. */
export function labelSpan({ gutter }: StageLayout): Span {
  return { x: gutter.number, width: gutter.label };
}

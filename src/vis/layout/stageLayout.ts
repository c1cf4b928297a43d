/**
 * The layout of the stage: encoder along the top, decoder down the right edge, attention map in the corner between.
 * Computes positions in pixels from the shape of a trace and the available width.
 */
import { hasMemory } from "../../engine/cells/layout";
import { feedsInput, hasAttentionalState, isBidirectional } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import { middle, placeRail, type Rail, type RailSizes, type Span } from "./rail";
import { widestEm } from "./labels";

/** What the layout needs from a trace. */
export interface StageShape {
  readonly columns: number; // S, source tokens
  readonly rows: number; //    T, decoder steps
  readonly attends: boolean;
  readonly combines: boolean; // Luong timing has h~ between state and output
  readonly feeds: boolean; //    h~ enters the next step's input
  readonly bothWays: boolean; // the encoder is bidirectional and has a bridge
  readonly memory: boolean; //   an LSTM passes on two vectors
  readonly sourceEm: number; // widest label of each side
  readonly targetEm: number;
}

export interface StageLayout {
  readonly width: number;
  readonly height: number;
  /** Whether the stage is wider than its room, so it scrolls in a region of its own. */
  readonly scrolls: boolean;
  /** The part that stays at the right edge while the rest scrolls; null if nothing is pinned. */
  readonly pinned: Pinned | null;
  /** Distance from one column, and from one row, to the next. */
  readonly pitch: number;
  readonly tile: number;
  /** Small cells: headings are symbols instead of words. */
  readonly compact: boolean;
  /** Whether the left margin has room for step numbers. */
  readonly numbered: boolean;
  /** Whether source tokens are slanted, because they are wider than their columns. */
  readonly slanted: boolean;
  readonly font: number; //     of a source token
  readonly chipFont: number; // of a token in the rail
  readonly header: {
    readonly titleTop: number;
    readonly tokensTop: number;
    readonly tokensHeight: number;
    readonly tilesTop: number;
  };
  readonly map: Box;
  readonly rail: Rail;
  /** The bridge from both directions' last states to the decoder's first state; null with one direction. */
  readonly bridge: Box | null;
  readonly feeds: boolean;
  readonly memory: boolean;
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

export const MIN_PITCH = 24; // smaller cells are hard to read and to hit
const MAX_PITCH = 56;
const ROOMY_PITCH = 32;
const BAR = { least: 40, most: 96 }; // length for a probability of 1; small cells have no bar
const LONG_ROW = 13; // columns; the eye loses a longer row
const NO_NUMBERS = 3;
const LEAST_SEEN = 4; // visible columns beside a pinned rail; with fewer, the rail scrolls too
const TITLE_HEIGHT = 24;
const ARROW_DOWN = 9; // height of the arrow from a token to its tile
const BRIDGE = { height: 24, room: 16 }; // room: extra space between encoder and map

/** The layout needs of a trace. `rows` can exceed its steps, to keep the height steady during training. */
export function stageShape(trace: Trace, rows = trace.steps.length): StageShape {
  const { shape } = trace;
  return {
    columns: trace.source.length,
    rows,
    attends: shape.attention !== "none",
    combines: hasAttentionalState(shape),
    feeds: feedsInput(shape),
    bothWays: isBidirectional(shape),
    memory: hasMemory(shape.cell),
    sourceEm: widestEm(trace.source),
    targetEm: widestEm([
      ...(trace.expected ?? []),
      ...trace.steps.flatMap((step) => [step.input, step.chosen]),
    ]),
  };
}

/** The stage with the largest cells that fit the width. If none fit, it has the smallest cells and scrolls. */
export function layoutStage(shape: StageShape, width: number): StageLayout {
  let pitch = MAX_PITCH;
  while (pitch > MIN_PITCH && measure(shape, pitch).width > width) pitch--;
  return place(shape, pitch, width);
}

/** A tile leaves a gap for the arrows. A multiple of 8 keeps the pixels of 64 units sharp. */
function tileSize(pitch: number): number {
  return 8 * Math.floor((pitch - 7) / 8);
}

function railSizes(shape: StageShape, pitch: number): RailSizes {
  const roomy = pitch >= ROOMY_PITCH;
  return {
    tile: tileSize(pitch),
    gap: pitch >= 42 || (roomy && shape.combines) ? 18 : roomy ? 14 : 6, // the heading "combined" is long
    chip: pitch >= 47 ? 30 : roomy ? 24 : 18, // in Bahdanau timing the context arrow passes below it
    saidChip: roomy ? 30 : 20,
    narrowestChip: roomy ? 30 : 22,
    font: chipFont(shape, pitch),
    widestChip: roomy ? 116 : 64,
    bar: roomy ? BAR.least : 0,
  };
}

/** Words have a smaller font than single characters. */
function chipFont({ targetEm }: StageShape, pitch: number): number {
  return targetEm > 2 ? 13 : labelFont(pitch);
}

function labelFont(pitch: number): number {
  return pitch >= ROOMY_PITCH ? 15 : 13;
}

/** The left margin holds the step numbers, for long rows and for large cells. */
function gutter({ columns }: StageShape, pitch: number): number {
  if (pitch >= ROOMY_PITCH) return 28;
  return columns >= LONG_ROW ? 20 : NO_NUMBERS;
}

interface Measured {
  readonly width: number;
  readonly rail: Rail;
}

/** slack: extra space between map and rail */
function measure(shape: StageShape, pitch: number, slack = 0): Measured {
  const start = gutter(shape, pitch) + shape.columns * pitch + slack;
  const rail = placeRail(start, shape, railSizes(shape, pitch));
  return { width: rail.end + (pitch >= ROOMY_PITCH ? 6 : 3), rail };
}

/** Gives the bar the remaining width, so the stage fills its card. */
function stretchBar({ width, rail }: Measured, room: number): Measured {
  if (!rail.bar || width >= room) return { width, rail };
  const extra = Math.min(room - width, BAR.most - rail.bar.width);
  const bar = { x: rail.bar.x, width: rail.bar.width + extra };
  return { width: width + extra, rail: { ...rail, bar, end: rail.end + extra } };
}

/** Whether the stage scrolls, how much of the map is visible beside a pinned rail, and the rest after whole columns. */
function besideRail(shape: StageShape, pitch: number, room: number) {
  const { width } = measure(shape, pitch);
  const fits = room - (width - shape.columns * pitch);
  const seen = pitch * Math.floor(fits / pitch);
  const scrolls = width > room;
  const isPinned = scrolls && seen >= LEAST_SEEN * pitch;
  return { scrolls, seen: isPinned ? seen : null, slack: isPinned ? fits - seen : 0 };
}

function place(shape: StageShape, pitch: number, room: number): StageLayout {
  const { scrolls, seen, slack } = besideRail(shape, pitch, room);
  const { width, rail } = stretchBar(measure(shape, pitch, slack), room);
  const compact = pitch < ROOMY_PITCH;
  const tile = tileSize(pitch);
  const font = labelFont(pitch);
  const slanted = shape.sourceEm * font > pitch - 2;
  const tokensHeight = slanted
    ? Math.min(96, Math.round(shape.sourceEm * font * 0.71 + font + 4))
    : font + 7;
  const tilesTop = TITLE_HEIGHT + tokensHeight + ARROW_DOWN;
  const map = {
    x: gutter(shape, pitch),
    y: tilesTop + tile + (compact ? 36 : 42) + (shape.bothWays ? BRIDGE.room : 0),
    width: shape.columns * pitch,
    height: shape.rows * pitch,
  };
  const mapEnd = map.x + map.width;
  return {
    width,
    height: map.y + map.height + 4,
    scrolls,
    pinned: seen === null ? null : { x: mapEnd, width: width - mapEnd, seen },
    pitch,
    tile,
    compact,
    numbered: map.x > NO_NUMBERS,
    slanted,
    font,
    chipFont: chipFont(shape, pitch),
    header: { titleTop: 0, tokensTop: TITLE_HEIGHT, tokensHeight, tilesTop },
    map,
    rail,
    bridge: shape.bothWays ? placeBridge(rail, tilesTop + tile, compact) : null,
    feeds: shape.feeds,
    memory: shape.memory,
  };
}

/** The bridge lies above the column of decoder states, below the encoder's tiles and their headings. */
function placeBridge({ state }: Rail, tilesEnd: number, compact: boolean): Box {
  const width = compact ? 26 : 52;
  return {
    x: middle(state) - width / 2,
    y: tilesEnd + (compact ? 4 : 11),
    width,
    height: BRIDGE.height,
  };
}

/** Left edge of a column. */
export function columnX({ map, pitch }: StageLayout, column: number): number {
  return map.x + column * pitch;
}

/** Top edge of a row. */
export function rowY({ map, pitch }: StageLayout, row: number): number {
  return map.y + row * pitch;
}

/**
 * The corner stage: encoder along the top, decoder down the right edge, the attention map inside the corner.
 * From the shape of a trace and the room there is to places in pixels; every figure part reads its place here.
 */
import { hasMemory } from "../../engine/cells/layout";
import { feedsInput, hasAttentionalState, isBidirectional } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import { middle, placeRail, type Rail, type RailSizes, type Span } from "./rail";
import { widestEm } from "./labels";

/** What the layout needs to know of a trace. */
export interface StageShape {
  readonly columns: number; // S, source tokens
  readonly rows: number; //    T, decoder steps
  readonly attends: boolean;
  readonly combines: boolean; // Luong timing has h~ between state and output
  readonly feeds: boolean; //    h~ goes into the next step's input
  readonly bothWays: boolean; // the encoder reads in two directions, which a bridge brings together
  readonly memory: boolean; //   an LSTM hands on two vectors
  readonly sourceEm: number; // widest label of each side
  readonly targetEm: number;
}

export interface StageLayout {
  readonly width: number;
  readonly height: number;
  /** The stage is wider than its room and scrolls in a region of its own. */
  readonly scrolls: boolean;
  /** What stays at the right edge while the rest scrolls; null where nothing does. */
  readonly pinned: Pinned | null;
  /** Distance from one column, and from one row, to the next. */
  readonly pitch: number;
  readonly tile: number;
  /** Small cells: symbols instead of words as headings. */
  readonly compact: boolean;
  /** The left margin has room for the steps' numbers. */
  readonly numbered: boolean;
  /** Source tokens are too long for their columns and stand aslant. */
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
  /** Where both directions' last states become the decoder's first; null where there is one direction. */
  readonly bridge: Box | null;
  readonly feeds: boolean;
  readonly memory: boolean;
}

/** The whole rail, so that no column of it is ever half covered; the map passes under it. */
export interface Pinned extends Span {
  readonly seen: number; // how much of the map is in sight beside it: a whole number of columns
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MIN_PITCH = 24; // smaller cells are neither read nor hit
const MAX_PITCH = 56;
const ROOMY_PITCH = 32;
const BAR = { least: 40, most: 96 }; // a probability's full length; small cells have none
const LONG_ROW = 13; // columns after which the eye loses the row
const NO_NUMBERS = 3;
const LEAST_SEEN = 4; // columns of the map beside a pinned rail; with fewer the rail scrolls, too
const TITLE_HEIGHT = 24;
const ARROW_DOWN = 9; // from a token to its tile
const BRIDGE = { height: 24, room: 16 }; // and how much further down the map lies for it

/** What a trace asks of the layout; `rows` may be more than its steps, to keep the height while training. */
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

/** The stage with the largest cells that fit the width; the smallest cells, scrolling, where none do. */
export function layoutStage(shape: StageShape, width: number): StageLayout {
  let pitch = MAX_PITCH;
  while (pitch > MIN_PITCH && measure(shape, pitch).width > width) pitch--;
  return place(shape, pitch, width);
}

/** A tile fills its cell but for a gap that the arrows need; multiples of 8 keep 64 units crisp. */
function tileSize(pitch: number): number {
  return 8 * Math.floor((pitch - 7) / 8);
}

function railSizes(shape: StageShape, pitch: number): RailSizes {
  const roomy = pitch >= ROOMY_PITCH;
  return {
    tile: tileSize(pitch),
    gap: pitch >= 42 || (roomy && shape.combines) ? 18 : roomy ? 14 : 6, // "combined" is a long heading
    chip: pitch >= 47 ? 30 : roomy ? 24 : 18, // in Bahdanau timing the context goes past it
    saidChip: roomy ? 30 : 20,
    narrowestChip: roomy ? 30 : 22,
    font: chipFont(shape, pitch),
    widestChip: roomy ? 116 : 64,
    bar: roomy ? BAR.least : 0,
  };
}

/** Words are set smaller than single characters. */
function chipFont({ targetEm }: StageShape, pitch: number): number {
  return targetEm > 2 ? 13 : labelFont(pitch);
}

function labelFont(pitch: number): number {
  return pitch >= ROOMY_PITCH ? 15 : 13;
}

/** The left margin holds the step numbers: always by long rows, else where cells are large. */
function gutter({ columns }: StageShape, pitch: number): number {
  if (pitch >= ROOMY_PITCH) return 28;
  return columns >= LONG_ROW ? 20 : NO_NUMBERS;
}

interface Measured {
  readonly width: number;
  readonly rail: Rail;
}

/** `slack` lies between the map and the rail. */
function measure(shape: StageShape, pitch: number, slack = 0): Measured {
  const start = gutter(shape, pitch) + shape.columns * pitch + slack;
  const rail = placeRail(start, shape, railSizes(shape, pitch));
  return { width: rail.end + (pitch >= ROOMY_PITCH ? 6 : 3), rail };
}

/** Gives the bar what is left of the room, so that the stage ends where its card does. */
function stretchBar({ width, rail }: Measured, room: number): Measured {
  if (!rail.bar || width >= room) return { width, rail };
  const extra = Math.min(room - width, BAR.most - rail.bar.width);
  const bar = { x: rail.bar.x, width: rail.bar.width + extra };
  return { width: width + extra, rail: { ...rail, bar, end: rail.end + extra } };
}

/** Where the stage scrolls: how much of the map fits beside its rail, and what is left over after whole columns. */
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

/** Over the column of the states, below the encoder's tiles and their names. */
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

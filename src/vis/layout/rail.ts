/** The decoder's rail down the right edge: one row a step, context -> input -> state (-> h~) -> output. */

export interface Span {
  readonly x: number;
  readonly width: number;
}

export interface Rail {
  readonly context: Span | null; // null without attention
  readonly fed: Span;
  readonly state: Span;
  readonly combined: Span | null; // h~, Luong timing only
  readonly said: Span | null; // the output token; null where only the left edge has room for it
  readonly beside: Span | null; // the output of the decode beside the shown one; null where there is none
  readonly bar: Span | null; // the probability of the output; null without room for it
  readonly end: number;
  readonly chip: number; // height of the input's box
  readonly saidChip: number; // height of the output's box
}

export interface RailSizes {
  readonly tile: number;
  readonly gap: number; // room for an arrow
  readonly chip: number;
  readonly saidChip: number;
  readonly narrowestChip: number;
  readonly font: number;
  readonly widestChip: number;
  readonly bar: number; // 0: no bar
}

interface RailShape {
  readonly attends: boolean;
  readonly combines: boolean;
  readonly targetEm: number;
  readonly compares: boolean; // whether another decode stands beside
}

const BOLD = 1.14; // width of bold text relative to regular text

/**
 * Places the rail's columns, starting at the map's right edge.
 * @param says whether the output stands in the rail, too
 */
export function placeRail(start: number, shape: RailShape, sizes: RailSizes, says: boolean): Rail {
  let x = start;
  const take = (width: number, gap = sizes.gap): Span => {
    const span = { x: x + gap, width };
    x = span.x + width;
    return span;
  };
  const label = Math.ceil(shape.targetEm * sizes.font * BOLD) + 12;
  const word = Math.min(sizes.widestChip, Math.max(sizes.narrowestChip, label));
  const context = shape.attends ? take(sizes.tile, sizes.gap + 2) : null;
  const fed = take(word);
  const state = take(sizes.tile);
  const combined = shape.combines ? take(sizes.tile) : null;
  const said = says ? take(word) : null;
  const beside = shape.compares ? take(word, 6) : null;
  const bar = says && sizes.bar > 0 ? take(sizes.bar, 8) : null;
  const { chip, saidChip } = sizes;
  return { context, fed, state, combined, said, beside, bar, end: x, chip, saidChip };
}

export function middle(span: Span): number {
  return span.x + span.width / 2;
}

export function spanEnd(span: Span): number {
  return span.x + span.width;
}

/** Columns of the rail that have a heading. */
export const HEADED = ["context", "fed", "state", "combined", "said", "bar"] as const;

export type Headed = (typeof HEADED)[number];

/** Widths of the headings in em; they depend on the language. */
export type HeadingEms = Readonly<Record<Headed, number>>;

const HEADING_FONT = 12;
const APART = 7; // pixels between two headings

/** Whether the headings fit side by side as words; otherwise they are symbols. */
export function headingsFit(rail: Rail, ems: HeadingEms): boolean {
  const placed = HEADED.flatMap((kind) => {
    const span = rail[kind];
    return span ? [{ at: middle(span), half: (ems[kind] * HEADING_FONT) / 2 }] : [];
  });
  return placed.every(({ at, half }, i) => {
    const next = placed[i + 1];
    return !next || at + half + APART <= next.at - next.half;
  });
}

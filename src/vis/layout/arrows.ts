/** The arrows of a decoder step, for both timings. */
import type { InputOrigin } from "../../engine/results/trace";
import { arrow, penOf, type Arrow, type Tone } from "./arrowPath";
import { middle, spanEnd } from "./rail";
import { rowY, type StageLayout } from "./stageLayout";

export interface RowFlow {
  readonly row: number;
  readonly origin: InputOrigin;
  /** Whether this is the selected row, which also draws its query. */
  readonly current: boolean;
}

const FED_TONE: Record<InputOrigin, Tone> = {
  sos: "quiet",
  truth: "truth",
  model: "decoder",
  hand: "decoder",
};

export function rowArrows(layout: StageLayout, flow: RowFlow): Arrow[] {
  const { rail } = layout;
  const across = acrossRow(layout, flow.row);
  const arrows = [across("feed", [spanEnd(rail.fed), rail.state.x], FED_TONE[flow.origin])];
  if (rail.said)
    arrows.push(across("say", [spanEnd(rail.combined ?? rail.state), rail.said.x], "decoder"));
  if (flow.row > 0 && layout.recurs) arrows.push(passArrow(layout, flow.row));
  if (layout.feeds && flow.row > 0) arrows.push(inputFeedingArrow(layout, flow.row));
  if (rail.combined) arrows.push(across("keep", [spanEnd(rail.state), rail.combined.x], "decoder"));
  if (!rail.context) return arrows;
  const mapEnd = layout.map.x + layout.map.width;
  arrows.push(across("take", [mapEnd + 1, rail.context.x], "attention"));
  arrows.push(
    ...(rail.combined
      ? contextIntoCombined(layout, flow.row)
      : [contextIntoCell(layout, flow.row)]),
  );
  if (flow.current && layout.recurs) arrows.push(queryArrow(layout, flow.row));
  return arrows;
}

type Across = (key: string, ends: readonly [from: number, to: number], tone: Tone) => Arrow;

function acrossRow(layout: StageLayout, row: number): Across {
  const { head, clear } = penOf(layout);
  const y = rowY(layout, row) + layout.pitch / 2;
  return (key, [from, to], tone) =>
    arrow(`${key}-${row}`, [[from + clear, y], [to - clear, y]], { tone, head }); // prettier-ignore
}

/** From the previous state to this one. */
function passArrow(layout: StageLayout, row: number): Arrow {
  const { pitch, tile, rail } = layout;
  const x = middle(rail.state);
  const from = rowY(layout, row) - (pitch - tile) / 2 + 1;
  const points = [
    [x, from],
    [x, from + pitch - tile - 2],
  ] as const;
  const { head } = penOf(layout);
  return arrow(`pass-${row}`, points, { tone: "decoder", head, double: layout.memory });
}

/** Input feeding: from h~ of the row above into the cell, through the right half of the state's tile. */
function inputFeedingArrow(layout: StageLayout, row: number): Arrow {
  const { rail, tile, pitch } = layout;
  if (!rail.combined) throw new Error("arrows: only Luong timing has an h~ to feed");
  const boundary = rowY(layout, row);
  const inset = (pitch - tile) / 2; // from a row's edge to its tiles
  const lane = boundary - 0.45 * inset;
  const from = rail.combined.x + tile * 0.25;
  const to = inputFeedingX(layout);
  const points = [
    [from, boundary - inset + 1],
    [from, lane],
    [to, lane],
    [to, boundary + inset - 1],
  ] as const;
  return arrow(`refeed-${row}`, points, { tone: "decoder", head: 4 });
}

/** x at which h~ enters the state's tile. */
function inputFeedingX({ rail, tile }: StageLayout): number {
  return rail.state.x + tile * 0.82;
}

/** Bahdanau timing: the context passes below the input's box and enters the cell beside the token. */
function contextIntoCell(layout: StageLayout, row: number): Arrow {
  const { rail, tile, pitch, compact } = layout;
  if (!rail.context) throw new Error("arrows: without attention there is no context to join");
  const { clear } = penOf(layout);
  const y = rowY(layout, row) + pitch / 2;
  const style = { tone: "attention", head: compact ? 3.5 : 5 } as const;
  const [from, to] = [spanEnd(rail.context) + clear, rail.state.x - clear];
  const belowBox = (tile - rail.chip) / 2; // pixels from the token's box to the lower edge of the tiles
  if (belowBox >= 4) {
    const lane = y + rail.chip / 2 + belowBox / 2 + 0.5;
    return arrow(`join-${row}`, [[from, lane], [to, lane]], style); // prettier-ignore
  }
  const lane = y + rail.chip / 2 + (compact ? 1.4 : 2.5);
  const turn = to - (compact ? 4 : 8);
  const entry = y + tile * 0.33;
  const start = middle(rail.context) + tile * 0.25;
  const points = [
    [start, y + tile / 2 + 1],
    [start, lane],
    [turn, lane],
    [turn, entry],
    [to, entry],
  ] as const;
  return arrow(`join-${row}`, points, style);
}

/**
 * Luong timing: the context passes over input and state and meets the state in h~. The line has a gap where it
 * crosses the arrows into the state, because it does not join them.
 */
function contextIntoCombined(layout: StageLayout, row: number): Arrow[] {
  const { rail, tile, pitch, compact } = layout;
  if (!rail.context || !rail.combined) throw new Error("arrows: only Luong timing combines");
  const top = rowY(layout, row) + (pitch - tile) / 2;
  const [from, to] = [middle(rail.context), middle(rail.combined)];
  const lane = top - (pitch - tile) * 0.45;
  const crossing = middle(rail.state);
  const gap = compact ? 5 : 7;
  const before = [
    [from, top - 1],
    [from, lane],
    [crossing - gap, lane],
  ] as const;
  const isCrossedAgain = layout.feeds && row > 0;
  const resumed = isCrossedAgain ? inputFeedingX(layout) + gap - 2 : crossing + gap;
  const after = [
    [resumed, lane],
    [to, lane],
    [to, top - 1],
  ] as const;
  return [
    arrow(`leave-${row}`, before, { tone: "attention", head: 0 }),
    arrow(`over-${row}`, after, { tone: "attention", head: 4 }),
  ];
}

/**
 * The query of the row's weights. In Bahdanau timing it comes from the previous state, above the row; in Luong timing
 * from the row's own state, below it.
 */
function queryArrow(layout: StageLayout, row: number): Arrow {
  const { rail, tile, pitch } = layout;
  const inset = (pitch - tile) / 2;
  const edge = layout.map.x + layout.map.width;
  const asksItself = rail.combined !== null;
  const boundary = rowY(layout, asksItself ? row + 1 : row);
  const lane = boundary + (asksItself ? -0.3 : 0.4) * inset;
  const x = rail.state.x + Math.round(tile * 0.25);
  const points = [
    [x, boundary - inset + 1],
    [x, lane],
    [edge + 3, lane],
  ] as const;
  return arrow(`ask-${row}`, points, { tone: "decoder", head: 5, dashed: true });
}

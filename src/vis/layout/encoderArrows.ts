/** The arrows of the encoder: tokens into states, state into state, and round the corner into the decoder. */
import { arrow, penOf, type Arrow } from "./paths";
import { middle } from "./rail";
import { columnX, rowY, type StageLayout } from "./stageLayout";

/**
 * Both directions share the tiles: forward in the upper half from left to right, backward in the lower half from right
 * to left.
 */
export function encoderArrows(layout: StageLayout, columns: number): Arrow[] {
  const tokens = Array.from({ length: columns }, (_, s) => readArrow(layout, s));
  const gaps = Array.from({ length: columns - 1 }, (_, s) => s);
  if (!layout.bridge) {
    const onwards = gaps.map((s) => besideArrow(layout, "onwards", s));
    return [...tokens, ...onwards, cornerArrow(layout, columns)];
  }
  const both = gaps.flatMap((s) => [
    besideArrow(layout, "onwards", s),
    besideArrow(layout, "back", s),
  ]);
  return [...tokens, ...both, ...bridgeArrows(layout, columns)];
}

/** A token is read into its tile. */
function readArrow(layout: StageLayout, column: number): Arrow {
  const x = columnX(layout, column) + layout.pitch / 2;
  const top = layout.header.tilesTop - 1;
  const points = [
    [x, top - 7],
    [x, top],
  ] as const;
  return arrow(`read-${column}`, points, { tone: "encoder", head: penOf(layout).head });
}

/** Middle of a direction's share of the tiles. */
function trackY({ header, tile, bridge }: StageLayout, way: "onwards" | "back"): number {
  if (!bridge) return header.tilesTop + tile / 2;
  return header.tilesTop + tile * (way === "onwards" ? 0.25 : 0.75);
}

/** Right edge of a column's tile. */
function tileEnd(layout: StageLayout, column: number): number {
  return columnX(layout, column) + (layout.pitch + layout.tile) / 2;
}

/** From a state to the one beside it, through the gap behind this column. */
function besideArrow(layout: StageLayout, way: "onwards" | "back", column: number): Arrow {
  const y = trackY(layout, way);
  const left = [tileEnd(layout, column) + 1, y] as const;
  const right = [left[0] + layout.pitch - layout.tile - 2, y] as const;
  const points = way === "onwards" ? [left, right] : [right, left];
  return arrow(`${way}-${column}`, points, styleOf(layout));
}

function styleOf(layout: StageLayout) {
  return { tone: "encoder", head: penOf(layout).head, double: layout.memory } as const;
}

function firstRowTop(layout: StageLayout): number {
  return rowY(layout, 0) + (layout.pitch - layout.tile) / 2 - penOf(layout).clear;
}

/** One direction: the last state starts the decoder. */
function cornerArrow(layout: StageLayout, columns: number): Arrow {
  const x = middle(layout.rail.state);
  const y = trackY(layout, "onwards");
  const points = [
    [tileEnd(layout, columns - 1) + 1, y],
    [x, y],
    [x, firstRowTop(layout)],
  ] as const;
  return arrow("corner", points, styleOf(layout));
}

/** Two: the forward state of the last column and the backward state of the first meet in the bridge. */
function bridgeArrows(layout: StageLayout, columns: number): Arrow[] {
  const { bridge, pitch, tile, compact } = layout;
  if (!bridge) throw new Error("arrows: one direction needs no bridge");
  const style = styleOf(layout);
  const x = bridge.x + bridge.width / 2;
  const [forwardY, backwardY] = [trackY(layout, "onwards"), trackY(layout, "back")];
  const lane = bridge.y + bridge.height / 2;
  const first = columnX(layout, 0) + (pitch - tile) / 2;
  const aside = Math.max(2.5, first - (compact ? 5 : 9));
  const forward = [
    [tileEnd(layout, columns - 1) + 1, forwardY],
    [x, forwardY],
    [x, bridge.y - 1],
  ] as const;
  const backward = [
    [first - 1, backwardY],
    [aside, backwardY],
    [aside, lane],
    [bridge.x - 1, lane],
  ] as const;
  const down = [
    [x, bridge.y + bridge.height + 1],
    [x, firstRowTop(layout)],
  ] as const;
  return [
    arrow("corner-forward", forward, style),
    arrow("corner-backward", backward, style),
    arrow("corner", down, style),
  ];
}

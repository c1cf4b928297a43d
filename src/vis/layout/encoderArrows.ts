/** The arrows of the encoder: from token to state, from state to state, and around the corner into the decoder. */
import { arrow, penOf, type Arrow } from "./arrowPath";
import { middle } from "./rail";
import { columnX, rowY, tileEdges, type StageLayout } from "./stageLayout";

/**
 * Both directions share the tiles: forward in the upper half from left to right, backward in the lower half from right
 * to left.
 */
export function encoderArrows(layout: StageLayout, columns: number): Arrow[] {
  const tokens = Array.from({ length: columns }, (_, s) => readArrow(layout, s));
  const gaps = Array.from({ length: columns - 1 }, (_, s) => s);
  if (!layout.recurs) return tokens;
  if (!layout.bridge) {
    const onwards = gaps.map((s) => nextStateArrow(layout, "onwards", s));
    return [...tokens, ...onwards, cornerArrow(layout, columns)];
  }
  const both = gaps.flatMap((s) => [
    nextStateArrow(layout, "onwards", s),
    nextStateArrow(layout, "back", s),
  ]);
  return [...tokens, ...both, ...bridgeArrows(layout, columns)];
}

/** From a token to its tile. */
function readArrow(layout: StageLayout, column: number): Arrow {
  const x = columnX(layout, column) + layout.columnPitch / 2;
  const top = layout.header.tilesTop - 1;
  const points = [
    [x, top - (layout.compact ? 5 : 7)],
    [x, top],
  ] as const;
  return arrow(`read-${column}`, points, { tone: "encoder", head: penOf(layout).head });
}

/** y of a direction's arrows: two directions share each tile, one in each half. */
function trackY({ header, tile, bridge }: StageLayout, direction: "onwards" | "back"): number {
  if (!bridge) return header.tilesTop + tile / 2;
  return header.tilesTop + tile * (direction === "onwards" ? 0.25 : 0.75);
}

/** Right edge of a column's tile. */
function tileEnd(layout: StageLayout, column: number): number {
  return tileEdges(layout, column)[1];
}

/** Through the gap to the right of this column, from one state to the next in reading order. */
function nextStateArrow(layout: StageLayout, direction: "onwards" | "back", column: number): Arrow {
  const y = trackY(layout, direction);
  const left = [tileEnd(layout, column) + 1, y] as const;
  const right = [left[0] + layout.columnPitch - layout.tile - 2, y] as const;
  const points = direction === "onwards" ? [left, right] : [right, left];
  return arrow(`${direction}-${column}`, points, styleOf(layout));
}

function styleOf(layout: StageLayout) {
  return { tone: "encoder", head: penOf(layout).head, double: layout.memory } as const;
}

function firstRowTop(layout: StageLayout): number {
  return rowY(layout, 0) + (layout.pitch - layout.tile) / 2 - penOf(layout).clear;
}

/** One direction: the last encoder state becomes the first decoder state. */
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

/** Two directions: the forward state of the last column and the backward state of the first column enter the bridge. */
function bridgeArrows(layout: StageLayout, columns: number): Arrow[] {
  const { bridge, compact, header } = layout;
  if (!bridge) throw new Error("arrows: one direction needs no bridge");
  const style = styleOf(layout);
  const x = bridge.x + bridge.width / 2;
  const [forwardY, backwardY] = [trackY(layout, "onwards"), trackY(layout, "back")];
  const [first] = tileEdges(layout, 0);
  const aside = first - (compact ? 6 : 9);
  const entry = bridge.x + bridge.width * 0.2;
  const forward = [
    [tileEnd(layout, columns - 1) + 1, forwardY],
    [bridge.x - 1, forwardY],
  ] as const;
  const backward = [
    [first - 1, backwardY],
    [aside, backwardY],
    [aside, header.laneY],
    [entry, header.laneY],
    [entry, bridge.y + bridge.height + 1],
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

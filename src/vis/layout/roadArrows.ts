/** The arrows of the gradient's roads, from the loss back: through the map, along the encoder, and round the corner. */
import type { RoadLengths } from "../facts/roadLengths";
import { strengthOf } from "../facts/roadStrength";
import { arrow, type Arrow, type Point, type Tone } from "./arrowPath";
import { middle, spanEnd } from "./rail";
import { columnX, rowY, tileEdges, type StageLayout } from "./stageLayout";

export interface RoadArrow extends Arrow {
  readonly width: number; // of the shaft, in pixels
}

const WIDEST = { roomy: 9, compact: 5 };
const CLEAR = 2; // between an arrow and the tile at its end

interface Pen {
  readonly layout: StageLayout;
  readonly lengths: RoadLengths;
}

/** The arrows with any strength. Their order is that of the gradient. */
export function roadArrows(layout: StageLayout, lengths: RoadLengths): RoadArrow[] {
  const pen = { layout, lengths };
  return [
    ...lengths.sent.flatMap((_, row) => rowRoads(pen, row)),
    ...lengths.columns.flatMap((_, s) => [...upRoad(pen, s), ...alongRoads(pen, s)]),
    ...cornerRoads(pen),
  ];
}

/** An arrow as wide as the gradient is strong; none for a gradient without strength. */
function road(
  { layout, lengths }: Pen,
  key: string,
  length: number,
  way: { readonly points: readonly Point[]; readonly tone: Tone; readonly dashed?: boolean },
): RoadArrow[] {
  const strength = strengthOf(length, lengths.longest);
  if (strength === 0) return [];
  const widest = layout.compact ? WIDEST.compact : WIDEST.roomy;
  const width = Math.max(1, strength * widest);
  const { points, ...style } = way;
  const head = Math.min(3 + width, room(points));
  return [{ ...arrow(key, points, { ...style, head }), width: Math.min(width, head * 0.8) }];
}

/** The head fits the last segment. */
function room(points: readonly Point[]): number {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (!end || !before) return 0;
  return Math.max(3, Math.abs(end[0] - before[0]) + Math.abs(end[1] - before[1]));
}

/** From a step into the map, from its query to the state that asks, and from its state to the one before. */
function rowRoads(pen: Pen, row: number): RoadArrow[] {
  const { layout, lengths } = pen;
  const { rail, map, tile, pitch } = layout;
  const inset = (pitch - tile) / 2;
  const x = middle(rail.state);
  const top = rowY(layout, row);
  const onward = lengths.steps[row]?.onward ?? 0; // of the state before this row
  const from = top + inset - CLEAR;
  const to = row === 0 ? stateBottom(layout) + CLEAR : top - inset + CLEAR;
  const pass = road(pen, `pass-${row}`, onward, { points: [[x, from], [x, to]], tone: "decoder" }); // prettier-ignore
  if (!rail.context) return pass;
  const y = top + pitch / 2;
  const end = map.x + map.width + 1;
  const take = [[spanEnd(rail.context), y], [end, y]] as const; // prettier-ignore
  return [
    ...pass,
    ...road(pen, `take-${row}`, lengths.sent[row] ?? 0, { points: take, tone: "attention" }),
    ...queryRoad(pen, row),
  ];
}

/** The query of a row belongs to the state before it, or in Luong timing to its own. */
function queryRoad(pen: Pen, row: number): RoadArrow[] {
  const { layout, lengths } = pen;
  const { rail, tile, pitch, map } = layout;
  const asksItself = rail.combined !== null;
  const length = lengths.steps[asksItself ? row + 1 : row]?.query ?? 0;
  const inset = (pitch - tile) / 2;
  const boundary = rowY(layout, asksItself ? row + 1 : row);
  const lane = boundary + (asksItself ? -0.3 : 0.4) * inset;
  const x = middle(rail.state) - Math.round(tile * 0.3);
  const isFirst = !asksItself && row === 0;
  const end = isFirst ? stateBottom(layout) + CLEAR : boundary - inset + 1;
  const points = [
    [map.x + map.width + 3, lane],
    [x, lane],
    [x, end],
  ] as const;
  return road(pen, `ask-${row}`, length, { points, tone: "decoder", dashed: true });
}

/** The bottom of s(0), which stands in the corner, beside the encoder's states. */
function stateBottom({ header, tile }: StageLayout): number {
  return header.tilesTop + tile;
}

/** From the map up to the state of a column. */
function upRoad(pen: Pen, column: number): RoadArrow[] {
  const { layout, lengths } = pen;
  const { header, tile, map, columnPitch } = layout;
  const x = columnX(layout, column) + columnPitch / 2;
  const bottom = Math.min(map.y - 1, header.tilesTop + tile + 30);
  const points = [[x, bottom], [x, header.tilesTop + tile + CLEAR]] as const; // prettier-ignore
  const length = lengths.columns[column]?.direct ?? 0;
  return road(pen, `up-${column}`, length, { points, tone: "attention" });
}

/** From the next state in reading order: from the right in the forward direction, from the left in the other one. */
function alongRoads(pen: Pen, column: number): RoadArrow[] {
  const { layout, lengths } = pen;
  const [left, right] = tileEdges(layout, column);
  const gap = layout.columnPitch - layout.tile;
  const along = lengths.columns[column]?.along ?? [];
  return along.flatMap((length, direction) => {
    const y = trackY(layout, direction);
    const points =
      direction === 0
        ? ([[right + gap - 1, y], [right + 1, y]] as const) // prettier-ignore
        : ([[left - gap + 1, y], [left - 1, y]] as const); // prettier-ignore
    return road(pen, `along-${column}-${direction}`, length, { points, tone: "encoder" });
  });
}

/** Two directions share a tile: the forward one has the upper half. */
function trackY({ header, tile, bridge }: StageLayout, direction: number): number {
  if (!bridge) return header.tilesTop + tile / 2;
  return header.tilesTop + tile * (direction === 0 ? 0.25 : 0.75);
}

/** From s(0) to the last state of each direction: the last column, and the first. */
function cornerRoads(pen: Pen): RoadArrow[] {
  const { layout, lengths } = pen;
  const { rail, header, tile } = layout;
  const [start] = tileEdges(layout, 0);
  const first = middle(rail.state) - tile / 2; // left edge of s(0)
  const [, end] = tileEdges(layout, lengths.columns.length - 1);
  return lengths.corner.flatMap((length, direction) => {
    const y = trackY(layout, direction);
    const points: readonly Point[] =
      direction === 0
        ? [[first - CLEAR, y], [end + 1, y]] // prettier-ignore
        : [
            [first + tile * 0.2, header.tilesTop + tile + CLEAR],
            [first + tile * 0.2, header.laneY],
            [start - 9, header.laneY],
            [start - 9, y],
            [start - 1, y],
          ];
    return road(pen, `corner-${direction}`, length, { points, tone: "encoder" });
  });
}

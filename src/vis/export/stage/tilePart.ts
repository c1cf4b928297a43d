/** A vector as a tile: one small cell a unit, as quiet as on the page, with a ring in the hue of its owner. */
import { halvesOf, tileCells, type TilePart } from "../../layout/tile";
import type { Square } from "../../layout/stageBoxes";
import type { Palette } from "../palette";
import { DOTS, group, path, rect, rounded, type Svg } from "../svg";

export interface Tile {
  readonly square: Square;
  readonly vector: Float32Array;
  /** Whether it has two halves: forward above, backward below. */
  readonly isSplit: boolean;
  readonly hue: string;
  /** Whether it belongs to the selected step or column. */
  readonly isCurrent: boolean;
  /** Dotted in this colour: emptied by hand. */
  readonly emptied?: string | null;
}

export function tile(palette: Palette, of: Tile): Svg {
  const { x, y, side } = of.square;
  const box = { x, y, width: side, height: side };
  const half = { x, y, width: side, height: side / 2 };
  const pictures = of.isSplit
    ? halvesOf(of.vector).map((part, i) =>
        cells(palette, part, "half", { ...half, y: y + (i * side) / 2 }),
      )
    : [cells(palette, of.vector, "whole", box)];
  return group({}, ...pictures, of.isSplit ? divider(of) : "", ring(of));
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One path per colour: a tile has 64 cells, and a stage up to 60 tiles. */
function cells(palette: Palette, vector: Float32Array, part: TilePart, area: Area): Svg {
  const { columns, rows, values } = tileCells(vector, part);
  const [width, height] = [area.width / columns, area.height / rows];
  const byColor = new Map<string, string>();
  values.forEach((value, i) => {
    const color = palette.quiet(value);
    const x = rounded(area.x + (i % columns) * width);
    const y = rounded(area.y + Math.floor(i / columns) * height);
    const d = `M${x} ${y}h${rounded(width)}v${rounded(height)}h${rounded(-width)}z`;
    byColor.set(color, (byColor.get(color) ?? "") + d);
  });
  const paths = [...byColor].map(([fill, d]) => path(d, { fill }));
  return group({ "shape-rendering": "crispEdges" }, ...paths);
}

function divider({ square: { x, y, side }, hue }: Tile): Svg {
  return rect({ x, y: y + side / 2 - 1, width: side, height: 2 }, { fill: hue });
}

function ring({ square: { x, y, side }, hue, isCurrent, emptied }: Tile): Svg {
  const line = isCurrent ? 1.8 : 1;
  const out = line / 2;
  const box = { x: x - out, y: y - out, width: side + line, height: side + line };
  const plain = { rx: 2, fill: "none" };
  if (!emptied) return rect(box, { ...plain, stroke: hue, "stroke-width": line });
  return rect(box, { ...plain, stroke: emptied, "stroke-width": 2, ...DOTS });
}

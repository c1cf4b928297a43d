/** The attention over time: small maps of one example at several updates, in rows of a strip. */
import type { MapFilm, MapFrame } from "../../engine/results/mapFilm";
import { thumbCells } from "../layout/mapThumb";
import type { About, Numbers } from "./figureText";
import { textWidth } from "./fitText";
import type { Palette } from "./palette";
import { rampPart } from "./ramp";
import { drawing, element, group, rect, type Svg, text } from "./svg";

export interface FilmFigure {
  readonly film: MapFilm;
  readonly about: About;
  readonly numbers: Numbers;
  readonly palette: Palette;
  readonly update: string; // heading of the updates
  /** The entropy of a map in nats. */
  readonly nats: (entropy: string) => string;
  readonly weight: string;
}

const IN_ROW = 8;
const SLOT = { width: 104, height: 104, map: 62 };
const SMALL = 11; // font size

export function filmSvg(figure: FilmFigure): Svg {
  const { film, about, palette } = figure;
  const columns = Math.min(IN_ROW, film.frames.length);
  const width = Math.max(columns * SLOT.width, 260);
  const bottom = Math.ceil(film.frames.length / IN_ROW) * SLOT.height;
  const ramp = { x: 0, y: bottom + 8, width: 92, height: 9 };
  return drawing(
    { ...about, ground: palette.colors.surface, width, height: bottom + 34 },
    ...film.frames.map((frame, i) => slot(figure, frame, i)),
    rampPart(palette, "weight", ramp),
    text(figure.weight, { x: 99, y: bottom + 17, size: 12, fill: palette.colors["ink-2"] }),
  );
}

function slot({ numbers, palette, update, nats }: FilmFigure, frame: MapFrame, index: number): Svg {
  const { colors } = palette;
  const left = (index % IN_ROW) * SLOT.width;
  const top = Math.floor(index / IN_ROW) * SLOT.height;
  const { width, height, cells } = thumbCells(frame.weights);
  const middle = left + SLOT.width / 2;
  const [x, y] = [middle - width / 2, top + (SLOT.map - height) / 2];
  const drawn = cells.map((cell) =>
    element("rect", {
      x: x + cell.x,
      y: y + cell.y,
      width: cell.width,
      height: cell.height,
      fill: palette.weight(cell.weight),
    }),
  );
  const size = 12;
  const step = numbers.number(frame.step);
  const name = textWidth(`${update} ${step}`, size) < SLOT.width ? `${update} ${step}` : step;
  const label = { x: middle, anchor: "middle" } as const;
  const entropy = nats(numbers.fixed(frame.entropy.mean, 2));
  return [
    group({ "shape-rendering": "crispEdges" }, ...drawn),
    rect({ x, y, width, height }, { fill: "none", stroke: colors.line }),
    text(name, { ...label, y: top + SLOT.map + 13, size, fill: colors.ink, weight: 600 }),
    text(entropy, { ...label, y: top + SLOT.map + 29, size: SMALL, fill: colors["ink-2"] }),
  ].join("");
}

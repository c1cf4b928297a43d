/** The inside of the corner for a model without attention: a wall, and a note on what passes through one state. */
import { textWidth, wrapText } from "../fitText";
import { hatched, path, rect, type Svg, text } from "../svg";
import type { StageFigure } from "./stageFigure";

const WIDEST = 324; // of the note's text, pixels
const PADDING = { x: 18, y: 10 };

interface Line {
  readonly content: string;
  readonly size: number;
  readonly height: number;
  readonly isTitle: boolean;
}

function linesOf(content: string, isTitle: boolean, room: number): readonly Line[] {
  const [size, height] = isTitle ? [15, 22] : [13, 19];
  return wrapText(content, room, isTitle ? 1.08 * size : size).map((each) => ({ content: each, size, height, isTitle })); // prettier-ignore
}

export function wallPart({ layout, texts, palette }: StageFigure): Svg {
  const { colors } = palette;
  const { map } = layout;
  const wall = { ...map, height: map.height - 4 };
  const room = Math.min(WIDEST, map.width - 2 * PADDING.x - 8);
  const lines = [
    ...linesOf(texts.wall.title, true, room),
    ...linesOf(texts.wall.text, false, room),
  ];
  const widest = Math.max(
    ...lines.map(({ content, size, isTitle }) => textWidth(content, size, isTitle)),
  );
  const width = Math.min(map.width - 8, widest + 2 * PADDING.x);
  const height = lines.reduce((sum, line) => sum + line.height, 2 * PADDING.y);
  const middle = { x: map.x + map.width / 2, y: wall.y + wall.height / 2 };
  const note = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  let y = note.y + PADDING.y;
  const written = lines.map(({ content, size, height: line, isTitle }) => {
    y += line;
    const fill = isTitle ? colors.ink : colors["ink-2"];
    const weight = isTitle ? 600 : undefined;
    return text(content, { x: middle.x, y: y - line / 2, size, fill, anchor: "middle", weight });
  });
  return [
    path(hatched(wall, 12), { stroke: colors.line }),
    rect(wall, { rx: 10, fill: "none", stroke: colors.line }),
    rect(note, { rx: 10, fill: colors.surface, stroke: colors.line }),
    ...written,
  ].join("");
}

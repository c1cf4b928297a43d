/** The top of the stage: source tokens, encoder states with their names, and the bridge. */
import { encoderStates, matrixRow } from "../../../engine/results/vectors";
import { isBidirectional } from "../../../engine/setup/modelShape";
import { isHiddenByHand } from "../../facts/byHand";
import { glyph, isSpecial } from "../../layout/labels";
import { cornerNoteBox, encoderSquare } from "../../layout/stageBoxes";
import { columnX } from "../../layout/stageLayout";
import { fitText } from "../fitText";
import { bordered, group, inset, rect, type Svg, text } from "../svg";
import type { StageFigure } from "./stageFigure";
import { tile } from "./tilePart";

const SUB = 9; // font size of an index

export function encoderPart(figure: StageFigure): Svg {
  const { layout, trace, texts, palette } = figure;
  const { colors } = palette;
  const { header, map } = layout;
  const title =
    header.titleTop === null
      ? ""
      : text(texts.encoderReads, {
          x: map.x,
          y: header.titleTop + 10,
          size: 13,
          fill: colors.encoder,
          weight: 600,
        });
  const columns = trace.source.map((_, column) => oneColumn(figure, column));
  return group({}, title, ...columns, bridge(figure), cornerNote(figure));
}

function oneColumn(figure: StageFigure, column: number): Svg {
  const { layout, trace, palette, layer } = figure;
  const attends = trace.shape.attention !== "none";
  const isLast = column === trace.source.length - 1;
  const square = encoderSquare(layout, column);
  const hue = palette.colors.encoder;
  const ringed = !attends && !layout.bridge && isLast;
  const { x, y, side } = square;
  const box = inset({ x, y, width: side, height: side }, -4.5);
  return [
    sourceToken(figure, column),
    tile(palette, {
      square,
      vector: matrixRow(encoderStates(trace, layer), column),
      isSplit: isBidirectional(trace.shape),
      hue,
      isCurrent: column === figure.column,
    }),
    ringed ? rect(box, { rx: 4, fill: "none", stroke: hue, "stroke-width": 3 }) : "",
    stateName(figure, column),
  ].join("");
}

/** A slanted token ends over its column; an upright one stands in its middle. */
export function sourceToken(
  { layout, trace, column: selected, palette }: StageFigure,
  column: number,
): Svg {
  // prettier-ignore
  const token = trace.source[column];
  if (!token) return "";
  const { header, columnPitch } = layout;
  const { colors } = palette;
  const bottom = header.tokensTop + header.tokensHeight;
  const x = columnX(layout, column) + columnPitch / 2;
  const isCurrent = column === selected;
  const isHidden = isHiddenByHand(trace, column);
  const fill = isCurrent ? colors.encoder : isSpecial(token) || isHidden ? colors["ink-2"] : colors.ink; // prettier-ignore
  const weight = isCurrent ? 700 : undefined;
  const decoration = isHidden ? "line-through" : undefined;
  const style = { fill, weight, decoration };
  const label = glyph(token);
  const isMono = isSpecial(token);
  const size = isMono ? 12 : header.font;
  const y = isMono ? bottom - 10 : bottom - 0.65 * size;
  if (!header.slanted) return text(label, { x, y, size, anchor: "middle", isMono, ...style });
  const room = header.tokensHeight * 1.41 - 1.3 * size;
  const fitted = isMono ? label : fitText(label, room, size);
  return text(fitted, { x: x - 1, y: bottom - 0.5 * header.font, size, turn: -45, isMono, ...style }); // prettier-ignore
}

/** h with an index, as in the equations. */
function stateName({ layout, palette }: StageFigure, column: number): Svg {
  const { header, tile: side, columnPitch, compact } = layout;
  if (compact) return "";
  const index = String(column + 1);
  const middle = columnX(layout, column) + columnPitch / 2;
  const y = header.tilesTop + side + 11.5;
  const x = middle - (6.7 + 0.56 * SUB * index.length) / 2;
  const fill = palette.colors["ink-2"];
  return text("h", { x, y, size: 12, fill }) + text(index, { x: x + 6.9, y: y + 2.5, size: SUB, fill }); // prettier-ignore
}

function bridge({ layout, trace, texts, palette }: StageFigure): Svg {
  const { bridge: box } = layout;
  if (!box) return "";
  const { encoder, surface } = palette.colors;
  const label = box.width < 40 ? "W" : texts.bridge;
  const ring = inset(box, -1);
  return (
    (trace.shape.attention === "none"
      ? rect(ring, { rx: 8, fill: "none", stroke: encoder, "stroke-width": 2 })
      : "") +
    bordered(box, 1.3, { rx: 7, fill: surface, stroke: encoder }) +
    text(label, {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      size: 12,
      fill: encoder,
      anchor: "middle",
    })
  );
}

function cornerNote({ layout, texts, palette }: StageFigure): Svg {
  if (layout.compact) return "";
  const { x, y, width, height } = cornerNoteBox(layout);
  const size = 12;
  const label = fitText(texts.cornerNote, width, size);
  return text(label, { x, y: y + height / 2, size, fill: palette.colors["ink-2"] });
}

/** The left edge of the stage: step numbers, and the outputs beside their rows. */
import { tokenBefore, untouchedStep } from "../../facts/byHand";
import type { JudgedToken } from "../../facts/judgedTokens";
import { saidProbability } from "../../facts/probability";
import { glyph, isSpecial } from "../../layout/labels";
import { spanEnd } from "../../layout/rail";
import { labelSpan, rowY } from "../../layout/stageLayout";
import { fitText, textWidth } from "../fitText";
import { DOTS, element, group, path, rounded, type Svg, text } from "../svg";
import { faintness, type StageFigure } from "./stageFigure";
import { probabilityLine } from "./tokenPart";

const SMALL = 12; // font size
const PADDING = 6; // right of an output

export function edgePart(figure: StageFigure, judged: readonly JudgedToken[]): Svg {
  const { layout, texts, palette, trace } = figure;
  const heading = text(layout.compact ? "ŷ" : texts.said, {
    x: spanEnd(labelSpan(layout)) - PADDING,
    y: layout.header.headingsTop + 7.5,
    size: SMALL,
    fill: palette.colors.decoder,
    anchor: "end",
  });
  const rows = trace.steps.map((_, row) => edgeRow(figure, row, judged[row]));
  return group({}, heading, ...rows);
}

function edgeRow(figure: StageFigure, row: number, judged: JudgedToken | undefined): Svg {
  const { layout, palette, index } = figure;
  const { colors } = palette;
  const number = text(String(row + 1), {
    x: 0,
    y: rowY(layout, row) + layout.pitch / 2,
    size: SMALL,
    fill: row === index ? colors.ink : colors["ink-2"],
    weight: row === index ? 700 : undefined,
  });
  return number + output(figure, row, judged);
}

/** The output with its marks, and its probability where the rail has no room for the output. */
function output(figure: StageFigure, row: number, judged: JudgedToken | undefined): Svg {
  const { layout, trace, palette } = figure;
  const { colors } = palette;
  const step = trace.steps[row];
  if (!step) return "";
  const span = labelSpan(layout);
  const bottom = rowY(layout, row) + layout.pitch;
  const line = { x: span.x + 4, y: bottom - 3.5, width: span.width - 10, height: 2.5 };
  return [
    word(figure, row, judged?.mark === "wrong"),
    step.saidByHand ? handCorner(spanEnd(span), bottom - 6, colors.hand) : "",
    layout.rail.said
      ? ""
      : group(
          { opacity: faintness(figure, row) },
          probabilityLine(colors, line, saidProbability(step)),
        ),
  ].join("");
}

/** The token: a wrong one is red and has a wavy line, one that an edit changed a dotted line. */
function word(figure: StageFigure, row: number, isWrong: boolean): Svg {
  const { layout, trace, palette } = figure;
  const { colors } = palette;
  const step = trace.steps[row];
  if (!step) return "";
  const span = labelSpan(layout);
  const isMono = isSpecial(step.chosen);
  const size = isMono ? SMALL : layout.labelFont;
  const place = { x: spanEnd(span) - PADDING, y: rowY(layout, row) + layout.pitch / 2 };
  const label = fitText(glyph(step.chosen), span.width - PADDING, size, true);
  const isFaint = faintness(figure, row) !== null;
  const plain = isMono || isFaint ? colors["ink-2"] : colors.ink;
  const bold = row === figure.index ? 700 : isFaint ? 400 : 600;
  const style = { size, isMono, weight: isMono ? undefined : bold, anchor: "end" } as const;
  const line = { x: place.x, y: place.y + 0.5 * size + 1, width: textWidth(label, size, true) };
  const isChanged = tokenBefore(step.chosen, untouchedStep(trace, row)?.chosen) !== null;
  const dots = step.saidByHand ? colors.hand : colors["ink-2"];
  if (isWrong)
    return text(label, { ...place, ...style, fill: colors.danger }) + wave(line, colors.danger);
  return text(label, { ...place, ...style, fill: plain }) + (isChanged ? dotted(line, dots) : "");
}

interface Line {
  readonly x: number; // its right end
  readonly y: number;
  readonly width: number;
}

function wave({ x, y, width }: Line, stroke: string): Svg {
  const waves = Math.max(2, Math.round(width / 4));
  const first = `M${rounded(x - 4 * waves)} ${rounded(y)}q1 -1.6 2 0t2 0`;
  return path(first + "t2 0".repeat(2 * waves - 2), { stroke, "stroke-width": 1.2 });
}

function dotted({ x, y, width }: Line, stroke: string): Svg {
  const d = `M${rounded(x - width)} ${rounded(y)}H${rounded(x)}`;
  return path(d, { stroke, "stroke-width": 2, ...DOTS });
}

function handCorner(right: number, bottom: number, fill: string): Svg {
  const points = `${rounded(right)},${rounded(bottom - 7)} ${rounded(right)},${rounded(bottom)} ${rounded(right - 7)},${rounded(bottom)}`; // prettier-ignore
  return element("polygon", { points, fill });
}

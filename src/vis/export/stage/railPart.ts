/** The decoder along the right edge: headings, and for each step its vectors, its input, its output and its probability. */
import type { Subject } from "../../../engine/results/subject";
import { vectorOf } from "../../../engine/results/vectors";
import { decoderTop } from "../../../engine/setup/modelShape";
import { isSetByHand, tokenBefore, untouchedStep } from "../../facts/byHand";
import type { JudgedToken } from "../../facts/judgedTokens";
import { saidProbability } from "../../facts/probability";
import { isSplit } from "../../facts/subject";
import { glyph } from "../../layout/labels";
import { HEADED, type Headed, middle, type Span } from "../../layout/rail";
import { barBox, fedBox, railSquare, saidBox } from "../../layout/stageBoxes";
import type { Colors } from "../palette";
import { fitText, textWidth } from "../fitText";
import { DOTS, element, group, rect, type Svg, text } from "../svg";
import { faintness, type StageFigure } from "./stageFigure";
import { tile } from "./tilePart";
import { fedToken, probabilityLine, saidToken } from "./tokenPart";

export function railPart(figure: StageFigure, judged: readonly JudgedToken[]): Svg {
  const rows = figure.trace.steps.map((_, row) => railRow(figure, row, judged[row]));
  return group({}, ...HEADED.map((kind) => heading(figure, kind)), ...rows);
}

const SYMBOLS = { context: "c", state: "s", combined: "h̃", said: "ŷ", bar: "p" } as const;
const HUES: Readonly<Record<Headed, keyof Colors>> = {
  context: "attention",
  fed: "ink-2",
  state: "decoder",
  combined: "decoder",
  said: "decoder",
  bar: "ink-2",
};
const HEADING = 12; // font size

/** A word, or a symbol without room for words. */
function heading({ layout, texts, palette }: StageFigure, kind: Headed): Svg {
  const span = layout.rail[kind];
  if (!span) return "";
  const style = { x: middle(span), size: HEADING, fill: palette.colors[HUES[kind]] };
  const y = layout.header.headingsTop + 7.5;
  const centred = { ...style, anchor: "middle" } as const;
  if (kind === "bar" && texts.tempered)
    return texts.tempered
      .map((line, i) => text(line, { ...centred, y: y - 15 * (1 - i) }))
      .join("");
  const short = kind === "fed" ? texts.fedShort : SYMBOLS[kind];
  const label = layout.wordy ? texts.headings[kind] : short;
  const width = textWidth(label, HEADING) + 6;
  const ground = { x: style.x - width / 2, y: y - 7.5, width, height: 15 }; // over the arrow around the corner
  return rect(ground, { fill: palette.colors.surface }) + text(label, { ...centred, y });
}

/** The edits that empty what a tile shows, or what enters it. */
const EDITS: Readonly<Partial<Record<Subject["kind"], "emptyContext" | "emptyState">>> = {
  context: "emptyContext",
  state: "emptyState",
};

function railRow(figure: StageFigure, row: number, judged: JudgedToken | undefined): Svg {
  const { layout, trace, palette } = figure;
  const { rail, chipFont: size } = layout;
  const step = trace.steps[row];
  if (!step) return "";
  const before = untouchedStep(trace, row);
  const layer = Math.min(figure.layer, decoderTop(trace.shape));
  const probability = saidProbability(step);
  const mark = judged?.mark ?? "open";
  const { colors } = palette;
  const opacity = faintness(figure, row);
  const token = { step, before, size, opacity };
  const line = rail.bar ? null : probability;
  return [
    group(
      { opacity },
      railTile(figure, rail.context, { kind: "context", step: row }),
      railTile(figure, rail.state, { kind: "state", step: row, layer }),
      railTile(figure, rail.combined, { kind: "combined", step: row }),
    ),
    fedToken(colors, fedBox(layout, row), token),
    rail.said
      ? saidToken(colors, saidBox(layout, row, rail.said), { ...token, mark, probability: line })
      : "",
    bar(figure, row, probability),
  ].join("");
}

type StepSubject = Extract<Subject, { readonly step: number }>;

function railTile(figure: StageFigure, span: Span | null, subject: StepSubject): Svg {
  const { trace, layout, palette, index } = figure;
  const vector = vectorOf(trace, subject);
  if (!span || !vector) return "";
  const { colors } = palette;
  const { step: row, kind } = subject;
  const edit = EDITS[kind];
  const isByHand = edit !== undefined && isSetByHand(trace, edit, row);
  const square = railSquare(layout, row, span);
  const picture = tile(palette, {
    square,
    vector,
    isSplit: isSplit(trace, subject),
    hue: kind === "context" ? colors.attention : colors.decoder,
    isCurrent: row === index,
    emptied: isByHand && kind === "context" ? colors.hand : null,
  });
  return isByHand && kind === "state" ? picture + emptyMark(square, colors) : picture;
}

/** Where an emptied state enters: a dotted ring on the upper edge of the tile. */
function emptyMark({ x, y, side }: { x: number; y: number; side: number }, colors: Colors): Svg {
  const ring = { cx: x + side / 2, cy: y, r: 4.5, fill: colors.surface, stroke: colors.hand };
  return element("circle", { ...ring, "stroke-width": 2, ...DOTS });
}

const WAS = 12; // font size

/** The probability of the output, and what the output was before the edits. */
function bar(figure: StageFigure, row: number, probability: number): Svg {
  const { layout, trace, palette } = figure;
  const { rail } = layout;
  const step = trace.steps[row];
  if (!rail.bar || !step) return "";
  const box = barBox(layout, row, rail.bar);
  const was = tokenBefore(step.chosen, untouchedStep(trace, row)?.chosen);
  const label = was ? fitText(glyph(was), box.width, WAS) : "";
  const place = { x: box.x, y: box.y + box.height / 2 + 11, size: WAS, decoration: "line-through" };
  const line = probabilityLine(palette.colors, box, probability);
  return (
    group({ opacity: faintness(figure, row) }, line) +
    text(label, { ...place, fill: palette.colors["ink-2"] })
  );
}

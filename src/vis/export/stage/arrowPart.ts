/** The arrows of the stage, under everything else. */
import { tokensRead } from "../../facts/encoderReading";
import type { Arrow, Tone } from "../../layout/arrowPath";
import { rowArrows } from "../../layout/arrows";
import { encoderArrows } from "../../layout/encoderArrows";
import type { Colors } from "../palette";
import { element, group, path, type Svg } from "../svg";
import { faintness, type StageFigure } from "./stageFigure";

const HUES: Readonly<Record<Tone, keyof Colors>> = {
  encoder: "encoder",
  decoder: "decoder",
  attention: "attention",
  truth: "truth",
  quiet: "edge",
};
const FAINT = 0.4;

export function arrowPart(figure: StageFigure): Svg {
  const { layout, trace, index, palette } = figure;
  const draw = (arrow: Arrow): Svg => drawn(palette.colors, arrow);
  const rows = trace.steps.map((step, row) => {
    const flow = { row, origin: step.inputOrigin, current: row === index };
    const opacity = faintness(figure, row) === null ? null : FAINT;
    return group({ opacity }, ...rowArrows(layout, flow).map(draw));
  });
  return group({}, ...encoderArrows(layout, tokensRead(trace)).map(draw), ...rows);
}

function drawn(colors: Colors, { tone, path: d, head, dashed, double }: Arrow): Svg {
  const hue = colors[HUES[tone]];
  const dashes = dashed ? "3 3" : null;
  const shaft = path(d, { stroke: hue, "stroke-width": double ? 4.2 : 1.4, "stroke-dasharray": dashes }); // prettier-ignore
  const between = double ? path(d, { stroke: colors.surface, "stroke-width": 1.8 }) : "";
  return shaft + between + (head ? element("polygon", { points: head, fill: hue }) : "");
}

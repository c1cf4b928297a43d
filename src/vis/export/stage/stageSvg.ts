/** The stage as a figure for itself: the unrolled network around its attention map, with its legend. */
import { judge } from "../../facts/judgedTokens";
import { rowY } from "../../layout/stageLayout";
import { drawing, rect, type Svg } from "../svg";
import { arrowPart } from "./arrowPart";
import { edgePart } from "./edgePart";
import { encoderPart } from "./encoderPart";
import { legendPart } from "./legendPart";
import { mapPart } from "./mapPart";
import { partingPart } from "./partingPart";
import { railPart } from "./railPart";
import type { StageFigure } from "./stageFigure";
import { wallPart } from "./wallPart";

const LEAST_LEGEND = 420; // pixels: width of its lines under a narrow stage

export function stageSvg(figure: StageFigure): Svg {
  const { layout, palette, texts, trace } = figure;
  const judged = judge(trace);
  const width = Math.max(layout.width, LEAST_LEGEND);
  const legend = legendPart(texts.legend, palette, layout.height, width);
  const attends = trace.shape.attention !== "none";
  return drawing(
    { ...aboutStage(figure), width, height: layout.height + legend.height },
    band(figure),
    arrowPart(figure),
    attends ? mapPart(figure) : wallPart(figure),
    edgePart(figure, judged),
    encoderPart(figure),
    railPart(figure, judged),
    partingPart(figure),
    legend.svg,
  );
}

function aboutStage({ texts, palette }: StageFigure) {
  const { title, description, language } = texts;
  return { title, description, language, ground: palette.colors.surface };
}

/** The ground of the selected row. */
function band({ layout, index, palette }: StageFigure): Svg {
  const box = { x: 0, y: rowY(layout, index), width: layout.width, height: layout.pitch };
  return rect(box, { rx: 9, fill: palette.colors["attention-soft"], opacity: 0.75 });
}

/** The attention map alone, as papers print it: source along the top, output down the side, weights as colours. */
import { judge } from "../../facts/judgedTokens";
import type { LegendMark } from "../../layout/legend";
import { layoutStage, type StageLayout } from "../../layout/stageLayout";
import { stageShape } from "../../layout/stageShape";
import type { HeadingEms } from "../../layout/rail";
import { drawing, type Svg, text } from "../svg";
import { edgePart } from "./edgePart";
import { sourceToken } from "./encoderPart";
import { legendPart } from "./legendPart";
import { mapPart } from "./mapPart";
import type { StageFigure } from "./stageFigure";

const PITCH = 44; // pixels from one row to the next
const TITLE = 22; // height of the line over the source
const ABOVE_MAP = 4;
const OF_MAP: readonly LegendMark[] = ["largest", "gold", "wrong", "hand", "changed"];
const NO_HEADINGS: HeadingEms = { context: 0, fed: 0, state: 0, combined: 0, said: 0, bar: 0 };

export interface MapFigure extends Omit<
  StageFigure,
  "layout" | "index" | "column" | "reached" | "layer"
> {
  // prettier-ignore
  /** The heading over the source. */
  readonly heading: string;
}

export function mapSvg(figure: MapFigure): Svg {
  const { trace, texts, palette } = figure;
  const layout = layoutMap(figure);
  const whole = { ...figure, layout, index: -1, column: null, reached: Infinity, layer: 0 };
  const width = layout.map.x + layout.map.width;
  const marks = texts.legend.marks.filter(({ mark }) => OF_MAP.includes(mark));
  const legend = legendPart({ ...texts.legend, value: null, blocks: [], marks }, palette, layout.height, Math.max(width, 260)); // prettier-ignore
  return drawing(
    {
      title: texts.title,
      description: texts.description,
      language: texts.language,
      ground: palette.colors.surface,
      width: Math.max(width, 260),
      height: layout.height + legend.height,
    },
    text(figure.heading, { x: layout.map.x, y: TITLE / 2, size: 13, fill: palette.colors.encoder, weight: 600 }), // prettier-ignore
    ...trace.source.map((_, column) => sourceToken(whole, column)),
    mapPart(whole),
    edgePart(whole, judge(trace)),
    legend.svg,
  );
}

/** The stage's layout in any room, without what stands between the source and the map. */
function layoutMap({ trace }: MapFigure): StageLayout {
  const shape = stageShape(trace);
  const room = { width: Infinity, height: Infinity, level: { pitchAtMost: PITCH, rows: 0 } };
  const stage = layoutStage(shape, room, NO_HEADINGS);
  const { header, map } = stage;
  const y = TITLE + header.tokensHeight + ABOVE_MAP;
  return {
    ...stage,
    header: { ...header, tokensTop: TITLE, headingsTop: y - 20 },
    map: { ...map, y },
    height: y + map.height + 4,
  };
}

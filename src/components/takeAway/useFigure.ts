/** Writers of the figures: each gives the SVG in a palette, of what the page showed when the dialog's pane appeared. */
import { useContext } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import type { Palette } from "../../vis/export/palette";
import { mapSvg } from "../../vis/export/stage/mapSvg";
import { stageSvg } from "../../vis/export/stage/stageSvg";
import { topOf } from "../../vis/facts/subject";
import { layoutStage, type Room, type StageLayout } from "../../vis/layout/stageLayout";
import { stageShape } from "../../vis/layout/stageShape";
import type { HeadingEms } from "../../vis/layout/rail";
import type { Trace } from "../../engine/results/trace";
import { useHeadingEms } from "../unrolled/useStageLayout";
import { LaneContext } from "../useLane";
import { useReached } from "../useReached";
import { useShownStep } from "../useShownStep";
import { roomOnPage } from "./roomOnPage";
import { useAbout } from "./useAbout";
import { useFrozen } from "./useFrozen";
import { useStageTexts } from "./useStageTexts";

/** What a student can choose about a figure. */
export interface Look {
  readonly palette: Palette;
  /** Whether every cell of the map shows its weight. */
  readonly hasNumbers: boolean;
}

/** Null: the page has nothing to draw. */
export type WriteFigure = ((look: Look) => string) | null;

/** The stage in its room on the page; one that scrolls there is drawn whole. */
function wholeStage(trace: Trace, room: Room, headings: HeadingEms): StageLayout {
  const shape = stageShape(trace);
  const onPage = layoutStage(shape, room, headings);
  if (!onPage.scrolls && !onPage.scrollsDown) return onPage;
  const level = { pitchAtMost: 40, rows: 0 };
  return layoutStage(shape, { width: Infinity, height: Infinity, level }, headings);
}

export function useStageFigure(): WriteFigure {
  const lane = useContext(LaneContext);
  const shown = useFrozen(useShownStep());
  const reached = useFrozen(useReached());
  const chosen = useFrozen(useApp(({ view }) => view.layer));
  const room = useFrozen(roomOnPage(lane));
  const headings = useHeadingEms();
  const texts = useStageTexts();
  const about = useAbout("stage");
  if (!shown) return null;
  const { trace, index, column } = shown;
  const layer = Math.min(chosen ?? topOf(trace), topOf(trace));
  const figure = { trace, index, column, reached, layer, texts: texts(trace, about(trace)) };
  return ({ palette }) =>
    stageSvg({ ...figure, palette, layout: wholeStage(trace, room, headings) });
}

export function useMapFigure(): WriteFigure {
  const { t } = useTranslation("stage");
  const shown = useFrozen(useShownStep());
  const texts = useStageTexts();
  const about = useAbout("map");
  if (!shown?.step.attention) return null;
  const { trace } = shown;
  const figure = { trace, texts: texts(trace, about(trace)), heading: t("sourceTokens") };
  return (look) => mapSvg({ ...figure, ...look });
}

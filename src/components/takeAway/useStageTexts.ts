/** The texts of a stage's figure in the language of the page. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import type { About } from "../../vis/export/figureText";
import type { LegendTexts, StageTexts } from "../../vis/export/stage/stageFigure";
import { encoderReadingOf } from "../../vis/facts/encoderReading";
import { isTempered } from "../../vis/facts/probability";
import { blocksOf, canPassOne, legendOf } from "../../vis/layout/legend";
import { useWallText } from "../unrolled/useWallText";

function useLegendTexts(): (trace: Trace) => LegendTexts {
  const { t } = useTranslation("stage");
  return (trace) => {
    const { shape } = trace;
    return {
      weight: shape.attention === "none" ? null : t("legend.weight"),
      value: t(canPassOne(shape) ? "legend.valueBeyond" : "legend.value"),
      blocks: blocksOf(shape).map(({ of, count }) => t(`legend.${of}`, { count })),
      marks: legendOf(trace).map(({ mark, meaning }) => ({ mark, text: t(`legend.${meaning}`) })),
    };
  };
}

export function useStageTexts(): (trace: Trace, about: About) => StageTexts {
  const { t } = useTranslation(["stage", "parting"]);
  const legend = useLegendTexts();
  const wall = useWallText();
  return (trace, about) => ({
    ...about,
    encoderReads: t(`encoderReads.${encoderReadingOf(trace.shape)}`),
    cornerNote: t(trace.shape.direction === "bidirectional" ? "cornerNoteBoth" : "cornerNote"),
    bridge: t("bridge"),
    said: t("said"),
    headings: {
      context: t("context"),
      fed: t("fed"),
      state: t("state"),
      combined: t("combined"),
      said: t("said"),
      bar: t("probability"),
    },
    fedShort: t("fedShort"),
    tempered: isTempered(trace) ? [t("probabilityAt"), t("temperatureOne")] : null,
    wall: { title: t("wallTitle"), text: wall(trace) },
    parting: {
      symbol: t("parting:symbol"),
      mark: t("parting:mark"),
      ended: t("parting:none"),
    },
    legend: legend(trace),
  });
}

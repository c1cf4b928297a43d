/** Writers of the figures of a run and of its evaluation. */
import { useTranslation } from "../../i18n/useTranslation";
import { beamSvg } from "../../vis/export/beamSvg";
import { curvesSvg } from "../../vis/export/charts/curvesSvg";
import { lengthsSvg } from "../../vis/export/charts/lengthsSvg";
import { positionsSvg } from "../../vis/export/charts/positionsSvg";
import { filmSvg } from "../../vis/export/filmSvg";
import { useFormat } from "../primitives/useFormat";
import { useHistory } from "../timeline/useHistory";
import { useLane, useRun } from "../useLane";
import { useShownStep } from "../useShownStep";
import { useAbout } from "./useAbout";
import type { WriteFigure } from "./useFigure";
import { useFrozen } from "./useFrozen";
import { useTakeAwayTexts } from "./useTakeAwayTexts";

export function useFilmFigure(): WriteFigure {
  const { t } = useTakeAwayTexts();
  const { t: ofMaps } = useTranslation(["maps", "stage"]);
  const film = useFrozen(useRun(({ maps }) => maps));
  const numbers = useFormat();
  const about = useAbout("film")(null);
  if (!film || film.frames.length === 0) return null;
  const texts = { update: t("update"), weight: ofMaps("stage:legend.weight") };
  const nats = (entropy: string): string => ofMaps("nats", { nats: entropy });
  return ({ palette }) => filmSvg({ film, about, numbers, palette, nats, ...texts });
}

export function useBeamFigure(): WriteFigure {
  const { t: ofFigures } = useTakeAwayTexts();
  const { t } = useTranslation("beam");
  const trace = useFrozen(useShownStep())?.trace ?? null;
  const numbers = useFormat();
  const about = useAbout("beam")(trace);
  if (trace?.decoding.kind !== "beam") return null;
  const beam = trace.decoding;
  const { width } = beam;
  const keys = {
    answer: ofFigures("beamAnswer"),
    kept: t("key.kept", { width }),
    ended: t("key.ended", { width }),
    pruned: t("key.pruned", { width }),
  };
  const texts = {
    root: t("root"),
    step: (step: number): string => t("step", { step: step + 1 }),
    hidden: (count: number): string => t("hidden", { count }),
    keys,
  };
  return ({ palette }) => beamSvg({ beam, about, numbers, palette, ...texts });
}

const CURVES = ["loss", "heldOut", "match", "truth", "entropy", "alignment"] as const;

export function useCurvesFigure(): WriteFigure {
  const { t } = useTakeAwayTexts();
  const { t: ofTraining } = useTranslation("training");
  const data = useFrozen(useHistory());
  const vocabulary = useFrozen(useRun(({ info }) => info?.targetTokens ?? 0));
  const numbers = useFormat();
  const about = useAbout("curves")(null);
  if (data.count === 0 && data.evaluations.length === 0) return null;
  const texts = {
    chance: vocabulary > 0 ? ofTraining("curves.chance", { vocabulary }) : null,
    even: ofTraining("curves.even"),
    names: Object.fromEntries(
      CURVES.map((curve) => [curve, ofTraining(`curves.names.${curve}`)]),
    ) as Record<(typeof CURVES)[number], string>,
    axes: { left: t("axes.nats"), right: t("axes.share"), below: t("axes.updates") },
  };
  return ({ palette }) => curvesSvg({ data, about, numbers, palette, ...texts });
}

export function useLengthsFigure(): WriteFigure {
  const { t } = useTranslation("evaluation");
  const report = useFrozen(useLane(({ evaluation }) => evaluation.report));
  const numbers = useFormat();
  const about = useAbout("lengths")(null);
  if (!report) return null;
  const texts = { unit: t("lengths.unit"), seen: t("lengths.seen"), unseen: t("lengths.unseen") };
  return ({ palette }) =>
    lengthsSvg({ scores: report.byLength, about, numbers, palette, ...texts });
}

export function usePositionsFigure(): WriteFigure {
  const { t } = useTranslation("evaluation");
  const report = useFrozen(useLane(({ evaluation }) => evaluation.report));
  const numbers = useFormat();
  const about = useAbout("positions")(null);
  if (!report) return null;
  const rows = {
    position: t("positions.rows.position"),
    examples: t("positions.rows.examples"),
    errors: t("positions.rows.errors"),
  };
  const meanings = {
    free: t("positions.free"),
    forced: t("positions.forced"),
    errors: t("positions.errors"),
  };
  const texts = { rows, meanings };
  return ({ palette }) =>
    positionsSvg({ scores: report.byPosition, about, numbers, palette, ...texts });
}

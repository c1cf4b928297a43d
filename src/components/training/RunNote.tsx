/** One sentence on the run: the origin of its model, or why training has stopped. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Config } from "../../engine/setup/config";
import type { RunState } from "../../state/slices/run";
import { useLane, useThrottledRun } from "../useLane";
import { useBakedDifferences } from "../setup/useBakedDifferences";
import { useFormat, type Format } from "../primitives/useFormat";

export function RunNote() {
  const { t } = useTranslation("training");
  const format = useFormat();
  const config = useLane((lane) => lane.config);
  const status = useLane((lane) => lane.run.status);
  const run = useThrottledRun();
  const differences = useBakedDifferences();
  if (status === "failed") return t("note.failed");
  if (status === "training") return writeTraining(t, format, { run, config });
  if (status === "starting" || run.info === null) return t("note.starting");
  if (run.stopReason !== null) return writeStop(t, format, run);
  const step = format.number(run.step);
  if (run.info.weights === "baked") return writeBaked(t, step, differences);
  if (run.info.weights === "kept") return t("note.kept", { step });
  if (run.info.weights === "opened") return t("note.opened", { step });
  return run.step === 0 ? t("note.fresh") : t("note.paused", { step });
}

type Translate = TFunction<"training">;

interface RunAndSettings {
  readonly run: RunState;
  readonly config: Config;
}

function writeBaked(t: Translate, step: string, differences: string | null): string {
  if (differences === null) return t("note.baked", { step });
  return t("note.bakedOther", { step, differences });
}

function writeTraining(t: Translate, format: Format, { run, config }: RunAndSettings): string {
  const target = format.percent(config.targetMatch, 0);
  const limits = t("note.training", { target, cap: format.number(config.maxSteps) });
  return run.hiddenTab === "resumed" ? `${t("note.back")} ${limits}` : limits;
}

function writeStop(t: Translate, format: Format, run: RunState): string {
  const step = format.number(run.step);
  switch (run.stopReason) {
    case "target":
      return t("note.target", { match: format.percent(run.evaluations.at(-1)?.exactMatch ?? 1) });
    case "cap":
      return t("note.cap", { step });
    case "diverged":
      return t("note.diverged");
    case "oneStep":
      return t("note.oneStep", { step });
    case "paused":
      return run.hiddenTab === "paused" ? t("note.away") : t("note.paused", { step });
    case null:
      return t("note.paused", { step });
    default:
      return run.stopReason satisfies never;
  }
}

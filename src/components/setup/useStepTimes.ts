/** The time of a training step of the chosen model on each backend, in words. */
import { useTranslation } from "../../i18n/useTranslation";
import { useLane } from "../useLane";
import type { BackendName } from "../../state/slices/backends";
import { currentTimes } from "../../state/slices/backendMeasurements";
import { useComputing } from "../../state/store";
import { useFormat } from "../primitives/useFormat";

export interface StepTimeTexts {
  readonly isTimed: (name: BackendName) => boolean;
  /** Its time, or why it has none. */
  readonly textOf: (name: BackendName) => string;
}

export function useStepTimes(): StepTimeTexts {
  const { t } = useTranslation("computing");
  const format = useFormat();
  const computing = useComputing();
  const measurement = useLane((lane) => currentTimes(computing, lane));
  return {
    isTimed: (name) => measurement[name]?.kind === "timed",
    textOf(name) {
      const time = measurement[name];
      if (computing.lost.includes(name)) return t("lost");
      if (time === undefined) return t("untimed");
      if (time.kind === "unavailable" && name === "threads") return t("unavailableThreads");
      if (time.kind !== "timed") return t(time.kind);
      const milliseconds = format.number(time.milliseconds, time.milliseconds < 10 ? 1 : 0);
      return t("time", { milliseconds });
    },
  };
}

/** The bar at the foot of a narrow page: pause button and progress, so that the student can watch the map during training. */
import { useTranslation } from "react-i18next";
import { useLane, useThrottledRun } from "../useLane";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import styles from "./TrainingBar.module.css";
import { student } from "../../state/actions/acts";

export function TrainingBar() {
  const { t } = useTranslation("training");
  const format = useFormat();
  const isTraining = useLane((lane) => lane.run.status === "training");
  // The bar stays after training stops, because its button may have the focus.
  const wasTrained = useLane(({ run }) => run.status === "idle" && run.stopReason !== null);
  const step = useThrottledRun((run) => format.number(run.step));
  const match = useThrottledRun((run) => run.evaluations.at(-1)?.exactMatch ?? null);
  if (!isTraining && !wasTrained) return null;
  return (
    <aside className={styles.bar} aria-label={t("bar.label")} data-training-bar>
      <Button look="primary" onClick={isTraining ? student.pause : student.train}>
        {isTraining ? t("pause") : t("train")}
      </Button>
      <p className={styles.reading}>
        {match === null
          ? t("bar.start", { step })
          : t("bar.reading", { step, match: format.percent(match) })}
      </p>
    </aside>
  );
}

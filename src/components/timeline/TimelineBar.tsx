/** Above the foot of a narrow page once the model has trained: train or pause, and the progress, with the map in sight. */
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import { LANE_NAMES, LANES } from "../lanes";
import { useComparing } from "../useComparing";
import { LaneContext, useLane, useRun } from "../useLane";
import { PauseIcon, TrainIcon } from "./icons";
import styles from "./TimelineBar.module.css";

export function TimelineBar() {
  const { t } = useTranslation("training");
  const status = useLane((lane) => lane.run.status);
  const isPast = useApp(({ view }) => view.playhead !== null);
  const isTraining = status === "training";
  const wasTrained = useLane(({ run }) => run.stopReason !== null);
  const isComparing = useComparing();
  const isBelow = useApp(({ view }) => view.panel === "train"); // the whole timeline is on show
  if (isBelow || !(isTraining || wasTrained || isPast)) return null;
  return (
    <aside className={styles.bar} aria-label={t("bar.label")}>
      <Button
        look="primary"
        className={styles.train}
        disabled={!isTraining && status !== "idle"}
        onClick={isTraining ? student.pause : student.train}
      >
        {isTraining ? <PauseIcon /> : <TrainIcon />}
        {isTraining ? t("pause") : t("train")}
      </Button>
      {isComparing ? (
        <div className={styles.reading}>
          {LANES.map((lane) => (
            <LaneContext key={lane} value={lane}>
              <Progress letter={LANE_NAMES[lane]} />
            </LaneContext>
          ))}
        </div>
      ) : (
        <Progress />
      )}
      {isPast && (
        <Button
          look="quiet"
          className={styles.back}
          onClick={() => moveFocusThen("stage", () => student.lookBack("present"))}
        >
          {t("timeline.back")}
        </Button>
      )}
    </aside>
  );
}

/** With its letter where there are two models. */
function Progress({ letter }: { readonly letter?: string }) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const step = useRun((run) => format.number(run.step));
  const match = useRun((run) => run.evaluations.at(-1)?.exactMatch ?? null);
  return (
    <p className={styles.reading}>
      {letter && `${letter}: `}
      {match === null
        ? t("bar.start", { step })
        : t("bar.reading", { step, match: format.percent(match) })}
    </p>
  );
}

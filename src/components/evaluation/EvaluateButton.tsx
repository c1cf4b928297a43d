/** The button that starts the evaluation, its progress, and the model that the results belong to. */
import { useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { lacksPairs } from "../../state/slices/run";
import { PairsAway } from "../pairs/PairsAway";
import { useLane, useRun } from "../useLane";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import { useHeldOutCount } from "./useHeldOutCount";
import styles from "./Evaluation.module.css";
import { student } from "../../state/actions/acts";

export function EvaluateButton() {
  const { t } = useTranslation("evaluation");
  const id = useId();
  const isAway = useLane(({ run }) => lacksPairs(run));
  const isUp = useLane(({ run }) => run.status === "idle" || run.status === "training");
  const isRunning = useLane(({ evaluation }) => evaluation.progress !== null);
  return (
    <div className={styles.order} aria-busy={isRunning}>
      <Button
        data-print="off"
        disabled={!isUp || isAway}
        aria-describedby={id}
        onClick={isRunning ? student.stopEvaluating : student.evaluate}
      >
        {isRunning ? t("stop") : t("evaluate")}
      </Button>
      <div className={styles.note}>
        <p id={id}>{isAway ? <PairsAway /> : <Note />}</p>
        <Progress />
      </div>
      <output className="visually-hidden">
        <EvaluationStatus />
      </output>
    </div>
  );
}

/** What the run evaluates now, what it has evaluated, or what an evaluation would report. */
function Note() {
  const { t } = useTranslation("evaluation");
  const format = useFormat();
  const { progress, report, stopped } = useLane((lane) => lane.evaluation);
  const count = useLane(({ run }) => run.info?.heldOutExamples ?? 0);
  const { write, whySome } = useHeldOutCount();
  const now = useRun((run) => run.step);
  const isTraining = useLane(({ run }) => run.status === "training");
  if (progress)
    return t("running", {
      step: format.number(progress.step),
      done: format.number(progress.done),
      total: format.number(progress.total),
    });
  const ended = stopped && t("stopped");
  const during = isTraining && t("during");
  if (!report) {
    const intro = count > 0 && t("intro", { examples: write(count) });
    return [ended, intro, whySome(count), during].filter(Boolean).join(" ");
  }
  const examples = write(report.examples.length);
  const of = t("of", { step: format.number(report.step), examples });
  const stale = report.step !== now && t("stale", { now: format.number(now) });
  return [ended, of, stale, during].filter(Boolean).join(" ");
}

function Progress() {
  const { t } = useTranslation("evaluation");
  const progress = useLane((lane) => lane.evaluation.progress);
  if (!progress) return null;
  const { done, total } = progress;
  return <progress className={styles.bar} aria-label={t("progress")} value={done} max={total} />;
}

/** The announcement for a screen reader: begin and end, not every chunk. */
function EvaluationStatus() {
  const { t } = useTranslation("evaluation");
  const format = useFormat();
  const { progress, report, stopped } = useLane((lane) => lane.evaluation);
  if (progress) return t("said.running", { step: format.number(progress.step) });
  if (stopped) return t("said.stopped");
  return report && t("said.done", { match: format.percent(report.metrics.exactMatch) });
}

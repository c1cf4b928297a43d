/** The full evaluation of both models: one button, the figures side by side, and two charts with both. */
import { useMemo, type ReactNode } from "react";
import { student } from "../../state/actions/acts";
import type { ScoreReport } from "../../engine/results/scoreReport";
import { lacksPairs } from "../../state/slices/run";
import { useApp } from "../../state/store";
import type { Series } from "../../vis/charts/sharesChart";
import type { LaneId } from "../../workers/protocol";
import { Button } from "../primitives/Button";
import { Card } from "../primitives/Card";
import styles from "./ComparedResults.module.css";
import { Costs } from "./Costs";
import { EvaluationState } from "./EvaluationState";
import { MetricsTable } from "./MetricsTable";
import { Shares } from "./Shares";
import { useCompareTexts } from "./useCompareTexts";

export function ComparedResults(): ReactNode {
  const { t } = useCompareTexts();
  const a = useApp(({ lanes }) => lanes.a.evaluation.report);
  const b = useApp(({ lanes }) => lanes.b?.evaluation.report ?? null);
  return (
    <Card title={t("results.title")}>
      <Order />
      {a && b && <Reports a={a} b={b} />}
      <Costs />
    </Card>
  );
}

function Reports({ a, b }: Readonly<Record<LaneId, ScoreReport>>): ReactNode {
  const lengths = useMemo(() => ({ a: lengthsOf(a), b: lengthsOf(b) }), [a, b]);
  const positions = useMemo(() => ({ a: positionsOf(a), b: positionsOf(b) }), [a, b]);
  return (
    <div className={styles.results}>
      <MetricsTable reports={{ a, b }} />
      <Shares kind="lengths" series={lengths} />
      <Shares kind="positions" series={positions} />
    </div>
  );
}

function lengthsOf({ byLength }: ScoreReport): Series["a"] {
  return byLength.map(({ length, matches, examples, isSeen }) => ({
    at: length,
    right: matches,
    examples,
    isBeyond: !isSeen,
  }));
}

function positionsOf({ byPosition }: ScoreReport): Series["a"] {
  return byPosition.map(({ position, freeRight, examples }) => ({
    at: position,
    right: freeRight,
    examples,
  }));
}

/** One button evaluates both models. */
function Order(): ReactNode {
  const { t } = useCompareTexts();
  const isAway = useApp(({ lanes }) => lacksPairs(lanes.a.run));
  const isRunning = useApp(({ lanes }) =>
    [lanes.a, lanes.b].some((lane) => lane !== undefined && lane.evaluation.progress !== null),
  );
  const isUp = useApp(({ lanes }) =>
    [lanes.a, lanes.b].every(
      (lane) => lane?.run.status === "idle" || lane?.run.status === "training",
    ),
  );
  return (
    <div className={styles.order} aria-busy={isRunning}>
      <Button
        data-print="off"
        disabled={!isUp || isAway}
        onClick={isRunning ? student.stopEvaluating : student.evaluate}
      >
        {t(isRunning ? "results.stop" : "results.evaluate")}
      </Button>
      <p className={styles.note}>{t("results.intro")}</p>
      <EvaluationState />
    </div>
  );
}

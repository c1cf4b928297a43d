/** The full evaluation: its button and its results; below them exposure bias. */
import { Suspense } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useLane } from "../useLane";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { Card } from "../primitives/Card";
import { EvaluateButton } from "./EvaluateButton";
import styles from "./Evaluation.module.css";
import { ExampleTable } from "./ExampleTable";
import { Metrics } from "./Metrics";
import { Lengths } from "./Lengths";
import { Positions } from "./Positions";

const Exposure = latePart(async () => (await import("../exposure/Exposure")).Exposure);

export function Evaluation() {
  const { t } = useTranslation("evaluation");
  const report = useLane((lane) => lane.evaluation.report);
  return (
    <Card title={t("title")}>
      <div className={report ? undefined : styles.before}>
        {!report && <Coming />}
        <EvaluateButton />
      </div>
      {report && (
        <>
          <div className={styles.overview}>
            <Metrics metrics={report.metrics} />
            <div className={styles.charts}>
              <Lengths scores={report.byLength} attends={report.metrics.attention !== null} />
              <Positions scores={report.byPosition} />
            </div>
          </div>
          <ExampleTable examples={report.examples} />
        </>
      )}
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Exposure />
        </Suspense>
      </ErrorBoundary>
    </Card>
  );
}

/** What the evaluation will show. */
function Coming() {
  const { t } = useTranslation("evaluation");
  return (
    <ul className={styles.coming} aria-label={t("coming.title")}>
      {(["match", "lengths", "positions", "examples"] as const).map((part) => (
        <li key={part}>
          <strong>{t(`coming.${part}.name`)}</strong>
          <span>{t(`coming.${part}.what`)}</span>
        </li>
      ))}
    </ul>
  );
}

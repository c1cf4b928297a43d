/** The full evaluation: its button and its results. */
import { useTranslation } from "react-i18next";
import { useLane } from "../useLane";
import { Card } from "../primitives/Card";
import { EvaluateButton } from "./EvaluateButton";
import styles from "./Evaluation.module.css";
import { ExampleTable } from "./ExampleTable";
import { Metrics } from "./Metrics";
import { Lengths } from "./Lengths";

export function Evaluation() {
  const { t } = useTranslation("evaluation");
  const report = useLane((lane) => lane.evaluation.report);
  return (
    <Card title={t("title")}>
      <EvaluateButton />
      {report && (
        <>
          <div className={styles.overview}>
            <Metrics metrics={report.metrics} />
            <Lengths scores={report.byLength} attends={report.metrics.attention !== null} />
          </div>
          <ExampleTable examples={report.examples} />
        </>
      )}
    </Card>
  );
}

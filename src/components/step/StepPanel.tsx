/** The step panel: the input of the shown step, its equations with their numbers, and its output. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Op } from "../../engine/results/operation";
import { opsOf } from "../../vis/tex/operations";
import type { OnSelect, Shown } from "../unrolled/shown";
import { Card } from "../primitives/Card";
import { FedNote } from "./FedNote";
import { NextToken } from "./NextToken";
import { OpDetail } from "./OpDetail";
import { OpTabs } from "./OpTabs";
import styles from "./StepPanel.module.css";

export interface StepPanelProps extends Shown {
  /** The chosen operation; a model without it shows its cell. */
  readonly operation: Op;
  readonly onOperation: (operation: Op) => void;
  readonly onSelect: OnSelect;
}

export function StepPanel({
  operation,
  onOperation,
  onSelect,
  ...shown
}: StepPanelProps): ReactNode {
  const { t } = useTranslation("step");
  const ops = opsOf(shown.trace);
  const op = ops.includes(operation) ? operation : "cell";
  const title = t("title", { step: shown.index + 1, steps: shown.trace.steps.length });
  return (
    <div className={styles.panel}>
      <Card title={title} label={t("region")}>
        <FedNote {...shown} />
        <OpTabs shape={shown.trace.shape} ops={ops} value={op} onValueChange={onOperation}>
          <OpDetail op={op} {...shown} onSelect={onSelect} />
        </OpTabs>
      </Card>
      <NextToken {...shown} />
    </div>
  );
}

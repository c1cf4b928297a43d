/** This step: what it was fed, its equations with their numbers, what it says next. */
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { opsOf, type Op } from "../../vis/tex/operations";
import { Inspectable } from "../unrolled/InspectProvider";
import type { OnSelect, Shown } from "../unrolled/shown";
import { Card } from "../primitives/Card";
import { FedNote } from "./FedNote";
import { NextToken } from "./NextToken";
import { OpDetail } from "./OpDetail";
import { OpTabs } from "./OpTabs";
import css from "./StepPanel.module.css";

export interface StepPanelProps extends Shown {
  readonly onSelect: OnSelect;
}

export function StepPanel(props: StepPanelProps): ReactNode {
  return (
    <Inspectable trace={props.trace}>
      <div className={css.panel}>
        <Operations {...props} />
        <NextToken {...props} />
      </div>
    </Inspectable>
  );
}

/** The operation on show: the wished one, or the cell, which every model has. */
function useOp(ops: readonly Op[]): readonly [Op, (op: Op) => void] {
  const [wish, setWish] = useState<Op>("score");
  return [ops.includes(wish) ? wish : "cell", setWish];
}

function Operations({ onSelect, ...shown }: StepPanelProps): ReactNode {
  const { t } = useTranslation("step");
  const ops = opsOf(shown.trace);
  const [op, setOp] = useOp(ops);
  const title = t("title", { step: shown.index + 1, steps: shown.trace.steps.length });
  return (
    <Card title={title} label={t("region")}>
      <FedNote {...shown} />
      <OpTabs shape={shown.trace.shape} ops={ops} value={op} onValueChange={setOp}>
        <OpDetail op={op} {...shown} onSelect={onSelect} />
      </OpTabs>
    </Card>
  );
}

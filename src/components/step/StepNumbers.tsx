/** The numbers of the inspected vector, or the scores and weights of the shown step. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Subject } from "../../engine/results/subject";
import { vectorOf } from "../../engine/results/vectors";
import { NumbersTable } from "../unrolled/NumbersTable";
import type { OnDerive, OnSelect, Shown } from "../unrolled/shown";
import { useSubjectName } from "../unrolled/useSubjectName";
import { VectorSwitch } from "../unrolled/VectorSwitch";
import { LogitTable } from "./LogitTable";
import { ScoreTable } from "./ScoreTable";
import styles from "./StepNumbers.module.css";

export interface StepNumbersProps extends Shown {
  /** The subject whose numbers to show, if the trace has it; null: the step's table. */
  readonly inspected: Subject | null;
  readonly onInspect: (subject: Subject | null) => void;
  readonly onSelect: OnSelect;
  readonly onDerive: OnDerive;
}

export function StepNumbers(props: StepNumbersProps): ReactNode {
  const { trace, inspected, onInspect, onDerive } = props;
  const { t } = useTranslation("inspector");
  const name = useSubjectName(trace);
  const vector = inspected && vectorOf(trace, inspected);
  if (!inspected || !vector) return <StepTable {...props} />;
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.title}>{name(inspected)}</h3>
        <button type="button" className={styles.back} onClick={() => onInspect(null)}>
          {t(props.step.attention ? "numbers.back.scores" : "numbers.back.logits")}
        </button>
      </div>
      <VectorSwitch trace={trace} shown={inspected} onChoose={onInspect} />
      <NumbersTable trace={trace} vector={vector} subject={inspected} onDerive={onDerive} />
    </>
  );
}

/** Without attention the logits, since the step has no scores. */
function StepTable(props: StepNumbersProps): ReactNode {
  const { t } = useTranslation("inspector");
  const { index, step } = props;
  const title = step.attention ? "numbers.scores" : "numbers.logits";
  return (
    <>
      <h3 className={styles.title}>{t(title, { step: index + 1 })}</h3>
      {step.attention ? <ScoreTable {...props} /> : <LogitTable {...props} />}
      <p className={styles.hint}>{t("numbers.hint")}</p>
    </>
  );
}

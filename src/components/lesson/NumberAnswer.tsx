/** A prediction of a weight or of another number: typed, and drawn on a scale beside the real one after the reveal. */
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Prediction, Range } from "../../lessons/lesson";
import { student } from "../../state/actions/acts";
import styles from "./Lesson.module.css";
import type { AnswerProps } from "./PredictionGroup";
import { Scale } from "./Scale";

type NumberProps = AnswerProps<"weight" | "number">;

const WEIGHTS: Range = { min: 0, max: 1, step: 0.01 };

function valueOf(prediction: Prediction | null | undefined): number | null {
  return prediction?.kind === "weight" || prediction?.kind === "number" ? prediction.value : null;
}

/** The label of the box: the step's own `unit`; a question about a weight can do without. */
function useLabel({ question, text }: NumberProps): string {
  const { t } = useTranslation("lessons");
  const unit = text("unit");
  if (question.kind === "weight" && unit === null) return t("pick.weight");
  const { min, max } = question.kind === "weight" ? WEIGHTS : question;
  return t("pick.number", { unit: unit ?? "", min, max });
}

export function NumberAnswer(props: NumberProps): ReactNode {
  const { question, prediction, isFixed, outcome } = props;
  const range = question.kind === "number" ? question : WEIGHTS;
  const { t } = useTranslation("lessons");
  const id = useId();
  const label = useLabel(props);
  const [problem, setProblem] = useState("");
  const { min, max } = range;
  const take = (value: number): void => {
    const isIn = value >= min && value <= max; // false for NaN, too
    setProblem(isIn || Number.isNaN(value) ? "" : t("pick.numberProblem", { min, max }));
    if (isIn) student.predict({ kind: question.kind, value });
  };
  return (
    <>
      <label className={styles.pick}>
        <span>{label}</span>
        <input
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={range.step}
          defaultValue={valueOf(prediction) ?? ""}
          readOnly={isFixed}
          aria-invalid={problem !== ""}
          aria-describedby={id}
          onChange={({ target }) => take(target.valueAsNumber)}
        />
        <span id={id} role="alert" className={styles.problem}>
          {problem}
        </span>
      </label>
      <Scale range={range} predicted={valueOf(prediction)} truth={valueOf(outcome?.truth)} />
    </>
  );
}

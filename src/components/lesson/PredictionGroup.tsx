/** The student's prediction: made on the map, or here with a control for each kind of answer. */
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Prediction, Question } from "../../lessons/lesson";
import { DIRECTIONS } from "../../lessons/readTheMap";
import { student } from "../../state/actions/acts";
import { useTokenName } from "../unrolled/useTokenName";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";

interface AnswerProps {
  readonly question: Question;
  readonly prediction: Prediction | null;
  readonly isRevealed: boolean;
}

interface GroupProps extends AnswerProps {
  readonly ask: string;
}

export function PredictionGroup({ ask, ...answer }: GroupProps): ReactNode {
  const { t } = useTranslation("lessons");
  const id = useId();
  return (
    <fieldset className={styles.prediction} aria-describedby={id}>
      <legend className={styles.label}>{t("prediction")}</legend>
      <p id={id}>{ask}</p>
      <Answer {...answer} />
    </fieldset>
  );
}

function Answer(props: AnswerProps): ReactNode {
  switch (props.question.kind) {
    case "row":
      return <RowAnswer {...props} />;
    case "cell":
      return <CellAnswer {...props} />;
    case "weight":
      return <WeightAnswer {...props} />;
    case "choice":
      return <ChoiceAnswer {...props} />;
    default:
      return props.question.kind satisfies never;
  }
}

interface PickProps {
  readonly label: string;
  readonly none: string;
  readonly options: readonly string[];
  readonly value: number | null;
  readonly disabled: boolean;
  readonly onPick: (index: number) => void;
}

/** The same choice as on the map, for students who do not point at it. */
function Pick({ label, none, options, value, disabled, onPick }: PickProps): ReactNode {
  return (
    <label className={styles.pick}>
      <span>{label}</span>
      <select
        value={value ?? ""}
        disabled={disabled}
        onChange={({ target }) => target.value !== "" && onPick(Number(target.value))}
      >
        <option value="">{none}</option>
        {options.map((option, i) => (
          <option key={i} value={i}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}

function RowAnswer({ prediction, isRevealed }: AnswerProps): ReactNode {
  const { t } = useTranslation("lessons");
  const rows = useLane(({ run }) => run.trace?.steps.length ?? 0);
  return (
    <Pick
      label={t("pick.row")}
      none={t("pick.rowNone")}
      options={Array.from({ length: rows }, (_, row) => t("pick.rowOption", { row: row + 1 }))}
      value={prediction?.kind === "row" ? prediction.row : null}
      disabled={isRevealed}
      onPick={(row) => student.predict({ kind: "row", row })}
    />
  );
}

function CellAnswer({ question, prediction, isRevealed }: AnswerProps): ReactNode {
  const { t } = useTranslation("lessons");
  const name = useTokenName();
  const source = useLane(({ run }) => run.trace?.source);
  return (
    <Pick
      label={t("pick.cell")}
      none={t("pick.cellNone")}
      options={(source ?? []).map((token, s) =>
        t("pick.cellOption", { place: s + 1, word: name(token) }),
      )}
      value={prediction?.kind === "cell" ? prediction.column : null}
      disabled={isRevealed}
      onPick={(column) => student.predict({ kind: "cell", row: question.row, column })}
    />
  );
}

function WeightAnswer({ prediction, isRevealed }: AnswerProps): ReactNode {
  const { t } = useTranslation("lessons");
  const id = useId();
  const [problem, setProblem] = useState("");
  const take = (value: number): void => {
    const isWeight = value >= 0 && value <= 1; // false for NaN, too
    setProblem(isWeight || Number.isNaN(value) ? "" : t("pick.weightProblem"));
    if (isWeight) student.predict({ kind: "weight", value });
  };
  return (
    <label className={styles.pick}>
      <span>{t("pick.weight")}</span>
      <input
        type="number"
        inputMode="decimal"
        min={0}
        max={1}
        step={0.01}
        defaultValue={prediction?.kind === "weight" ? prediction.value : ""}
        readOnly={isRevealed}
        aria-invalid={problem !== ""}
        aria-describedby={id}
        onChange={({ target }) => take(target.valueAsNumber)}
      />
      <span id={id} role="alert" className={styles.problem}>
        {problem}
      </span>
    </label>
  );
}

function ChoiceAnswer({ prediction, isRevealed }: AnswerProps): ReactNode {
  const { t } = useTranslation("lessons");
  const name = useId();
  return (
    <div className={styles.choices}>
      {DIRECTIONS.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            checked={prediction?.kind === "choice" && prediction.choice === choice}
            disabled={isRevealed}
            onChange={() => student.predict({ kind: "choice", choice })}
          />
          {t(`pick.choice.${choice}`)}
        </label>
      ))}
    </div>
  );
}

/** A prediction of a point of a curve: with two controls, and drawn in a small chart under them. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { CurvePoint, CurveQuestion, Prediction } from "../../lessons/lesson";
import { student } from "../../state/actions/acts";
import { CurveChart } from "./CurveChart";
import styles from "./Lesson.module.css";
import type { AnswerProps } from "./PredictionGroup";

function pointOf(prediction: Prediction | null | undefined): CurvePoint | null {
  return prediction?.kind === "point" ? prediction : null;
}

/** A point to start from: at the place that the question names, else at the first one, halfway up. */
function startOf({ xs, x, y }: CurveQuestion): CurvePoint {
  return { x: x ?? xs[0] ?? 0, y: (y.min + y.max) / 2 };
}

export function PointAnswer(props: AnswerProps<"point">): ReactNode {
  const { question, prediction, isFixed, outcome, text } = props;
  const predicted = pointOf(prediction);
  const now = predicted ?? startOf(question);
  const move = (to: Partial<CurvePoint>): void => student.predict({ kind: "point", ...now, ...to });
  return (
    <>
      <CurveChart
        question={question}
        point={now}
        isChosen={predicted !== null}
        truth={pointOf(outcome?.truth)}
        curve={outcome?.curve ?? []}
        onMove={isFixed ? null : move}
      />
      {question.x === null && <Place {...props} now={now} onMove={move} />}
      <label className={styles.pick}>
        <span>{text("axes.y")}</span>
        <input
          type="range"
          min={question.y.min}
          max={question.y.max}
          step={question.y.step}
          value={now.y}
          disabled={isFixed}
          aria-valuetext={predicted ? undefined : (text("axes.none") ?? undefined)}
          onChange={({ target }) => move({ y: target.valueAsNumber })}
          onClick={predicted ? undefined : () => move({})} // a press on the start value chooses it
        />
      </label>
    </>
  );
}

interface PlaceProps extends AnswerProps<"point"> {
  readonly now: CurvePoint;
  readonly onMove: (to: Partial<CurvePoint>) => void;
}

function Place({ question, prediction, isFixed, text, now, onMove }: PlaceProps): ReactNode {
  const { t } = useTranslation("lessons");
  return (
    <label className={styles.pick}>
      <span>{text("axes.x")}</span>
      <select
        value={prediction ? now.x : ""}
        disabled={isFixed}
        onChange={({ target }) => target.value !== "" && onMove({ x: Number(target.value) })}
      >
        <option value="">{t("pick.pointNone")}</option>
        {question.xs.map((x) => (
          <option key={x} value={x}>
            {x}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The same choice as on the stage, for students who do not point at it: a row, a cell, a token or a tile from a list. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import type { Prediction, Question } from "../../lessons/lesson";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { useTokenName } from "../unrolled/useTokenName";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";
import type { AnswerProps } from "./PredictionGroup";

type PickKind = "row" | "cell" | "token" | "tile";
type PickQuestion = Extract<Question, { readonly kind: PickKind }>;

function predictionAt(question: PickQuestion, index: number): Prediction {
  switch (question.kind) {
    case "row":
      return { kind: "row", row: index };
    case "cell":
      return { kind: "cell", row: question.row, column: index };
    case "token":
      return { kind: "token", place: index };
    case "tile":
      return { kind: "tile", tile: index };
    default:
      return question satisfies never;
  }
}

function indexOf(prediction: Prediction | null): number | null {
  if (prediction?.kind === "row") return prediction.row;
  if (prediction?.kind === "cell") return prediction.column;
  if (prediction?.kind === "token") return prediction.place;
  return prediction?.kind === "tile" ? prediction.tile : null;
}

/** What the list is called: rows, source tokens, output tokens, or the states over either. */
function namesOf(question: PickQuestion) {
  switch (question.kind) {
    case "row":
      return "row";
    case "cell":
      return "cell";
    case "token":
      if (question.of === "name") return "letter";
      return question.of === "source" ? "cell" : "answer";
    case "tile":
      return question.of === "encoder" ? "encoderTile" : "decoderTile";
    default:
      return question satisfies never;
  }
}

function useOptions(question: PickQuestion): readonly string[] {
  const { t } = useTranslation("lessons");
  const name = useTokenName();
  const trace = useLane(({ run }) => run.trace);
  const alone = useApp(({ lesson }) => lesson.alone);
  const number = (word: string, place: number): string =>
    t("pick.cellOption", { place: place + 1, word });
  if (namesOf(question) === "letter")
    return alone === "waiting" ? [] : (alone?.reading?.letters ?? []).map(number);
  if (!trace) return [];
  if (question.kind === "row" || namesOf(question) === "decoderTile")
    return trace.steps.map((_, row) => t("pick.rowOption", { row: row + 1 }));
  return tokensOf(question, trace).map((token, place) => number(name(token), place));
}

function tokensOf(question: PickQuestion, { source, steps }: Trace) {
  const isAnswer = question.kind === "token" && question.of === "answer";
  return isAnswer ? steps.map(({ chosen }) => chosen) : source;
}

export function PickAnswer(props: AnswerProps<PickKind>): ReactNode {
  const { question, prediction, isFixed, outcome } = props;
  const truth = indexOf(outcome?.truth ?? null);
  const { t } = useTranslation("lessons");
  const options = useOptions(question);
  const names = namesOf(question);
  const take = (value: string): void => {
    if (value !== "") student.predict(predictionAt(question, Number(value)));
  };
  return (
    <label className={styles.pick}>
      <span>{t(`pick.${names}`)}</span>
      <select
        value={indexOf(prediction) ?? ""}
        disabled={isFixed}
        onChange={({ target }) => take(target.value)}
      >
        <option value="">{t(`pick.${names}None`)}</option>
        {options.map((option, i) => (
          <option key={i} value={i} data-true={i === truth || undefined}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}

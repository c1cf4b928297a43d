/** A step that asks for a prediction: the question, the prediction, the act, and what really happened. */
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { lesson } from "../../state/actions/acts";
import type { Outcome, PredictStep, Values } from "../../lessons/lesson";
import { isMoving, type LessonNow } from "../../state/slices/lessonNow";
import { isBehind as isPageBehind } from "../../state/slices/sceneArrival";
import { useApp } from "../../state/store";
import { Prose } from "../primitives/Prose";
import { ActProgress } from "./ActProgress";
import { Elsewhere } from "./Elsewhere";
import { Exhibit } from "./Exhibit";
import styles from "./Lesson.module.css";
import { PredictionGroup } from "./PredictionGroup";
import { Reveal } from "./Reveal";
import { useAct } from "./useAct";
import type { LessonText } from "./useLessonText";

interface QuestionProps {
  readonly now: LessonNow;
  readonly step: PredictStep;
  readonly outcome: Outcome | null;
  readonly text: LessonText;
  /** Names the sentence that says what "Show me" needs, or what it waits for. */
  readonly hintId: string;
}

/** A student who steps into the hidden row after a prediction has done what "Show me" does. */
function useRevealByStepping({ step, question, prediction, isRevealed }: LessonNow): void {
  const row = useApp(({ view }) => view.step);
  const hasAct = step.kind === "predict" && step.act !== undefined;
  const isReached =
    prediction !== null && question?.hiddenFrom === row && question.kind !== "row" && !isRevealed;
  useEffect(() => {
    if (isReached && !hasAct) void lesson.reveal();
  }, [isReached, hasAct]);
}

/** A page that opens at this part, or comes back to it, shows the row from which the question looks ahead. */
function useStartRow({ question, isRevealed, facts }: LessonNow): void {
  const startRow = isRevealed ? null : (question?.startRow ?? null);
  const source = facts.trace.source.map(({ text }) => text).join(" ");
  useEffect(() => {
    const { step } = useApp.getState().view;
    if (startRow !== null && step !== startRow) lesson.selectByHand(startRow, null);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each source begins at the row of its question
  }, [startRow, source]);
}

/** What stood in the card stays, with its focus, until the page has what the step asks about; null: nothing stood there. */
function useSteady(newest: LessonNow): LessonNow | null {
  const isBehind = useApp(isPageBehind);
  const [last, setLast] = useState<LessonNow | null>(null);
  if (!isBehind && last !== newest) setLast(newest);
  return isBehind && !newest.prediction ? last : newest;
}

export function Question({ now: newest, ...rest }: QuestionProps): ReactNode {
  const steady = useSteady(newest);
  const now = steady ?? newest;
  const props = { ...rest, now };
  const { step, text, hintId } = props;
  const { question, facts, before } = now;
  const { t } = useTranslation("lessons");
  useStartRow(now);
  useRevealByStepping(now);
  useAct(now, step);
  if (!steady)
    return (
      <p id={hintId} className={styles.note}>
        {t("fileLoading")}
      </p>
    );
  if (!question && isMoving(facts)) return <p className={styles.note}>{t("training")}</p>;
  if (!question) return <Elsewhere now={now} />;
  const values = step.values(before ?? facts, question);
  return (
    <>
      <p>
        <Prose>{text("say", values) ?? ""}</Prose>
      </p>
      {step.code && (
        <Exhibit code={step.code} source={text("source") ?? ""} isRevealed={now.isRevealed} />
      )}
      <Prediction {...props} values={values} />
      <ActProgress now={now} step={step} text={text} />
      <Reveal {...props} />
    </>
  );
}

interface PredictionProps extends QuestionProps {
  readonly values: Values;
}

/** The question with the student's answer, and what to do next. */
function Prediction({ now, step, text, outcome, hintId, values }: PredictionProps): ReactNode {
  const { question, prediction, isRevealed, isActing } = now;
  const { t } = useTranslation("lessons");
  if (!question) return null;
  const ready = step.act ? (text("do", values) ?? t("readyToAct")) : t("ready");
  return (
    <>
      <PredictionGroup
        question={question}
        prediction={prediction}
        isFixed={isRevealed || isActing}
        outcome={outcome}
        ask={text("ask", values) ?? ""}
        text={text}
      />
      <p id={hintId} className={styles.hint} hidden={isRevealed || isActing}>
        {prediction ? ready : t("predictFirst")}
      </p>
      {question.hiddenFrom !== null && question.row !== null && !isRevealed && (
        <p className={styles.hint}>
          {t("covered", {
            from: question.hiddenFrom + 1,
            selected: (question.startRow ?? question.hiddenFrom) + 1,
          })}
        </p>
      )}
    </>
  );
}

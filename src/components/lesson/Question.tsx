/** A step that asks for a prediction: the question, the prediction, the act, and what really happened. */
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { lesson } from "../../state/actions/acts";
import type { Outcome, PredictStep } from "../../lessons/lesson";
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

export function Question(props: QuestionProps): ReactNode {
  const { now, step, text, hintId } = props;
  const { question, facts, before } = now;
  const { t } = useTranslation("lessons");
  useStartRow(now);
  useRevealByStepping(now);
  useAct(now, step);
  const isBehind = useApp(isPageBehind);
  if (isBehind && !now.prediction)
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
      <Prediction {...props} ask={text("ask", values) ?? ""} />
      <ActProgress now={now} step={step} text={text} />
      <Reveal {...props} />
    </>
  );
}

interface PredictionProps extends QuestionProps {
  readonly ask: string;
}

/** The question with the student's answer, and what to do next. */
function Prediction({ now, step, text, outcome, hintId, ask }: PredictionProps): ReactNode {
  const { question, prediction, isRevealed, isActing } = now;
  const { t } = useTranslation("lessons");
  if (!question) return null;
  const ready = step.act ? (text("do") ?? t("readyToAct")) : t("ready");
  return (
    <>
      <PredictionGroup
        question={question}
        prediction={prediction}
        isFixed={isRevealed || isActing}
        outcome={outcome}
        ask={ask}
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

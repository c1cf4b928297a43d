/** A step that asks for a prediction: the question, the prediction, and what really happened. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { lesson } from "../../state/actions/acts";
import type { Outcome } from "../../lessons/lesson";
import type { AnyStep } from "../../lessons/steps";
import type { LessonNow } from "../../state/slices/lesson";
import { useApp } from "../../state/store";
import { Prose } from "../primitives/Prose";
import { useLane } from "../useLane";
import { Elsewhere } from "./Elsewhere";
import styles from "./Lesson.module.css";
import { PredictionGroup } from "./PredictionGroup";
import type { LessonText } from "./useLessonText";
import { Why } from "./Why";

interface QuestionProps {
  readonly now: LessonNow;
  readonly step: Extract<AnyStep, { readonly kind: "predict" }>;
  readonly outcome: Outcome | null;
  readonly text: LessonText;
  /** Names the sentence that says what "Show me" needs. */
  readonly hintId: string;
}

/** A student who steps into the hidden row after a prediction has done what "Show me" does. */
function useRevealByStepping({ question, prediction, isRevealed }: LessonNow): void {
  const step = useApp(({ view }) => view.step);
  const isReached =
    prediction !== null && question?.hiddenFrom === step && question.kind !== "row" && !isRevealed;
  useEffect(() => {
    if (isReached) lesson.reveal();
  }, [isReached]);
}

/** A page that opens at this part, or comes back to it, shows the row before the hidden ones. */
function useStartRow({ question, isRevealed }: LessonNow): void {
  const startRow =
    question?.hiddenFrom === null || isRevealed ? null : (question?.startRow ?? null);
  useEffect(() => {
    const { step } = useApp.getState().view;
    if (startRow !== null && step !== startRow) lesson.selectByHand(startRow, null);
  }, [startRow]);
}

export function Question(props: QuestionProps): ReactNode {
  const { now, step, text } = props;
  const { question, trace } = now;
  const { t } = useTranslation("lessons");
  const isTraining = useLane(({ run }) => run.status === "training");
  useStartRow(now);
  useRevealByStepping(now);
  if (isTraining) return <p className={styles.note}>{t("training")}</p>;
  if (!question) return <Elsewhere lesson={now.place.id} />;
  return (
    <>
      <p>
        <Prose>{text("say", step.values(trace, question)) ?? ""}</Prose>
      </p>
      <Prediction {...props} />
      <Reveal {...props} />
    </>
  );
}

/** The question with the student's answer, and what to do next. */
function Prediction({ now, step, text, hintId }: QuestionProps): ReactNode {
  const { trace, question, prediction, isRevealed } = now;
  const { t } = useTranslation("lessons");
  if (!question) return null;
  return (
    <>
      <PredictionGroup
        question={question}
        prediction={prediction}
        isRevealed={isRevealed}
        ask={text("ask", step.values(trace, question)) ?? ""}
      />
      <p id={hintId} className={styles.hint} hidden={isRevealed}>
        {t(prediction ? "ready" : "predictFirst")}
      </p>
      {question.hiddenFrom !== null && !isRevealed && (
        <p className={styles.hint}>
          {t("covered", { from: question.hiddenFrom + 1, selected: question.startRow + 1 })}
        </p>
      )}
    </>
  );
}

/** What happened, with the numbers of this model. A screen reader hears it at once. */
function Reveal({ now: { place }, step, outcome, text }: QuestionProps): ReactNode {
  const { t } = useTranslation("lessons");
  const shown = useRef<HTMLOutputElement>(null);
  const isShown = outcome !== null;
  useEffect(() => {
    if (isShown) shown.current?.scrollIntoView({ block: "nearest" });
  }, [isShown]);
  return (
    <>
      <output ref={shown}>
        {outcome && (
          <span className={styles.reveal} data-right={outcome.isRight}>
            <strong className={styles.label}>
              {t(`outcome.${outcome.isRight ? "right" : "wrong"}`)}
            </strong>
            {text(`reveal.${outcome.verdict}`, outcome.values)} {text("fact", outcome.values)}
          </span>
        )}
      </output>
      {outcome && <Why key={place.step} step={step} outcome={outcome} text={text} />}
    </>
  );
}

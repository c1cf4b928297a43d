/** The questions of a lesson in their order, with or without the answers. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { type Asked, askedOf } from "../../lessons/answers";
import { type LessonId, sceneTask } from "../../lessons/catalogue";
import type { Facts } from "../../lessons/facts";
import type { Step, Values } from "../../lessons/lesson";
import { useApp } from "../../state/store";
import { useChoiceLabel } from "../lesson/useChoiceLabel";
import { Answer } from "./Answer";
import styles from "./QuestionList.module.css";
import type { SceneFacts } from "./useStepFacts";
import { choicesOf, type SheetText, useSheetText } from "./useSheetText";

interface QuestionListProps {
  readonly lesson: LessonId;
  readonly steps: readonly Step[];
  /** Of the shipped models of the lesson's scenes. */
  readonly facts: SceneFacts;
  readonly hasAnswers: boolean;
  /** Whether lines to write on stand in place of the answers. */
  readonly hasLines?: boolean;
}

export function QuestionList({ steps, ...rest }: QuestionListProps): ReactNode {
  return (
    <ol className={styles.questions}>
      {steps.map((step) => (
        <Question key={step.id} step={step} {...rest} />
      ))}
    </ol>
  );
}

interface QuestionProps extends Omit<QuestionListProps, "steps"> {
  readonly step: Step;
}

function Question({ step, lesson, facts, hasAnswers, hasLines = false }: QuestionProps): ReactNode {
  const language = useApp(({ view }) => view.language);
  const { before, after } = facts.of(step);
  const text = useSheetText(lesson, step.id, before?.trace ?? null);
  const asked = askedOf(step, before, after);
  return (
    <li className={styles.question}>
      <h5 className={styles.title}>{text("title", null)}</h5>
      <AskedText
        step={step}
        text={text}
        asked={asked}
        values={valuesOf(step, before) ?? asked?.values ?? null}
        written={choicesOf(lesson, step.id)}
      />
      {hasAnswers && (
        <Answer step={step} text={text} asked={asked} task={sceneTask(lesson, language)} />
      )}
      {hasLines && !hasAnswers && <div className={styles.lines} aria-hidden="true" />}
    </li>
  );
}

interface AskedProps {
  readonly step: Step;
  readonly text: SheetText;
  /** Null: the page does not have the model. */
  readonly asked: Asked | null;
  readonly values: Values | null;
  /** The choices that the lesson's texts name. */
  readonly written: readonly string[];
}

/** The words and numbers of a goal; null: it is none, or the page does not have the model. */
function valuesOf(step: Step, facts: Facts | null): Values | null {
  return step.kind === "goal" && facts ? (step.values?.(facts) ?? {}) : null;
}

function AskedText({ step, text, asked, values, written }: AskedProps): ReactNode {
  const { t } = useTranslation("teacher");
  const question = asked?.question.kind === "choice" ? asked.question : null;
  const label = useChoiceLabel(question ?? {}, (name) => text(name, values));
  const choices = question?.are ? question.choices : written;
  return (
    <>
      <p>{text("say", values)}</p>
      {step.kind === "predict" && step.code && (
        <pre className={styles.code} aria-label={t("lessons.printed")}>
          {step.code.printed.join("\n")}
        </pre>
      )}
      <p className={styles.ask}>{text("ask", values)}</p>
      {choices.length > 0 && (
        <ul className={styles.choices} aria-label={t("lessons.choices")}>
          {choices.map((each) => (
            <li key={each}>{label(each)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The questions of a lesson in their order, with or without the answers. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { askedOf } from "../../lessons/answers";
import { type LessonId, sceneTask } from "../../lessons/catalogue";
import type { Facts } from "../../lessons/facts";
import type { Step, Values } from "../../lessons/lesson";
import { useApp } from "../../state/store";
import { Answer } from "./Answer";
import styles from "./QuestionList.module.css";
import { choicesOf, type SheetText, useSheetText } from "./useSheetText";

interface QuestionListProps {
  readonly lesson: LessonId;
  readonly steps: readonly Step[];
  /** Of the shipped model of the lesson's scene; null: the page does not have them. */
  readonly facts: Facts | null;
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
  const text = useSheetText(lesson, step.id, facts?.trace ?? null);
  const asked = askedOf(step, facts);
  return (
    <li className={styles.question}>
      <h5 className={styles.title}>{text("title", null)}</h5>
      <Asked
        step={step}
        text={text}
        values={asked?.values ?? null}
        choices={choicesOf(lesson, step.id)}
      />
      {hasAnswers && (
        <Answer
          step={step}
          text={text}
          outcome={asked?.outcome ?? null}
          task={sceneTask(lesson, language)}
        />
      )}
      {hasLines && !hasAnswers && <div className={styles.lines} aria-hidden="true" />}
    </li>
  );
}

interface AskedProps {
  readonly step: Step;
  readonly text: SheetText;
  readonly values: Values | null;
  readonly choices: readonly string[];
}

function Asked({ step, text, values, choices }: AskedProps): ReactNode {
  const { t } = useTranslation("teacher");
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
            <li key={each}>{text(`choices.${each}`, values)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

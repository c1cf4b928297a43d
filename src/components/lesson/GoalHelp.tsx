/** Help with a goal, open to the student from the beginning: the words that the model knows, and a sentence that works. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { type LessonId, sceneTask } from "../../lessons/catalogue";
import type { GoalStep } from "../../lessons/lesson";
import { sourceWords, WORD_CLASSES } from "../../lessons/sourceWords";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";
import type { LessonText } from "./useLessonText";

interface GoalHelpProps {
  readonly lesson: LessonId;
  readonly step: GoalStep;
  readonly text: LessonText;
}

export function GoalHelp({ lesson, step, text }: GoalHelpProps): ReactNode {
  const { t } = useTranslation("lessons");
  const language = useApp(({ view }) => view.language);
  const example = step.example[sceneTask(lesson, language)] ?? "";
  return (
    <div className={styles.help}>
      <Words />
      <details>
        <summary>{t("hint")}</summary>
        <p>{text("hint", { example: { word: { id: 0, text: example } } })}</p>
      </details>
    </div>
  );
}

/** The words of the model on the stage, where it translates. */
function Words(): ReactNode {
  const { t } = useTranslation("lessons");
  const { task, symbols } = useLane(({ config }) => config);
  const words = sourceWords(task, symbols);
  if (!words) return null;
  return (
    <details>
      <summary>{t("words.title")}</summary>
      <p>{t("words.form")}</p>
      <dl>
        {WORD_CLASSES.map((each) => (
          <div key={each}>
            <dt>{t(`words.${each}`)}</dt>
            <dd lang="en">{words[each].join(", ")}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Help with a goal: the words that the model knows, and a hint, which opens by itself after some tries. */
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { sceneTask } from "../../lessons/catalogue";
import type { GoalStep } from "../../lessons/lesson";
import { sourceWords, WORD_CLASSES } from "../../lessons/sourceWords";
import type { LessonNow } from "../../state/slices/lessonNow";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";
import type { LessonText } from "./useLessonText";

interface GoalHelpProps {
  readonly now: LessonNow;
  readonly step: GoalStep;
  readonly text: LessonText;
  /** What the last try led to; null: the student has not tried. */
  readonly tried: string | null;
}

const ENOUGH_TRIES = 3;
const ENOUGH_TIME_MS = 90_000;

/** Whether the student has tried or thought long enough to be offered the hint. */
function useIsStuck(tried: string | null): boolean {
  const [tries, setTries] = useState({ last: tried, count: 0 });
  const [isLate, setIsLate] = useState(false);
  if (tries.last !== tried) setTries({ last: tried, count: tries.count + 1 });
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), ENOUGH_TIME_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate || tries.count >= ENOUGH_TRIES;
}

export function GoalHelp({ now, step, text, tried }: GoalHelpProps): ReactNode {
  const { t } = useTranslation("lessons");
  const language = useApp(({ view }) => view.language);
  const isStuck = useIsStuck(tried);
  const [isOpen, setIsOpen] = useState<boolean | null>(null); // null: the student has not said
  const example = step.example?.[sceneTask(now.place.id, language)] ?? "";
  return (
    <div className={styles.help}>
      {step.example && <Words />}
      <details
        open={isOpen ?? isStuck}
        onToggle={({ currentTarget }) =>
          currentTarget.open !== (isOpen ?? isStuck) && setIsOpen(currentTarget.open)
        }
      >
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

/** A lesson for a teacher: what it is for, its time and sources, and its questions. */
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { isKnown } from "../../lessons/answers";
import { type LessonId, LESSON_IDS } from "../../lessons/catalogue";
import type { Step } from "../../lessons/lesson";
import { MINUTES } from "../../lessons/minutes";
import { stepsAt } from "../../state/ports/lessonFiles";
import { useLessonFile } from "../lesson/useLessonFile";
import { Button } from "../primitives/Button";
import { FocusHere } from "../primitives/FocusHere";
import { openLessonFromHere } from "../reading/openLessonFromHere";
import { type SourceId, type SourceItem, SOURCES } from "../reading/sourceItems";
import { QuestionList } from "./QuestionList";
import styles from "./Teacher.module.css";
import { BLANK, resourceOf } from "./useSheetText";
import { NO_STEPS, type SceneFacts, useStepFacts } from "./useStepFacts";

interface LessonEntryProps {
  readonly id: LessonId;
  readonly hasAnswers: boolean;
  readonly onHandout: () => void;
}

/** The notes of which the lesson has a point. Single papers stand in the lesson's own text. */
function sourcesOf(id: LessonId): readonly SourceId[] {
  const sources = Object.keys(SOURCES) as SourceId[];
  const isIn = (source: SourceId): boolean =>
    Object.values<SourceItem>(SOURCES[source]).some(({ lessons }) => lessons?.includes(id));
  return sources.filter((source) => source !== "papers" && isIn(source));
}

export function LessonEntry({ id, hasAnswers, onHandout }: LessonEntryProps): ReactNode {
  const { t } = useTranslation(["teacher", "lessons", "reading"]);
  const heading = useId();
  const [isOpen, setIsOpen] = useState(false);
  const name = t(`lessons:catalogue.${id}.name`);
  const minutes = t("lessons:minutes", { count: MINUTES[id] });
  const sources = sourcesOf(id).map((source) => t(`reading:sources.titles.${source}`));
  return (
    <section className={styles.lesson} aria-labelledby={heading}>
      <h4 id={heading} className={styles.name}>
        {t("link.lesson", { number: LESSON_IDS.indexOf(id), name })}
      </h4>
      <p>{t(`lessons:catalogue.${id}.aim`)}</p>
      <p className={styles.about}>
        {sources.length > 0
          ? t("lessons.about", { minutes, sources: sources.join(", ") })
          : minutes}
      </p>
      <p className={styles.ways}>
        <Button
          look="link"
          aria-label={t("lessons.openOf", { name })}
          onClick={() => void openLessonFromHere(id)}
        >
          {t("lessons.open")}
        </Button>
        <Button look="link" aria-label={t("lessons.handoutOf", { name })} onClick={onHandout}>
          {t("lessons.handout")}
        </Button>
      </p>
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>{t("lessons.questions")}</summary>
        {isOpen && <Questions id={id} hasAnswers={hasAnswers} />}
      </details>
    </section>
  );
}

type QuestionsProps = Pick<LessonEntryProps, "id" | "hasAnswers">;

function Questions(props: QuestionsProps): ReactNode {
  const { t } = useTranslation("lessons");
  const file = useLessonFile(props.id);
  return (
    <>
      {file.retries > 0 && <FocusHere key={file.retries} />}
      {file.state === "ready" && <LoadedQuestions {...props} />}
      {file.state === "loading" && <p>{t("fileLoading")}</p>}
      {file.state === "failed" && (
        <p>
          {t("failed")} <Button onClick={file.retry}>{t("retry")}</Button>
        </p>
      )}
    </>
  );
}

/** What stands in the questions and answers: all words and numbers, some, or none. */
function knownOf(steps: readonly Step[], { scene, of }: SceneFacts): "whole" | "live" | "blank" {
  if (!scene) return "blank";
  const isWhole = steps.every((step) => isKnown(step, of(step).before, of(step).after));
  return isWhole ? "whole" : "live";
}

function LoadedQuestions({ id, hasAnswers }: QuestionsProps): ReactNode {
  const { t } = useTranslation(["teacher", "lessons"]);
  const steps = stepsAt({ id, step: 0 }) ?? NO_STEPS;
  const facts = useStepFacts(id, steps);
  return (
    <div className={styles.opened}>
      <p className={styles.about}>{t(`lessons.${knownOf(steps, facts)}`, { blank: BLANK })}</p>
      <QuestionList lesson={id} steps={steps} facts={facts} hasAnswers={hasAnswers} />
      {hasAnswers && (
        <p>
          <b>{t("lessons.where")}</b> {String(resourceOf(id, "where"))}
        </p>
      )}
      <p>
        <b>{t("lessons.openQuestion")}</b> {String(resourceOf(id, "open"))}
      </p>
    </div>
  );
}

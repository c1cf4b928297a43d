/** The goal of the open lesson over the settings of the Lab, where the student reaches it, with what a try has led to. */
import { useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { LessonPlace } from "../../lessons/catalogue";
import type { GoalStep } from "../../lessons/lesson";
import { student } from "../../state/actions/acts";
import { stepsAt } from "../../state/ports/lessonFiles";
import { isDone } from "../../state/slices/lessonProgress";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { Prose } from "../primitives/Prose";
import styles from "./GoalInLab.module.css";
import { useFacts } from "./useFacts";
import { useFinish } from "./useFinish";
import { useGoalOutcome } from "./useGoalOutcome";
import { useLessonFile } from "./useLessonFile";
import { useLessonText } from "./useLessonText";

/** The open step of a lesson, in every mode. */
export function GoalInLab(): ReactNode {
  const place = useApp(({ view }) => view.lesson);
  const isAtEnd = useApp(({ lesson }) => lesson.isAtEnd);
  const file = useLessonFile(place?.id ?? null);
  const step = place && !isAtEnd && file.state === "ready" ? stepsAt(place)?.[place.step] : null;
  if (!place || step?.kind !== "goal") return null;
  return <OpenGoal key={`${place.id} ${place.step}`} place={place} step={step} />;
}

interface OpenGoalProps {
  readonly place: LessonPlace;
  readonly step: GoalStep;
}

/** A goal that was reached on an earlier visit is not asked for again. */
function OpenGoal({ place, step }: OpenGoalProps): ReactNode {
  const { t } = useTranslation("lessons");
  const [wasDone] = useState(() => isDone(useApp.getState().lesson.progress, place));
  const facts = useFacts();
  const text = useLessonText(place.id, step.id);
  const outcome = useGoalOutcome(step);
  const isReached = outcome?.isRight === true;
  useFinish(isReached);
  if (wasDone) return null;
  return (
    <section className={styles.goal} aria-label={t("region")}>
      <details open>
        <summary>{`${t(`catalogue.${place.id}.name`)}: ${text("title") ?? ""}`}</summary>
        <p>
          <Prose>{text("ask", facts ? step.values?.(facts) : {}) ?? ""}</Prose>
        </p>
      </details>
      <output className={styles.outcome} data-right={isReached || undefined}>
        {isReached && <strong>{t("outcome.goal")} </strong>}
        {outcome && text(`reveal.${outcome.verdict}`, outcome.values)}
      </output>
      <Button look="link" onClick={() => student.setMode("learn")}>
        {t("toLesson")}
      </Button>
    </section>
  );
}

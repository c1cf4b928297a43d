/** All lessons: what each is about, and how far the student is. */
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { LESSON_IDS, type LessonId, LESSONS } from "../../lessons/catalogue";
import { MINUTES } from "../../lessons/minutes";
import { student } from "../../state/actions/acts";
import { doneCount } from "../../state/slices/lessonProgress";
import { READINGS } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { useHides } from "../useHides";
import styles from "./Lesson.module.css";

export function LessonList(): ReactNode {
  const { t } = useTranslation("lessons");
  const hasProgress = useApp(({ lesson }) => lesson.progress.length > 0);
  const hidesLookup = useHides("lookup");
  const [isCleared, setIsCleared] = useState(false);
  const clear = (): void => {
    void student.forgetProgress();
    setIsCleared(true);
  };
  return (
    <div className={styles.body}>
      <h2 className={styles.title} tabIndex={-1}>
        {t("list.title")}
      </h2>
      <p>{t("list.opens")}</p>
      <ul className={styles.list}>
        {LESSON_IDS.map((id) => (
          <Entry key={id} id={id} />
        ))}
      </ul>
      {!hidesLookup && (
        <p className={styles.where}>
          {READINGS.map((reading) => (
            <Button key={reading} look="link" onClick={() => student.lookUp(reading)}>
              {t(`list.${reading}`)}
            </Button>
          ))}
        </p>
      )}
      <output className={styles.hint}>{isCleared && !hasProgress && t("list.cleared")}</output>
      <Button look="link" disabled={!hasProgress} onClick={clear}>
        {t("list.clear")}
      </Button>
    </div>
  );
}

function Entry({ id }: { readonly id: LessonId }): ReactNode {
  const { t } = useTranslation("lessons");
  const done = useApp(({ lesson }) => doneCount(lesson.progress, id));
  const heading = useId();
  const { steps } = LESSONS[id];
  const way = done === 0 ? "start" : done < steps ? "continue" : "again";
  return (
    <li className={styles.entry}>
      <h3 id={heading} className={styles.name}>
        {t(`catalogue.${id}.name`)}
      </h3>
      <p>{t(`catalogue.${id}.aim`)}</p>
      <p className={styles.where}>
        <span>{t("list.done", { done, steps })}</span>
        <span>{t("minutes", { count: MINUTES[id] })}</span>
      </p>
      <Button look="primary" aria-describedby={heading} onClick={() => void student.openLesson(id)}>
        {t(`list.${way}`)}
      </Button>
    </li>
  );
}

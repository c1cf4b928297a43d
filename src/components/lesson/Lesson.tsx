/** The lesson beside the stage: the open step, or the list of lessons. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";
import { LessonList } from "./LessonList";
import { StepCard } from "./StepCard";
import { useLessonNow } from "./useLessonNow";

export function Lesson(): ReactNode {
  const { t } = useTranslation("lessons");
  const place = useApp(({ view }) => view.lesson);
  const now = useLessonNow();
  const hasTrace = useLane(({ run }) => run.trace !== null);
  return (
    <section className={styles.lesson} aria-label={t("region")} data-place="lesson">
      {place === null && <LessonList />}
      {now && <StepCard now={now} />}
      {place !== null && !hasTrace && <p className={styles.note}>{t("loading")}</p>}
    </section>
  );
}

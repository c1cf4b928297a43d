/** The lesson beside the stage: the open step, or the list of lessons. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";
import { LessonList } from "./LessonList";
import { StepCard } from "./StepCard";
import { useLessonNow } from "./useLessonNow";

/** The button that opens a lesson or the list goes with it, so the new heading takes the focus; not when the page opens. */
function useFocusOnOpen(opened: string | null, isDrawn: boolean) {
  const region = useRef<HTMLElement>(null);
  const shown = useRef(opened);
  useEffect(() => {
    if (!isDrawn || shown.current === opened) return;
    shown.current = opened;
    region.current?.querySelector<HTMLElement>("[tabindex='-1']")?.focus();
  }, [opened, isDrawn]);
  return region;
}

export function Lesson(): ReactNode {
  const { t } = useTranslation("lessons");
  const place = useApp(({ view }) => view.lesson);
  const now = useLessonNow();
  const hasTrace = useLane(({ run }) => run.trace !== null);
  const region = useFocusOnOpen(place?.id ?? null, place === null || now !== null);
  return (
    <section ref={region} className={styles.lesson} aria-label={t("region")} data-place="lesson">
      {place === null && <LessonList />}
      {now && <StepCard now={now} />}
      {place !== null && !hasTrace && <p className={styles.note}>{t("loading")}</p>}
    </section>
  );
}

/** The lesson beside the stage: the open step, or the list of lessons. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { LessonNow } from "../../state/slices/lessonNow";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { FocusHere } from "../primitives/FocusHere";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";
import { LessonList } from "./LessonList";
import { StepCard, type StepCardProps } from "./StepCard";
import { type LessonFile, useLessonFile } from "./useLessonFile";
import { useLessonNow } from "./useLessonNow";
import { useMarking } from "./useMarking";

/** The button that opens a lesson or the list goes with it, so the new heading takes the focus, or what is said in its place; not when the page opens. */
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
  const id = useApp(({ view }) => view.lesson?.id ?? null);
  const file = useLessonFile(id);
  const drawn = drawnStep(file, useLessonNow());
  useMarking();
  const region = useFocusOnOpen(id, id === null || drawn !== null || file.state === "failed");
  return (
    <section ref={region} className={styles.lesson} aria-label={t("region")} data-place="lesson">
      {file.retries > 0 && <FocusHere key={file.retries} />}
      {id === null && <LessonList />}
      {id !== null && (drawn ? <StepCard {...drawn} /> : <Missing file={file} />)}
    </section>
  );
}

/** The open step; null while something that it needs is missing. */
function drawnStep(file: LessonFile, now: LessonNow | null): StepCardProps | null {
  return file.state === "ready" && now?.step ? { now, step: now.step } : null;
}

/** In place of the step: what the page still lacks. */
function Missing({ file }: { readonly file: LessonFile }): ReactNode {
  const { t } = useTranslation("lessons");
  const hasTrace = useLane(({ run }) => run.trace !== null);
  if (file.state === "failed") return <Failed retry={file.retry} />;
  return <p className={styles.note}>{t(hasTrace ? "fileLoading" : "loading")}</p>;
}

function Failed({ retry }: { readonly retry: () => void }): ReactNode {
  const { t } = useTranslation("lessons");
  return (
    <div className={styles.failed}>
      <p role="alert" tabIndex={-1}>
        {t("failed")}
      </p>
      <Button onClick={retry}>{t("retry")}</Button>
    </div>
  );
}

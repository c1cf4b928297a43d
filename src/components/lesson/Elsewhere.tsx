/** In place of a question that the trace on the stage cannot answer: the way back to the lesson's scene. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { LessonId } from "../../lessons/catalogue";
import { student } from "../../state/actions/acts";
import { Button } from "../primitives/Button";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";

export function Elsewhere({ lesson }: { readonly lesson: LessonId }): ReactNode {
  const { t } = useTranslation("lessons");
  const hasMap = useLane(({ run }) => run.trace?.shape.attention !== "none");
  return (
    <div className={styles.elsewhere}>
      <p>{t(hasMap ? "noRow" : "noMap")}</p>
      <p>{t("sceneHelp")}</p>
      <Button onClick={() => student.showScene(lesson)}>{t("scene")}</Button>
    </div>
  );
}

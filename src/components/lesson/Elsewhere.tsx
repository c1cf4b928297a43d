/** In place of a question that the stage cannot answer: the way back to the lesson's scene. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { sceneOf } from "../../lessons/catalogue";
import { student } from "../../state/actions/acts";
import type { LessonNow } from "../../state/slices/lessonNow";
import { Button } from "../primitives/Button";
import styles from "./Lesson.module.css";

export function Elsewhere({ now: { place, facts } }: { readonly now: LessonNow }): ReactNode {
  const { t } = useTranslation("lessons");
  const { alone, settings } = sceneOf(place.id);
  const needsMap = settings?.attention !== "none";
  const hasMap = facts.trace.shape.attention !== "none";
  const problem = alone ? "noNames" : needsMap && !hasMap ? "noMap" : "noRow";
  return (
    <div className={styles.elsewhere}>
      <p>{t(problem)}</p>
      <p>{t("sceneHelp")}</p>
      <Button onClick={() => void student.showScene()}>{t("scene")}</Button>
    </div>
  );
}

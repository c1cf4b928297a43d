/** Says that the scene of a step has replaced the student's own run, which undo brings back. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";

export function ReplacedRun(): ReactNode {
  const { t } = useTranslation("lessons");
  const isReplaced = useApp(({ lesson }) => lesson.hasReplacedRun);
  const canUndo = useLane(({ run }) => run.info !== null && run.info.undo !== null);
  if (!isReplaced || !canUndo) return null;
  return (
    <output className={styles.replaced}>
      {t("replaced")}{" "}
      <Button look="link" onClick={student.undo}>
        {t("bringBack")}
      </Button>
    </output>
  );
}

/** After the last step: what to remember, where it stands in notes and papers, an open question, and the ways on. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { LESSON_IDS, type LessonId } from "../../lessons/catalogue";
import { student } from "../../state/actions/acts";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { Prose } from "../primitives/Prose";
import styles from "./Lesson.module.css";
import { useTextsOfLesson } from "./useLessonText";

const KEPT = ["first", "second", "third"] as const;

const openLab = (): void => moveFocusThen("rail", () => student.setMode("lab"));

export function LessonEnd({ id }: { readonly id: LessonId }): ReactNode {
  const { t } = useTranslation("lessons");
  const text = useTextsOfLesson(id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const next = LESSON_IDS[LESSON_IDS.indexOf(id) + 1];
  return (
    <div className={styles.body}>
      <h3 ref={heading} className={styles.title} tabIndex={-1}>
        {t("remember")}
      </h3>
      <ol className={styles.remember}>
        {KEPT.map((each) => (
          <li key={each}>
            <Prose>{text(`remember.${each}`)}</Prose>
          </li>
        ))}
      </ol>
      <div>
        <h4 className={styles.label}>{t("where")}</h4>
        <p>{text("where")}</p>
      </div>
      <div>
        <h4 className={styles.label}>{t("openQuestion")}</h4>
        <p>{text("open")}</p>
      </div>
      <div className={styles.onwards}>
        {next && (
          <Button look="primary" onClick={() => void student.openLesson(next)}>
            {t("nextLesson", { name: t(`catalogue.${next}.name`) })}
          </Button>
        )}
        <Button onClick={openLab}>{t("openLab")}</Button>
      </div>
    </div>
  );
}

/** The page for teachers: a link for a class, and every lesson with its questions, answers and handout. */
import { type ReactNode, use, useEffect, useRef, useState } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useTranslation } from "../../i18n/useTranslation";
import { LESSON_IDS, type LessonId } from "../../lessons/catalogue";
import { useApp } from "../../state/store";
import fields from "../primitives/Field.module.css";
import { Handout } from "./Handout";
import { LessonEntry } from "./LessonEntry";
import { LinkMaker } from "./LinkMaker";
import styles from "./Teacher.module.css";

export function Teacher(): ReactNode {
  const language = useApp(({ view }) => view.language);
  use(lateTexts("teacher", language));
  const [handout, setHandout] = useState<LessonId | null>(null);
  const [hasAnswers, setHasAnswers] = useState(false);
  const [closed, setClosed] = useState<LessonId | null>(null);
  if (handout)
    return (
      <Handout
        id={handout}
        onClose={() => {
          setClosed(handout);
          setHandout(null);
        }}
      />
    );
  return (
    <Overview
      hasAnswers={hasAnswers}
      onAnswers={setHasAnswers}
      onHandout={setHandout}
      closed={closed}
    />
  );
}

interface OverviewProps {
  readonly hasAnswers: boolean;
  readonly onAnswers: (hasAnswers: boolean) => void;
  readonly onHandout: (id: LessonId) => void;
  /** The lesson whose handout the teacher comes back from; null: none. */
  readonly closed: LessonId | null;
}

function Overview({ hasAnswers, onAnswers, onHandout, closed }: OverviewProps): ReactNode {
  const { t } = useTranslation("teacher");
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // back at the place from which the handout was opened
    const index = closed === null ? -1 : LESSON_IDS.indexOf(closed);
    const entry = list.current?.querySelectorAll("section")[index];
    entry?.querySelectorAll("button")[1]?.focus();
  }, [closed]);
  return (
    <>
      <p>{t("intro")}</p>
      <LinkMaker />
      <section ref={list} className={styles.lessons} aria-labelledby="teacher-lessons">
        <div className={styles.top}>
          <h3 id="teacher-lessons" className={styles.heading}>
            {t("lessons.title")}
          </h3>
          <label className={fields.check}>
            <input
              type="checkbox"
              checked={hasAnswers}
              onChange={({ target }) => onAnswers(target.checked)}
            />
            {t("lessons.answers")}
          </label>
        </div>
        {LESSON_IDS.map((id) => (
          <LessonEntry key={id} id={id} hasAnswers={hasAnswers} onHandout={() => onHandout(id)} />
        ))}
      </section>
    </>
  );
}

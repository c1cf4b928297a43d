/** The handout of a lesson, as it is printed: its questions with lines to write on, or with their answers. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { LessonId } from "../../lessons/catalogue";
import { stepsAt } from "../../state/ports/lessonFiles";
import { classQuery, INITIAL_WISH } from "../../state/slices/classLink";
import { useApp } from "../../state/store";
import { useLessonFile } from "../lesson/useLessonFile";
import { Button } from "../primitives/Button";
import { FocusHere } from "../primitives/FocusHere";
import styles from "./Handout.module.css";
import { linkOf } from "./linkOf";
import { QrCode } from "./QrCode";
import { QuestionList } from "./QuestionList";
import { ScenePicture } from "./ScenePicture";
import sheet from "./sheet.module.css";
import { resourceOf } from "./useSheetText";
import { NO_STEPS, useStepFacts } from "./useStepFacts";
import { WishCheck } from "./WishCheck";

interface HandoutProps {
  readonly id: LessonId;
  readonly onClose: () => void;
}

export function Handout({ id, onClose }: HandoutProps): ReactNode {
  const { t } = useTranslation(["teacher", "lessons"]);
  const [hasAnswers, setHasAnswers] = useState(false);
  const file = useLessonFile(id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.handout} aria-label={t("handout.region")}>
      <div className={styles.ways}>
        <Button onClick={onClose}>{t("handout.back")}</Button>
        <WishCheck label={t("handout.answers")} value={hasAnswers} onChange={setHasAnswers} />
        <Button look="primary" disabled={file.state !== "ready"} onClick={() => window.print()}>
          {t("handout.print")}
        </Button>
      </div>
      <article className={`${sheet.sheet} ${styles.paper}`} data-sheet>
        <Head id={id} heading={heading} hasAnswers={hasAnswers} />
        {file.retries > 0 && <FocusHere key={file.retries} />}
        {file.state === "ready" && <Body id={id} hasAnswers={hasAnswers} />}
        {file.state === "loading" && <p>{t("lessons:fileLoading")}</p>}
        {file.state === "failed" && (
          <p>
            {t("lessons:failed")} <Button onClick={file.retry}>{t("lessons:retry")}</Button>
          </p>
        )}
      </article>
    </section>
  );
}

interface HeadProps {
  readonly id: LessonId;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
  readonly hasAnswers: boolean;
}

/** The lesson's name, lines for name and date, and the code that opens the lesson. */
function Head({ id, heading, hasAnswers }: HeadProps): ReactNode {
  const { t } = useTranslation(["teacher", "lessons", "app"]);
  const language = useApp(({ view }) => view.language);
  const link = linkOf(classQuery({ ...INITIAL_WISH, start: id, language }, new URLSearchParams()));
  return (
    <header className={styles.head}>
      <div className={styles.named}>
        <p className={styles.page}>{t("app:title")}</p>
        <h3 ref={heading} className={styles.title} tabIndex={-1}>
          {t(`lessons:catalogue.${id}.name`)}
        </h3>
        <p>{t(`lessons:catalogue.${id}.aim`)}</p>
        {!hasAnswers && (
          <p className={styles.person}>
            <span>{t("handout.name")}</span>
            <span>{t("handout.date")}</span>
          </p>
        )}
      </div>
      <div className={styles.code}>
        <QrCode link={link} label={t("handout.scan")} />
      </div>
    </header>
  );
}

const KEPT = ["first", "second", "third"] as const;

function Body({ id, hasAnswers }: Pick<HeadProps, "id" | "hasAnswers">): ReactNode {
  const { t } = useTranslation("teacher");
  const steps = stepsAt({ id, step: 0 }) ?? NO_STEPS;
  const facts = useStepFacts(id, steps);
  const isOfStage = facts.scene !== null && facts.scene.alone === null;
  return (
    <>
      {isOfStage && <ScenePicture trace={facts.scene.trace} isFilled={hasAnswers} />}
      <QuestionList lesson={id} steps={steps} facts={facts} hasAnswers={hasAnswers} hasLines />
      {hasAnswers && (
        <section className={styles.kept}>
          <h4 className={styles.part}>{t("handout.remember")}</h4>
          <ul>
            {KEPT.map((each) => (
              <li key={each}>{String(resourceOf(id, `remember.${each}`))}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

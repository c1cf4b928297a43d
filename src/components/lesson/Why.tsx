/** Why it happened, in words, and the way to the equation, the code or the sum that says it exactly. */
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Outcome, Reason, Step } from "../../lessons/lesson";
import { student } from "../../state/actions/acts";
import type { Hideable } from "../../state/slices/classroom";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { Prose } from "../primitives/Prose";
import { useLane } from "../useLane";
import styles from "./Lesson.module.css";
import type { LessonText } from "./useLessonText";

interface WhyProps {
  readonly step: Step;
  readonly outcome: Outcome;
  readonly text: LessonText;
}

/** Opens what the sentence is about; in one column the inspector takes the place of the lesson. */
function open(reason: Reason): void {
  if (reason.tab === "results") return student.showCentre("results");
  if (reason.tab === "numbers") student.derive(reason.sum);
  else student.showOperation(reason.operation);
  student.showInspector(reason.tab);
  if (reason.tab === "pytorch" && reason.note) student.openNote(reason.note);
  student.openPanel("inspect");
}

/** The place that the reason opens is one that the link can hide. */
function placesOf({ tab }: Reason): readonly Hideable[] {
  if (tab === "results") return ["results"];
  return tab === "pytorch" ? ["inspector", "code"] : ["inspector"];
}

export function Why({ step: { reason }, outcome, text }: WhyProps): ReactNode {
  const { t } = useTranslation("lessons");
  const isOpen = useApp((state) => state.lesson.isWhyOpen);
  const hidden = useApp(({ view }) => view.hidden);
  const isHidden = reason !== null && placesOf(reason).some((each) => hidden.includes(each));
  const task = useLane(({ run }) => run.trace?.task.id);
  const ofTask = text(`whyIn.${task ?? ""}`, outcome.values);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) box.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <div ref={box} className={styles.why}>
      <Button look="plain" aria-expanded={isOpen} onClick={() => void student.openWhy(!isOpen)}>
        {t("why")}
      </Button>
      {isOpen && ofTask !== null && <p>{ofTask}</p>}
      {isOpen && (
        <p>
          <Prose>{text("why", outcome.values) ?? ""}</Prose>
        </p>
      )}
      {isOpen && reason && !isHidden && (
        <Button look="link" onClick={() => open(reason)}>
          {t(`open.${reason.tab}`)}
        </Button>
      )}
    </div>
  );
}

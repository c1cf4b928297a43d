/** The buttons that train, step, reset and undo, and one sentence on the present model. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useLane } from "../useLane";
import type { RunState } from "../../state/slices/run";
import type { FocusTarget } from "../../places";
import { focusPlace } from "../focusPlace";
import { Button } from "../primitives/Button";
import styles from "./Controls.module.css";
import { RunNote } from "./RunNote";
import { NewModelNote } from "../undo/NewModelNote";
import { UndoButtons } from "../undo/UndoButtons";
import { student } from "../../state/actions/acts";

export function Controls() {
  const { t } = useTranslation("training");
  const status = useLane((lane) => lane.run.status);
  const isContinued = useLane(({ run }) => isJustContinued(run));
  const note = useId();
  const isUp = status === "idle" || status === "training";
  return (
    <>
      <div className={styles.buttons}>
        <Button
          id={"train" satisfies FocusTarget}
          look="primary"
          disabled={!isUp}
          aria-describedby={note}
          onClick={status === "training" ? student.pause : student.train}
        >
          {status === "training" ? t("pause") : t("train")}
        </Button>
        <Button disabled={status !== "idle"} aria-describedby={note} onClick={student.trainOneStep}>
          {t("oneStep")}
        </Button>
        <Button look="quiet" disabled={!isUp} onClick={student.resetModel}>
          {t("reset")}
        </Button>
        <UndoButtons />
      </div>
      <div className={styles.note}>
        <p id={note}>
          <RunNote /> {isUp && <NewModelNote />}
        </p>
        {isContinued && (
          <Button look="link" onClick={startAfresh}>
            {t("startAfresh")}
          </Button>
        )}
      </div>
    </>
  );
}

/** Whether the run comes from before the reload and is unchanged since. */
function isJustContinued({ status, info, stopReason }: RunState): boolean {
  return status === "idle" && info?.weights === "kept" && stopReason === null;
}

/** The button disappears with its sentence, so the focus moves. */
function startAfresh(): void {
  student.resetModel();
  focusPlace("train");
}

/** The buttons that train, step, reset and undo, and one sentence on the present model. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { needsFreshModel } from "../../engine/setup/config";
import { useLane } from "../useLane";
import { hasTrainedModel, type RunState } from "../../state/slices/run";
import type { FocusTarget } from "../../places";
import { focusPlace } from "../focusPlace";
import { Button } from "../primitives/Button";
import styles from "./Controls.module.css";
import { RunNote } from "./RunNote";
import { student } from "../../state/actions/acts";

export function Controls() {
  const { t } = useTranslation("training");
  const status = useLane((lane) => lane.run.status);
  const canUndo = useLane((lane) => lane.run.info?.canUndo ?? false);
  const offersTrained = useLane((lane) => hasTrainedModel(lane.run));
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
        <Button disabled={status !== "idle"} onClick={student.trainOneStep}>
          {t("oneStep")}
        </Button>
        <Button look="quiet" disabled={!isUp} onClick={student.resetModel}>
          {t("reset")}
        </Button>
        <Button
          look="quiet"
          disabled={!isUp || !canUndo}
          aria-describedby={note}
          onClick={student.undo}
        >
          {t("undo")}
        </Button>
      </div>
      <div className={styles.note}>
        <p id={note}>
          <RunNote /> {isUp && <UndoNote />}
        </p>
        {isContinued && (
          <Button look="link" onClick={startAfresh}>
            {t("startAfresh")}
          </Button>
        )}
        {isUp && offersTrained && (
          <Button look="link" onClick={showTrained}>
            {t("showTrained")}
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

function showTrained(): void {
  student.showTrainedModel();
  focusPlace("train");
}

/** The model that undo restores. */
function UndoNote() {
  const { t } = useTranslation("training");
  const replaced = useLane((lane) => lane.run.undoTarget);
  const config = useLane((lane) => lane.run.info?.config);
  if (!replaced || !config) return null;
  if (needsFreshModel(replaced.config, config)) return t("note.undoSettings");
  if (replaced.weights === "baked") return t("note.undoTrained");
  return t("note.undoStep", { step: replaced.step });
}

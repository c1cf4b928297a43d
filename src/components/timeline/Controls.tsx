/** The buttons that train, reset and undo, and one line on the present model. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { FocusTarget } from "../../places";
import { student } from "../../state/actions/acts";
import { Button } from "../primitives/Button";
import { useLane } from "../useLane";
import styles from "./Controls.module.css";
import { PauseIcon, TrainIcon } from "./icons";
import { NoteLine } from "./NoteLine";
import { PaceSelect, SlowlyButton } from "./Pace";
import { useUndoText } from "./useUndoText";

export function Controls() {
  const { t } = useTranslation("training");
  const status = useLane((lane) => lane.run.status);
  const isBaked = useLane((lane) => lane.run.info?.weights === "baked");
  const canUndo = useLane((lane) => lane.run.info?.canUndo ?? false);
  const undoText = useUndoText();
  const note = useId();
  const isUp = status === "idle" || status === "training";
  const isTraining = status === "training";
  return (
    <div className={styles.controls}>
      <div className={styles.buttons}>
        <Button
          id={"train" satisfies FocusTarget}
          className={styles.train}
          look="primary"
          disabled={!isUp}
          aria-describedby={note}
          title={isBaked ? t("startsNew") : undefined}
          onClick={isTraining ? student.pause : student.train}
        >
          {isTraining ? <PauseIcon /> : <TrainIcon />}
          {isTraining ? t("pause") : t("train")}
        </Button>
        <Button
          disabled={status !== "idle"}
          aria-describedby={note}
          title={isBaked ? t("startsNew") : undefined}
          onClick={student.trainOneStep}
        >
          {t("oneUpdate")}
        </Button>
        <SlowlyButton />
      </div>
      <div className={styles.quiet}>
        <Button look="quiet" disabled={!isUp} onClick={student.resetModel}>
          {t("reset")}
        </Button>
        <Button
          look="quiet"
          disabled={!isUp || !canUndo}
          title={undoText ?? undefined}
          onClick={student.undo}
        >
          {t("undo")}
        </Button>
        <PaceSelect />
      </div>
      <NoteLine id={note} />
    </div>
  );
}

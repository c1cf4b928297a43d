/** The buttons that train, reset and undo, and one line on the present model. */
import { useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { FocusTarget } from "../../places";
import { student } from "../../state/actions/acts";
import { lacksPairs } from "../../state/slices/run";
import { Button } from "../primitives/Button";
import { useLane } from "../useLane";
import styles from "./Controls.module.css";
import { PauseIcon, TrainIcon } from "./icons";
import { NoteLine } from "./NoteLine";
import { UndoButtons } from "../undo/UndoButtons";
import { useNewModelText } from "../undo/useNewModelText";
import { PaceSelect, SlowlyButton } from "./Pace";

export function Controls() {
  const { t } = useTranslation("training");
  const status = useLane((lane) => lane.run.status);
  const note = useId();
  const newModel = useNewModelText();
  const isAway = useLane(({ run }) => lacksPairs(run));
  const isUp = (status === "idle" || status === "training") && !isAway;
  const isTraining = status === "training";
  return (
    <div className={styles.controls}>
      <div className={styles.buttons}>
        <Button
          id={"train" satisfies FocusTarget}
          className={styles.train}
          look="primary"
          disabled={!isUp}
          aria-describedby={`${note} ${note}-new`}
          onClick={isTraining ? student.pause : student.train}
        >
          {isTraining ? <PauseIcon /> : <TrainIcon />}
          {isTraining ? t("pause") : t("train")}
        </Button>
        <Button
          disabled={status !== "idle" || isAway}
          aria-describedby={`${note} ${note}-new`}
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
        <UndoButtons />
      </div>
      <div className={styles.foot}>
        <NoteLine id={note} />
        <PaceSelect />
      </div>
      <p id={`${note}-new`} className="visually-hidden">
        {newModel}
      </p>
    </div>
  );
}

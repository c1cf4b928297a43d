/** Teacher forcing for the shown decode: each step's input is the truth or the model's own last answer. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { hasTrainingRows, isStopped } from "../../state/slices/run";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import styles from "./ForcingSwitch.module.css";
import { student } from "../../state/actions/acts";

interface ForcingSwitchProps {
  /** Id of the text that says why the switch is disabled. */
  readonly reasonId: string;
}

export function ForcingSwitch({ reasonId }: ForcingSwitchProps): ReactNode {
  const { t } = useTranslation("player");
  const show = useApp(({ view }) => view.show);
  const isForTraining = useLane(({ run }) => hasTrainingRows(run, show));
  const wanted = show.feeding === "truth" || isForTraining;
  const known = useLane((lane) => (lane.run.trace?.expected ?? null) !== null);
  const isDown = useLane(({ run }) => isStopped(run));
  const reason = useLane((lane) => lane.run.trace?.expected === null);
  return (
    <label className={styles.label} data-place="forcing">
      <input
        type="checkbox"
        role="switch"
        className={styles.switch}
        checked={wanted && known}
        aria-checked={wanted && known}
        aria-disabled={!known || isDown}
        aria-describedby={reason ? reasonId : undefined}
        onChange={(event) => known && !isDown && student.setTeacherForcing(event.target.checked)}
      />
      <span>{t("forcing")}</span>
    </label>
  );
}

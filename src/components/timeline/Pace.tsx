/** The speed of training, and the button that walks through one update. */
import { useTranslation } from "../../i18n/useTranslation";
import { type Pace, PACES } from "../../engine/setup/trainingView";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { lacksPairs } from "../../state/slices/run";
import type { FocusTarget } from "../../places";
import { Button } from "../primitives/Button";
import { useIsWalking } from "../useIsWalking";
import { useLane } from "../useLane";
import styles from "./Pace.module.css";

const NAMES = {
  slowly: "two",
  0.25: "quarter",
  0.5: "half",
  1: "full",
} as const satisfies Record<Pace, string>;

/** Makes one update and walks through it. During training it pauses first. */
export function SlowlyButton() {
  const { t } = useTranslation("training");
  const status = useLane((lane) => lane.run.status);
  const isAway = useLane(({ run }) => lacksPairs(run));
  const isOn = useIsWalking();
  const isTransformer = useLane(({ config }) => config.network === "transformer");
  if (isTransformer) return null; // the walk's gradients are those of a recurrent network
  return (
    <Button
      id={"slowly" satisfies FocusTarget}
      className={isOn ? styles.pressed : undefined}
      disabled={isAway || (status !== "idle" && status !== "training")}
      title={isOn ? t("slowlyNext") : t("slowlyHelp")}
      onClick={student.walkUpdate}
    >
      {t("slowly")}
    </Button>
  );
}

export function PaceSelect() {
  const { t } = useTranslation("training");
  const pace = useApp(({ view }) => view.training.pace);
  return (
    <select
      className={styles.select}
      aria-label={t("pace.label")}
      title={t("pace.label")}
      value={String(pace)}
      onChange={({ target }) => {
        const chosen = PACES.find((each) => String(each) === target.value);
        if (chosen !== undefined) student.setPace(chosen);
      }}
    >
      {PACES.map((each) => (
        <option key={each} value={String(each)}>
          {t(`pace.${NAMES[each]}`)}
        </option>
      ))}
    </select>
  );
}

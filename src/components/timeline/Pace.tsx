/** The speed of training: a button for slow training that one can follow, and a list of speeds. */
import { useTranslation } from "../../i18n/useTranslation";
import { FAST_PACES, type FastPace } from "../../engine/setup/trainingView";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { lacksPairs } from "../../state/slices/run";
import { Button } from "../primitives/Button";
import { useLane } from "../useLane";
import styles from "./Pace.module.css";

const NAMES = {
  0.25: "quarter",
  0.5: "half",
  1: "full",
} as const satisfies Record<FastPace, string>;

/** Pressed while training is slow. It also starts training; the next press returns to the speed before. */
export function SlowlyButton() {
  const { t } = useTranslation("training");
  const status = useLane((lane) => lane.run.status);
  const isAway = useLane(({ run }) => lacksPairs(run));
  const isSlow = useApp(({ view }) => view.training.pace === "slowly");
  const before = useApp(({ view }) => view.fastPace);
  const press = (): void => {
    student.setPace(isSlow ? before : "slowly");
    if (!isSlow && status === "idle") student.train();
  };
  return (
    <Button
      className={isSlow ? styles.pressed : undefined}
      disabled={isAway || (status !== "idle" && status !== "training")}
      aria-pressed={isSlow}
      title={isSlow ? t("slowlyLeave", { pace: t(`pace.${NAMES[before]}`) }) : t("slowlyHelp")}
      onClick={press}
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
        const chosen = FAST_PACES.find((each) => String(each) === target.value);
        if (chosen !== undefined) student.setPace(chosen);
      }}
    >
      {/* The list names the slow training that runs, but does not offer it: the button does. */}
      {pace === "slowly" && (
        <option value="slowly" hidden>
          {t("pace.slowly")}
        </option>
      )}
      {FAST_PACES.map((each) => (
        <option key={each} value={String(each)}>
          {t(`pace.${NAMES[each]}`)}
        </option>
      ))}
    </select>
  );
}

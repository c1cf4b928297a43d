/** The backends as radio buttons; one of them is in use. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useLane } from "../useLane";
import {
  type BackendChoice,
  BACKENDS,
  fastestOf,
  type StepTime,
} from "../../state/slices/backends";
import { currentTimes } from "../../state/slices/backendMeasurements";
import { useComputing } from "../../state/store";
import styles from "./Computation.module.css";
import { useStepTimes } from "./useStepTimes";
import { student } from "../../state/actions/acts";

export function BackendOptions() {
  const { t } = useTranslation("computing");
  const group = useId();
  const inUse = useLane(({ run }) => run.backend?.name ?? null);
  const computing = useComputing();
  const times = useLane((lane) => currentTimes(computing, lane));
  const { textOf } = useStepTimes();
  const fastest = fastestOf(times, computing.lost);
  return (
    <fieldset className={styles.options}>
      <legend className={styles.legend}>{t("legend")}</legend>
      <Option group={group} value="automatic" label={t("automatic")}>
        {fastest === null ? t("fastestUnknown") : t("fastest", { name: t(`name.${fastest}`) })}
      </Option>
      {BACKENDS.map((name) => (
        <Option
          key={name}
          group={group}
          value={name}
          label={t(`name.${name}`)}
          {...obstacleTo(times[name])}
        >
          {textOf(name)}
          {name === inUse && (
            <>
              {" "}
              <span className={styles.inUse}>{t("inUse")}</span>
            </>
          )}
        </Option>
      ))}
    </fieldset>
  );
}

/** Whether a backend is unavailable, and its error message for the developer. */
function obstacleTo(time: StepTime | undefined): Pick<OptionProps, "isUsable" | "why"> {
  if (time === undefined || time.kind === "timed") return {};
  return time.kind === "failed" ? { isUsable: false, why: time.why } : { isUsable: false };
}

interface OptionProps {
  readonly group: string;
  readonly value: BackendChoice;
  readonly label: string;
  readonly isUsable?: boolean;
  readonly why?: string;
  /** The time of a step on it, or why it is unavailable. */
  readonly children: ReactNode;
}

/** An unavailable option keeps the focus and ignores the choice. */
function Option({ group, value, label, isUsable = true, why, children }: OptionProps) {
  const { t } = useTranslation("computing");
  const id = useId();
  const isChosen = useComputing(({ choice }) => choice === value);
  return (
    <div className={styles.option}>
      <input
        id={id}
        type="radio"
        name={group}
        checked={isChosen}
        aria-disabled={!isUsable}
        aria-describedby={`${id}-time`}
        onChange={() => isUsable && student.chooseBackend(value)}
      />
      <label htmlFor={id}>{label}</label>
      <div id={`${id}-time`} className={styles.time}>
        {children}
      </div>
      {why !== undefined && (
        <details className={styles.why}>
          <summary aria-label={`${t("detail")}: ${label}`}>{t("detail")}</summary>
          <code>{why}</code>
        </details>
      )}
    </div>
  );
}

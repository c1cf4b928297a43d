/** A number field. It validates only after the student has finished typing. */
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import styles from "./Field.module.css";
import { Prose } from "./Prose";
import { useCommit } from "./useCommit";
import { useFormat } from "./useFormat";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The nearest value that the field allows; it also rounds numbers between two steps. */
  readonly round?: (value: number) => number;
  readonly onCommit: (value: number) => void;
  readonly help?: string;
  /** Beside the label. */
  readonly aside?: ReactNode;
  /** Below the explanation. */
  readonly more?: ReactNode;
  /** It keeps the focus and its value; `help` says why. */
  readonly disabled?: boolean;
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, step, round = (exact) => exact, onCommit } = props;
  const { help, aside, more, disabled = false } = props;
  const id = useId();
  const problemOf = useNumberProblem(min, max);
  const [draft, setDraft] = useState<string | null>(null); // null shows the value itself
  const [problem, setProblem] = useState<string | null>(null);
  const revert = (): void => {
    setDraft(null);
    setProblem(null);
  };
  const input = useCommit((element) => {
    const found = problemOf(element);
    setProblem(found);
    if (found !== null) return setDraft(element.value);
    setDraft(null);
    onCommit(round(element.valueAsNumber));
  });
  return (
    <div className={styles.field} data-field>
      <div className={styles.top}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      <input
        ref={input}
        id={id}
        className={styles.input}
        type="number"
        inputMode="decimal"
        min={min}
        max={max}
        step={step}
        value={draft ?? value}
        readOnly={disabled}
        aria-disabled={disabled}
        aria-invalid={problem !== null}
        aria-describedby={help ? `${id}-problem ${id}-help` : `${id}-problem`}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={({ key }) => key === "Escape" && revert()}
      />
      {/* A live region announces only changes, so it exists before its text. */}
      <div id={`${id}-problem`} className={styles.problem} role="alert">
        {problem}
      </div>
      {help && (
        <p id={`${id}-help`} className={styles.help} hidden={problem !== null}>
          <Prose>{help}</Prose>
        </p>
      )}
      {more}
    </div>
  );
}

/** The fault of a typed number as a sentence; null without a fault. A number between two steps is rounded instead. */
function useNumberProblem(min: number, max: number): (input: HTMLInputElement) => string | null {
  const { t } = useTranslation("setup");
  const format = useFormat();
  return (input) => {
    const value = input.valueAsNumber;
    if (Number.isNaN(value)) return t("notANumber");
    if (value >= min && value <= max) return null;
    return t("outOfRange", { min: format.number(min, 4), max: format.number(max, 4) });
  };
}

/** A labelled native slider with its value in numbers. */
import { useId, useState, type ReactNode } from "react";
import { Prose } from "./Prose";
import styles from "./Field.module.css";
import { useCommit } from "./useCommit";

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly write: (value: number) => string;
  /** Called when the student releases the slider, and with every key. */
  readonly onCommit: (value: number) => void;
  /** Called also with every move, where a change is cheap. */
  readonly onMove?: ((value: number) => void) | undefined;
  /** The value's role: the truth has its own colour everywhere. */
  readonly hue?: "ink" | "truth";
  readonly help?: string;
  readonly aside?: ReactNode;
  /** Below the explanation. */
  readonly more?: ReactNode;
  /** It keeps the focus and does not move; `help` says why. */
  readonly disabled?: boolean;
}

export function Slider(props: SliderProps) {
  const { label, value, min, max, step, write, onCommit, onMove, hue = "ink" } = props;
  const { help, aside, more, disabled = false } = props;
  const id = useId();
  const [draft, setDraft] = useState<number | null>(null); // during a drag
  const input = useCommit((element) => {
    setDraft(null);
    if (!disabled) onCommit(element.valueAsNumber);
  });
  const shown = draft ?? value;
  return (
    <div className={styles.field} data-field>
      <div className={styles.top}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {aside}
        <span className={styles.value} aria-hidden="true">
          {write(shown)}
        </span>
      </div>
      <input
        ref={input}
        id={id}
        className={hue === "truth" ? styles.truthRange : styles.range}
        type="range"
        min={min}
        max={max}
        step={step}
        value={shown}
        aria-valuetext={write(shown)}
        aria-disabled={disabled}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={({ target }) => {
          if (disabled) return;
          setDraft(target.valueAsNumber);
          onMove?.(target.valueAsNumber);
        }}
      />
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          <Prose>{help}</Prose>
        </p>
      )}
      {more}
    </div>
  );
}

/** A labelled native select; below it, what the chosen option means and why others are unavailable. */
import { useId, type ReactNode } from "react";
import styles from "./Field.module.css";

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  readonly help?: string | undefined;
  /** Which options are unavailable, and why. */
  readonly obstacles?: string | undefined;
  /** Beside the label. */
  readonly aside?: ReactNode;
  /** Below the explanation. */
  readonly more?: ReactNode;
  /** It keeps the focus and ignores a choice; `help` says why. */
  readonly disabled?: boolean;
}

interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** The list shows it, but it is unavailable; `obstacles` says why. */
  readonly disabled?: boolean;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, help, obstacles, aside, more, disabled = false } = props;
  const id = useId();
  const choose = (text: string): void => {
    const option = options.find((each) => each.value === text);
    if (option && !option.disabled && !disabled) onChange(option.value);
  };
  const described = [help && `${id}-help`, obstacles && `${id}-obstacles`].filter(Boolean);
  return (
    <div className={styles.field} data-field>
      <div className={styles.top}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-disabled={disabled}
        aria-describedby={described.join(" ") || undefined}
        onChange={({ target }) => choose(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {obstacles && (
        <p id={`${id}-obstacles`} className={styles.help} data-obstacles>
          {obstacles}
        </p>
      )}
      {more}
    </div>
  );
}

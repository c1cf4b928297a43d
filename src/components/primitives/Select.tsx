/** A labelled native select; what the chosen option means is said below it. */
import { useId, type ReactNode } from "react";
import styles from "./Field.module.css";

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly help?: string | undefined;
  /** Below the explanation. */
  readonly more?: ReactNode;
  /** It keeps the focus, and what is chosen is ignored; `help` says why. */
  readonly disabled?: boolean;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, help, more, disabled = false } = props;
  const id = useId();
  const choose = (text: string): void => {
    const option = options.find((each) => each.value === text);
    if (option && !disabled) onChange(option.value);
  };
  return (
    <div className={styles.field}>
      <div className={styles.top}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      </div>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-disabled={disabled}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={({ target }) => choose(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {more}
    </div>
  );
}

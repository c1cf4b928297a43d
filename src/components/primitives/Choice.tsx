/** One of a few options, all in sight: radio buttons in the shape of one control. */
import { useId, type ReactNode } from "react";
import styles from "./Choice.module.css";

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly name: (option: T) => string;
  readonly onChoose: (option: T) => void;
  /** Whether the options explain themselves; assistive technology reads the label in any case. */
  readonly isLabelHidden?: boolean;
}

export function Choice<T extends string>(props: ChoiceProps<T>): ReactNode {
  const id = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className={props.isLabelHidden ? "visually-hidden" : styles.legend}>
        {props.label}
      </legend>
      {props.options.map((option) => (
        <label key={option} className={styles.choice}>
          <input
            type="radio"
            name={id}
            checked={option === props.value}
            onChange={() => props.onChoose(option)}
          />
          <span>{props.name(option)}</span>
        </label>
      ))}
    </fieldset>
  );
}

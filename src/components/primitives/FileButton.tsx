/** A button that opens the browser's choice of files. The browser's own button uses the browser's language, not the page's. */
import { type ReactNode, type RefObject, useId } from "react";
import styles from "./FileButton.module.css";

export interface FileButtonProps {
  readonly label: string;
  /** Endings of files, as in ".csv,.tsv"; without it, every file can be chosen. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly isReady?: boolean;
  /** The id of the text that says which files can be chosen. */
  readonly describedBy?: string;
  readonly ref?: RefObject<HTMLInputElement | null>;
  /** Gets at least one file. */
  readonly onChoose: (files: readonly File[]) => void;
}

export function FileButton({ label, isReady = true, ...props }: FileButtonProps): ReactNode {
  const id = useId();
  const { describedBy, onChoose, ...rest } = props;
  return (
    <div className={styles.choose}>
      <input
        {...rest}
        id={id}
        className={styles.input}
        type="file"
        aria-disabled={!isReady}
        aria-describedby={describedBy}
        onClick={(event) => {
          if (!isReady) event.preventDefault();
        }}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0 && isReady) onChoose(files);
          target.value = ""; // the same file can be chosen again after a correction
        }}
      />
      <label className={styles.button} htmlFor={id}>
        {label}
      </label>
    </div>
  );
}

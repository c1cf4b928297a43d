/** A form of one line for a name or its beginning. A draft that is not sent goes away with another text on show. */
import { type ReactNode, useId, useState } from "react";
import styles from "./Alone.module.css";

interface LettersFormProps {
  readonly label: string;
  readonly shown: string;
  readonly longest: number; // characters
  readonly onSend: (text: string) => void;
  /** Whether a draft is also sent when the focus leaves. */
  readonly sendsOnBlur?: boolean;
  readonly className?: string | undefined;
  /** What stands after the line, such as a button. */
  readonly children?: ReactNode;
}

export function LettersForm(props: LettersFormProps): ReactNode {
  const { label, shown, longest, onSend, sendsOnBlur, className, children } = props;
  const id = useId();
  const [{ draft, of }, setDraft] = useState({ draft: shown, of: shown });
  if (of !== shown) setDraft({ draft: shown, of: shown }); // the line stays, and with it the focus
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(draft.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.name}
        value={draft}
        maxLength={longest}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setDraft({ draft: target.value, of })}
        onBlur={() => sendsOnBlur && draft !== shown && onSend(draft.trim())}
      />
      {children}
    </form>
  );
}

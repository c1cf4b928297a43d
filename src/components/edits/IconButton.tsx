/** A small button whose name is its tooltip. */
import {
  type ComponentProps,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
} from "react";
import { selectorOf } from "../../places";
import styles from "./IconButton.module.css";

interface IconButtonProps extends ComponentProps<"button"> {
  readonly label: string;
  readonly icon: ReactNode;
}

export function IconButton({ label, icon, ...rest }: IconButtonProps): ReactNode {
  const button = useHandedFocus();
  return (
    <button
      ref={button}
      type="button"
      className={styles.button}
      aria-label={label}
      title={label}
      {...rest}
    >
      {icon}
    </button>
  );
}

const MENU = `${selectorOf("edits")} [aria-haspopup=menu]`;

/** A button that goes away with its work, such as the undo of the only edit, hands the focus to the menu of the edits. */
function useHandedFocus(): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const shown = button.current;
    return () => {
      if (shown && shown === document.activeElement)
        document.querySelector<HTMLElement>(MENU)?.focus();
    };
  }, []);
  return button;
}

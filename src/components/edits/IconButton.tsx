/** A small button whose name is its tooltip. */
import type { ComponentProps, ReactNode } from "react";
import styles from "./IconButton.module.css";

interface IconButtonProps extends ComponentProps<"button"> {
  readonly label: string;
  readonly icon: ReactNode;
}

export function IconButton({ label, icon, ...rest }: IconButtonProps): ReactNode {
  return (
    <button type="button" className={styles.button} aria-label={label} title={label} {...rest}>
      {icon}
    </button>
  );
}

/** The page's button: one look in three weights. */
import type { ComponentProps } from "react";
import styles from "./Button.module.css";

interface ButtonProps extends ComponentProps<"button"> {
  /** "primary": the one thing to do here. "plain": its neighbours. "quiet": beside text. "link": inside text. */
  readonly look?: "primary" | "plain" | "quiet" | "link";
}

export function Button({ look = "plain", className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={[styles.button, styles[look], className].filter(Boolean).join(" ")}
      {...rest}
    />
  );
}

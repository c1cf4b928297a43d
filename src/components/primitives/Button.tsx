/** The page's button. While disabled it keeps the focus and ignores clicks. */
import type { ComponentProps } from "react";
import styles from "./Button.module.css";

interface ButtonProps extends ComponentProps<"button"> {
  /** "primary": the main action of a card. "plain": its neighbours. "quiet": beside text. "link": inside text. */
  readonly look?: "primary" | "plain" | "quiet" | "link";
}

export function Button({ look = "plain", className, disabled, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={[styles.button, styles[look], className].filter(Boolean).join(" ")}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onClick}
      {...rest}
    />
  );
}

/** A short formula in running text with drawn accents: in small type a combining tilde and a bar look the same. */
import type { ReactNode } from "react";
import styles from "./MathText.module.css";

const ACCENTS: Readonly<Record<string, string>> = { "\u0303": "tilde", "\u0304": "bar" };
const ACCENTED = /([a-z][\u0303\u0304])/u;

export function MathText({ children }: { readonly children: string }): ReactNode {
  const parts = children.split(ACCENTED);
  if (parts.length === 1) return children;
  return (
    <>
      <span className="visually-hidden">{children}</span>
      <span aria-hidden="true">
        {parts.map((part, i) => {
          const accent = ACCENTS[part[1] ?? ""];
          return accent ? (
            <span key={i} className={styles.letter} data-accent={accent}>
              {part[0]}
            </span>
          ) : (
            part
          );
        })}
      </span>
    </>
  );
}

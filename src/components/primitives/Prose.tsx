/** A text whose marked terms open their sentence of the glossary: "<query>the query</query>". */
import { Fragment, type ReactNode } from "react";
import { splitTerms, type TextPart } from "../../i18n/terms";
import { Term } from "./Term";
import styles from "./Term.module.css";

/** The Korean particle at the beginning of a plain part; empty without one. */
function particleOf(part: TextPart | undefined): string {
  return (part?.id === null && /^[가-힣]+/.exec(part.text)?.[0]) || "";
}

/** A button ends a word for the browser, so the particle after a term needs a line that does not break. */
export function Prose({ children }: { readonly children: string }): ReactNode {
  const parts = splitTerms(children);
  return parts.map((part, i) => {
    const { id, text } = part;
    if (!id)
      return <Fragment key={i}>{i > 0 ? text.slice(particleOf(part).length) : text}</Fragment>;
    const particle = particleOf(parts[i + 1]);
    return (
      <span key={i} className={particle ? styles.bound : undefined}>
        <Term id={id}>{text}</Term>
        {particle}
      </span>
    );
  });
}

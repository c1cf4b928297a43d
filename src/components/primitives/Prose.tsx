/** A text whose marked terms open their sentence of the glossary: "<query>the query</query>". */
import { Fragment, type ReactNode } from "react";
import { splitTerms, type TextPart } from "../../i18n/terms";
import { Term } from "./Term";
import styles from "./Term.module.css";

/** Plain text between two terms: what follows the first one without a space, and what so precedes the next one. */
interface Plain {
  readonly head: string;
  readonly middle: string;
  readonly tail: string;
}

const NOTHING: Plain = { head: "", middle: "", tail: "" };

function plainAt(parts: readonly TextPart[], i: number): Plain {
  const part = parts[i];
  if (!part || part.id !== null) return NOTHING;
  const head = i > 0 ? (/^\S+/.exec(part.text)?.[0] ?? "") : "";
  const rest = part.text.slice(head.length);
  const tail = i < parts.length - 1 ? (/\S+$/.exec(rest)?.[0] ?? "") : "";
  return { head, middle: rest.slice(0, rest.length - tail.length), tail };
}

/**
 * For the browser a word ends before and after a button. So brackets, a full stop or a Korean particle beside a term need
 * a line that does not break.
 */
export function Prose({ children }: { readonly children: string }): ReactNode {
  const parts = splitTerms(children);
  return parts.map(({ id, text }, i) => {
    if (!id) return <Fragment key={i}>{plainAt(parts, i).middle}</Fragment>;
    const [{ tail }, { head }] = [plainAt(parts, i - 1), plainAt(parts, i + 1)];
    return (
      <span key={i} className={head || tail ? styles.bound : undefined}>
        {tail}
        <Term id={id}>{text}</Term>
        {head}
      </span>
    );
  });
}

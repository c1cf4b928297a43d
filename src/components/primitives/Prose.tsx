/** A text whose marked terms open their sentence of the glossary: "<query>the query</query>". */
import { Fragment, type ReactNode } from "react";
import { splitTerms } from "../../i18n/terms";
import { Term } from "./Term";

export function Prose({ children }: { readonly children: string }): ReactNode {
  return splitTerms(children).map(({ id, text }, i) =>
    id ? (
      <Term key={i} id={id}>
        {text}
      </Term>
    ) : (
      <Fragment key={i}>{text}</Fragment>
    ),
  );
}

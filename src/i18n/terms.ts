/** The terms of the glossary, and how a text marks them: "<query>the query</query>". */
import type { en } from "./en";

export type TermId = keyof (typeof en)["glossary"];

export interface TextPart {
  /** Null: plain text. */
  readonly id: TermId | null;
  readonly text: string;
}

const MARKED = /<(\w+)>([^<]*)<\/\1>/;

/** The text in parts, plain and marked. A test holds every mark in the texts to the glossary. */
export function splitTerms(text: string): TextPart[] {
  const found = MARKED.exec(text);
  if (!found) return text === "" ? [] : [{ id: null, text }];
  const [whole, id, inside = ""] = found;
  const before = text.slice(0, found.index);
  return [
    ...(before === "" ? [] : [{ id: null, text: before }]),
    { id: id as TermId, text: inside },
    ...splitTerms(text.slice(found.index + whole.length)),
  ];
}

/** What of the stage an edit is about, read from the element under the pointer or with the focus. */
import { readSubject } from "../../engine/results/subject";

/** Steps and columns are 0-based. */
export type Item =
  | { readonly kind: "pair"; readonly step: number; readonly column: number | null }
  | { readonly kind: "said" | "fed" | "context" | "state"; readonly step: number }
  | { readonly kind: "source"; readonly column: number };

export interface ItemElement {
  readonly item: Item;
  readonly element: HTMLElement;
}

/** Null where the stage has nothing to edit. */
export function itemAt(target: EventTarget | null): ItemElement | null {
  const element =
    target instanceof Element
      ? target.closest<HTMLElement>("[data-column], [data-step], [data-subject]")
      : null;
  const item = element && itemOf(element);
  return element && item && { item, element };
}

function itemOf({ role, dataset }: HTMLElement): Item | null {
  const { row, column, step, subject, origin } = dataset;
  if (role === "gridcell") return { kind: "pair", step: Number(row), column: Number(column) };
  if (subject !== undefined) return itemOfTile(subject);
  if (column !== undefined) return { kind: "source", column: Number(column) };
  return { kind: origin === undefined ? "said" : "fed", step: Number(step) };
}

/** The item of a tile, by the text of its subject. */
function itemOfTile(text: string): Item | null {
  const subject = readSubject(text);
  if (subject?.kind === "embedding" || subject?.kind === "encoder")
    return { kind: "source", column: subject.column };
  if (subject?.kind === "context" || subject?.kind === "state")
    return { kind: subject.kind, step: subject.step };
  return null;
}

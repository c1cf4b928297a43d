/** Rows that look beside the letter which they write, for “A map is not a reason”. */
import type { Trace } from "../engine/results/trace";
import { alignedColumns } from "../vis/facts/aligned";
import type { Facts } from "./facts";
import { CLEAR, type Look, lookOf, wordLooks } from "./looks";

/** A row that writes a letter of the source, and looks clearly at another one. */
interface Beside {
  readonly look: Look;
  readonly own: number; // the column of the letter
}

const isRight = ({ steps, expected }: Trace, row: number): boolean =>
  steps[row]?.chosen.id === expected?.[row]?.id;

/** The rows whose letter stands once in the source, after another one, and which look clearly elsewhere. */
function besides(trace: Trace): Beside[] {
  return wordLooks(trace).flatMap((look) => {
    const columns = alignedColumns(trace, look.row);
    const [own = 0] = columns;
    const isBeside = columns.length === 1 && own > 0 && look.column !== own && look.weight >= CLEAR;
    return isBeside && isRight(trace, look.row) ? [{ look, own }] : [];
  });
}

/** A row in the middle, so that the map has rows before and after it; null: no row looks beside its letter. */
export function planOf({ trace }: Facts): Beside | null {
  const found = besides(trace);
  return (
    found.find(({ look }) => look.row >= 2) ?? found.find(({ look }) => look.row === 1) ?? null
  );
}

/** How many letters of the right answer look most at their own letter. */
export function agreeing(trace: Trace): { readonly agree: number; readonly letters: number } {
  const rows = trace.steps.flatMap((_, row) =>
    alignedColumns(trace, row).length > 0 && isRight(trace, row) ? [row] : [],
  );
  const agree = rows.filter((row) =>
    alignedColumns(trace, row).includes(lookOf(trace, row)?.column ?? -1),
  );
  return { agree: agree.length, letters: rows.length };
}

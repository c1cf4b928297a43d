/** The goal of a map that crosses: whether a trace reaches it, and what its own rows say where it does not. */
import { EOS } from "../engine/text/tokens";
import type { Trace } from "../engine/results/trace";
import { alignedColumns } from "../vis/facts/aligned";
import { best, CLEAR, type Crossing, type Look, wordLooks } from "./looks";

/** Two rows of which the later one looks further left. Korean has rows between them, whose particles look anywhere. */
function pairs(looks: readonly Look[]): Crossing[] {
  return looks.flatMap((after) =>
    looks
      .filter(({ row, column }) => row < after.row && column > after.column)
      .map((before) => ({ before, after })),
  );
}

/** The clearest crossing, also of rows that are not neighbours; null: the map has none. */
export function clearestCrossing(trace: Trace): Crossing | null {
  const clear = wordLooks(trace).filter(({ weight }) => weight >= CLEAR);
  return best(pairs(clear), ({ before, after }) => Math.min(before.weight, after.weight));
}

/** A row that looks further left than an earlier one, with less than half of its weight. */
export function unclearCrossing(trace: Trace): Crossing | null {
  const later = pairs(wordLooks(trace)).filter(({ before }) => before.weight >= CLEAR);
  return best(later, ({ after }) => after.weight);
}

/** A row that writes the right word for a source word further left, but looks more at another word. */
export interface Astray {
  readonly look: Look;
  /** The column of the word that the row translates. */
  readonly meant: number;
}

export function astrayRow(trace: Trace): Astray | null {
  const looks = wordLooks(trace);
  const found = looks.flatMap((look) => {
    const { chosen } = trace.steps[look.row] ?? {};
    const isRight = chosen?.id !== EOS && chosen?.id === trace.expected?.[look.row]?.id;
    const [meant] = isRight ? alignedColumns(trace, look.row) : [];
    if (meant === undefined || meant === look.column) return [];
    const isBehind = looks.some(({ row, column }) => row < look.row && column > meant);
    return isBehind ? [{ look, meant }] : [];
  });
  return found[0] ?? null;
}

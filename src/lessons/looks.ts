/** Where the rows of a map look: the facts that lessons about the map ask for. */
import { EOS } from "../engine/text/tokens";
import type { Trace } from "../engine/results/trace";
import { largestColumn } from "../vis/facts/aligned";

/** The largest weight of a row. */
export interface Look {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
}

/** The look of a row; null without attention. */
export function lookOf(trace: Trace, row: number): Look | null {
  const weights = trace.steps[row]?.attention?.weights;
  if (!weights) return null;
  const column = largestColumn(weights);
  return { row, column, weight: weights[column] ?? 0 };
}

/** The looks of the rows that write a token, from one token to another: not to or for <eos>. */
export function wordLooks(trace: Trace): Look[] {
  return trace.steps.flatMap(({ chosen }, row) => {
    const look = lookOf(trace, row);
    const isWord = chosen.id !== EOS && trace.source[look?.column ?? 0]?.id !== EOS;
    return look && isWord ? [look] : [];
  });
}

export const CLEAR = 0.5; // with less, no single token has most of the weight

/** Two neighbouring rows of which the later one looks further left. */
export interface Crossing {
  readonly before: Look;
  readonly after: Look;
}

/** The crossings of a map whose rows both look clearly at one token. */
export function crossings(trace: Trace): Crossing[] {
  const clear = wordLooks(trace).filter(({ weight }) => weight >= CLEAR);
  return clear.flatMap((after) => {
    const before = clear.find(({ row }) => row === after.row - 1);
    return before && after.column < before.column ? [{ before, after }] : [];
  });
}

/** The rows that the first lesson asks about; null where the map has none. */
export interface MapPlan {
  /** Looks at a token of another place in its sentence. */
  readonly find: Look | null;
  /** Looks clearly at one token. */
  readonly look: Look | null;
  /** Shares its weight. */
  readonly share: Look | null;
  readonly cross: Crossing | null;
}

/** The item with the largest value; null for no items. */
export function best<T>(items: readonly T[], value: (item: T) => number): T | null {
  return items.reduce<T | null>(
    (found, item) => (found === null || value(item) > value(found) ? item : found),
    null,
  );
}

const HALF_SHARED = 0.6; // a largest weight that leaves something to share

/** Chooses a different row for each question as long as the map has enough rows. */
export function planOf(trace: Trace): MapPlan {
  const looks = wordLooks(trace);
  const clear = looks.filter(({ weight }) => weight >= CLEAR);
  const cross = best(crossings(trace), ({ before, after }) =>
    Math.min(before.weight, after.weight),
  );
  const used = new Set([cross?.before.row, cross?.after.row]);
  const take = (from: readonly Look[], value: (look: Look) => number): Look | null => {
    const taken =
      best(
        from.filter(({ row }) => !used.has(row)),
        value,
      ) ?? best(from, value);
    used.add(taken?.row);
    return taken;
  };
  const isOnlyOne = ({ column }: Look): boolean =>
    trace.steps.filter((_, row) => lookOf(trace, row)?.column === column).length === 1;
  const alone = clear.filter(isOnlyOne);
  const moved = alone.filter(({ row, column }) => row !== column);
  const later = clear.filter(({ row }) => row > 0); // the first row leaves nothing to see before it
  return {
    find: take(moved.length > 0 ? moved : alone, ({ weight }) => weight),
    look: take(later, ({ weight }) => weight),
    share: take(
      looks.filter(({ row }) => row > 0),
      ({ weight }) => -Math.abs(weight - HALF_SHARED),
    ),
    cross,
  };
}

/**
 * A row of attention weights, moved by hand. Every row sums to 1 over its positions, and each weight has four decimals, so
 * that a link can write the row exactly.
 */
import type { EditProblem } from "./editProblem";

export type Row = readonly number[];

type Moved = { readonly row: Row } | { readonly problem: EditProblem };

const UNITS = 10_000; // in a weight of 1

/**
 * The row with one weight set; the others keep their proportions and share the rest.
 * @param value from 0 to 1
 */
export function moveWeight(row: Row, position: number, value: number): Moved {
  if (!(position >= 0 && position < row.length))
    return { problem: { kind: "positionBeyond", position, positions: row.length } };
  if (!(value >= 0 && value <= 1))
    return { problem: { kind: "weightRange", position, weight: value } };
  const set = Math.round(value * UNITS);
  const others = row.map((weight, i) => (i === position ? 0 : weight));
  if (sum(others) === 0 && set < UNITS)
    return { problem: { kind: "othersZero", position, weight: value } };
  const shared = share(others, UNITS - set);
  return { row: shared.map((units, i) => (i === position ? set : units) / UNITS) };
}

/** The same weights in four decimals: the row above, for example. */
export function asRow(weights: ArrayLike<number>): Row {
  return share(Array.from(weights), UNITS).map((units) => units / UNITS);
}

/** All attention at one position. */
export function allHere(positions: number, position: number): Row {
  return Array.from({ length: positions }, (_, i) => (i === position ? 1 : 0));
}

/** The same attention everywhere but at the hidden positions. */
export function uniform(positions: number, hidden: ReadonlySet<number> = new Set()): Row {
  return asRow(Array.from({ length: positions }, (_, i) => (hidden.has(i) ? 0 : 1)));
}

/**
 * All attention on the diagonal of the map, from the first token at the first step to the last at the last.
 * @param steps of the decode
 */
export function diagonal(step: number, steps: number, positions: number): Row {
  const place = steps < 2 ? 0 : (step * (positions - 1)) / (steps - 1);
  return allHere(positions, Math.min(positions - 1, Math.round(place)));
}

/** Integers that sum to `total`, in proportion to the weights; the largest remainders round up. All 0 for no weights. */
function share(weights: Row, total: number): number[] {
  const scale = total / (sum(weights) || Infinity);
  const exact = weights.map((weight) => weight * scale);
  const units = exact.map(Math.floor);
  const byRemainder = [...exact.keys()].toSorted(
    (a, b) => (exact[b] ?? 0) - (units[b] ?? 0) - ((exact[a] ?? 0) - (units[a] ?? 0)) || a - b,
  );
  const missing = scale === 0 ? 0 : total - sum(units);
  for (const i of byRemainder.slice(0, missing)) units[i] = (units[i] ?? 0) + 1;
  return units;
}

const sum = (values: Row): number => values.reduce((a, b) => a + b, 0);

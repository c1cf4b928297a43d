/** The belief of a classifier after every letter as stacked areas, in shares of the drawing. */
import { area, stack } from "d3-shape";

export interface BeliefArea {
  /** Index of the class; null: all others. */
  readonly label: number | null;
  readonly path: string;
  /** Where its name stands: at its widest column. */
  readonly at: { readonly x: number; readonly y: number };
  readonly height: number; // there, in pixels
  readonly last: number; // its probability after the last letter
}

export interface BeliefFrame {
  /** Width of a column: one before the first letter, then one for each letter. */
  readonly column: number;
  readonly height: number;
}

const SHOWN = 4; // classes with an area of their own

/** The answer, and the other classes with the largest probability at any time, the likeliest at the end first. */
export function shownClasses(beliefs: readonly (readonly number[])[]): number[] {
  const classes = beliefs[0]?.length ?? 0;
  const last = beliefs.at(-1) ?? [];
  const answer = last.indexOf(Math.max(...last));
  const most = (label: number) =>
    label === answer ? Infinity : Math.max(...beliefs.slice(1).map((row) => row[label] ?? 0));
  return Array.from({ length: classes }, (_, label) => label)
    .toSorted((a, b) => most(b) - most(a))
    .slice(0, SHOWN)
    .toSorted((a, b) => (last[b] ?? 0) - (last[a] ?? 0));
}

/**
 * The areas from the bottom up; without one of all others where there are none.
 * @param shown the classes with an area of their own, in their order
 */
export function layoutBeliefs(
  beliefs: readonly (readonly number[])[],
  { column, height }: BeliefFrame,
  shown: readonly number[] = shownClasses(beliefs),
): BeliefArea[] {
  const hasOthers = (beliefs[0]?.length ?? 0) > shown.length;
  const keys: readonly (number | null)[] = hasOthers ? [...shown, null] : shown;
  const valueOf = (row: readonly number[], key: number | null): number =>
    key === null
      ? Math.max(0, 1 - shown.reduce((sum, label) => sum + (row[label] ?? 0), 0))
      : (row[key] ?? 0);
  const layers = stack<readonly number[], number | null>().keys(keys).value(valueOf)([...beliefs]);
  const x = (i: number): number => (i + 0.5) * column;
  const shape = area<readonly [number, number]>()
    .x((_, i) => x(i))
    .y0(([from]) => (1 - from) * height)
    .y1(([, to]) => (1 - to) * height);
  return layers.map((layer, k) => {
    const label = keys[k] ?? null;
    const sizes = layer.map(([from, to]) => to - from);
    const widest = sizes.indexOf(Math.max(...sizes));
    const [from = 0, to = 0] = layer[widest] ?? [];
    return {
      label,
      path: shape(layer as unknown as readonly [number, number][]) ?? "",
      at: { x: x(widest), y: (1 - (from + to) / 2) * height },
      height: (to - from) * height,
      last: sizes.at(-1) ?? 0,
    };
  });
}

/** The held-out examples as the table lists them: filtered and sorted as the student chose. */
import type { ScoredExample } from "../../engine/results/scoreReport";
import type { Order, SortKey } from "../../state/slices/view";

/** An example with its index among all of them, by which the stage identifies it. */
export interface Listed {
  readonly index: number;
  readonly example: ScoredExample;
}

/** The next order after a click on a column's heading: ascending, descending, then the original order. */
export function nextOrder(order: Order | null, key: SortKey): Order | null {
  if (order?.key !== key) return { key, descending: false };
  return order.descending ? null : { key, descending: true };
}

/** The listed examples; examples with equal values keep their order. */
export function listExamples(
  examples: readonly ScoredExample[],
  order: Order | null,
  wrongOnly: boolean,
): readonly Listed[] {
  const listed = examples
    .map((example, index) => ({ index, example }))
    .filter(({ example }) => !(wrongOnly && example.isExact));
  if (!order) return listed;
  const sign = order.descending ? -1 : 1;
  return listed.toSorted(
    (a, b) => sign * (VALUE[order.key](a.example) - VALUE[order.key](b.example)),
  );
}

const VALUE: Record<SortKey, (example: ScoredExample) => number> = {
  result: ({ isExact }) => (isExact ? 1 : 0), // wrong ones first
  length: ({ source }) => source.length,
  loss: ({ loss }) => (Number.isNaN(loss) ? Number.MAX_VALUE : loss), // a diverged model has NaN
};

/** Where the arrow keys stop on the timeline. */
import type { History } from "./useHistory";

/** The next place before or after an update: a snapshot; of a model without snapshots, an evaluation; or the present. */
export function stopBeside(
  { snapshots, evaluations, last }: Pick<History, "snapshots" | "evaluations" | "last">,
  at: number,
  direction: 1 | -1,
): number {
  const stops = snapshots.length > 0 ? snapshots : evaluations.map(({ step }) => step);
  if (direction === 1) return stops.find((step) => step > at) ?? last;
  return stops.findLast((step) => step < at) ?? 0;
}

/** Why a target token may have no gold link. It follows from token and task, so it works for any trace. */
import { factsOf } from "./facts";
import type { GoldLinks, NoGoldReason, TaskId } from "./task";

interface Linked {
  readonly target: readonly string[];
  readonly gold: GoldLinks | null;
}

/** Why the target token at this position has no gold link; null where it has links or the gold is unknown. */
export function noGoldReason(
  task: TaskId,
  { target, gold }: Linked,
  position: number,
): NoGoldReason | null {
  const token = target[position];
  if (token === undefined || gold?.[position]?.length !== 0) return null;
  return factsOf(task)?.noGold?.(token) ?? null;
}

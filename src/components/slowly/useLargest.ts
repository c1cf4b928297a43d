/** The end of a scale that the walks of two models share, so that bars side by side can be compared. */
import type { RunState } from "../../state/slices/run";
import { useApp } from "../../state/store";
import { useComparing } from "../useComparing";
import { useRun } from "../useLane";

type RunWalk = NonNullable<RunState["walk"]>;

/** @returns the largest value of the walks on show */
export function useLargest(valueOf: (walk: RunWalk) => number): number {
  const isComparing = useComparing();
  const own = useRun(({ walk }) => walk);
  const a = useApp(({ lanes }) => newestWalk(lanes.a.run));
  const b = useApp(({ lanes }) => (lanes.b ? newestWalk(lanes.b.run) : null));
  const walks = isComparing ? [own, a, b] : [own];
  return Math.max(...walks.flatMap((walk) => (walk ? [valueOf(walk)] : [])));
}

/** Null: the run has no walk, or has trained on. */
function newestWalk({ walk, step }: RunState): RunWalk | null {
  return walk?.account.step === step ? walk : null;
}

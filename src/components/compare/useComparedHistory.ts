/** What the plot draws of two runs. */
import { useMemo } from "react";
import type { RunState } from "../../state/slices/run";
import { useApp } from "../../state/store";
import type { ComparedRun, Side } from "../../vis/charts/comparedTimeline";
import { axisEnd } from "../../vis/charts/curves";
import { lastUpdateOf, lossOfGuessing } from "../timeline/useHistory";

export interface ComparedHistory {
  readonly runs: Readonly<Record<Side, ComparedRun>>;
  /** Of lane A; in lockstep both keep theirs at the same updates. */
  readonly snapshots: readonly number[];
  readonly last: number; // the newest update of the two
  readonly end: number; // of the axis
  readonly vocabulary: number; // 0: not known
  readonly chance: number;
}

const curvesOf = ({ losses, evaluations }: RunState): ComparedRun => ({
  points: losses.points,
  count: losses.count,
  evaluations,
});

export function useComparedHistory(): ComparedHistory {
  const a = useApp(({ lanes }) => lanes.a.run);
  const b = useApp(({ lanes }) => (lanes.b ?? lanes.a).run);
  return useMemo(() => {
    const last = Math.max(lastUpdateOf(a), lastUpdateOf(b));
    const vocabulary = a.info?.targetTokens ?? 0;
    return {
      runs: { a: curvesOf(a), b: curvesOf(b) },
      snapshots: a.snapshots.filter((step) => step < last),
      last,
      end: axisEnd(last),
      vocabulary,
      chance: lossOfGuessing(vocabulary),
    };
  }, [a, b]);
}

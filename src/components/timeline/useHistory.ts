/** What the plot draws of the run, a few times a second while it trains. */
import { useMemo } from "react";
import { type Evaluation, isBetter } from "../../engine/results/history";
import { withLiveFields } from "../../engine/setup/config";
import { truthProbability } from "../../engine/setup/truthProbability";
import type { RunState } from "../../state/slices/run";
import { axisEnd } from "../../vis/charts/curves";
import type { TimelineData } from "../../vis/charts/timeline";
import { useBakedDifferences } from "../setup/useBakedDifferences";
import { useLane, useThrottledRun } from "../useLane";

export interface History extends TimelineData {
  /** The updates whose weights the worker still holds, without the present ones. */
  readonly snapshots: readonly number[];
}

export function useHistory(): History {
  const losses = useThrottledRun((run) => run.losses);
  const evaluations = useThrottledRun((run) => run.evaluations);
  const snapshots = useThrottledRun((run) => run.snapshots);
  const best = useThrottledRun((run) => run.best);
  const vocabulary = useThrottledRun((run) => run.info?.targetTokens ?? 0);
  const last = useThrottledRun(lastUpdateOf);
  const truthAt = useTruthSchedule();
  return useMemo(
    () => ({
      points: losses.points,
      count: losses.count,
      evaluations,
      snapshots: snapshots.filter((step) => step < last),
      chance: lossOfGuessing(vocabulary),
      truthAt,
      best: best ?? bestOf(evaluations),
      last,
      end: axisEnd(last),
    }),
    [losses, evaluations, snapshots, best, vocabulary, truthAt, last],
  );
}

/** The best evaluation, of a run that keeps no weights of its best; null: none is above zero. */
function bestOf(evaluations: readonly Evaluation[]): Evaluation | null {
  const measured = evaluations.filter(({ exactMatch }) => exactMatch > 0);
  return measured.reduce<Evaluation | null>(
    (best, each) => (best === null || isBetter(each, best) ? each : best),
    null,
  );
}

/** The newest update of any curve. */
function lastUpdateOf(run: RunState): number {
  const newest = run.losses.points[run.losses.count - 1]?.step ?? 0;
  return Math.max(newest, run.evaluations.at(-1)?.step ?? 0);
}

/** Loss of guessing among all tokens: ln V. Before the run has a model, the axis fits a small vocabulary. */
function lossOfGuessing(vocabulary: number): number {
  return Math.log(vocabulary > 1 ? vocabulary : 30);
}

/** P(feed truth) by update; null where the run had other settings than those the page knows. */
function useTruthSchedule(): ((update: number) => number) | null {
  const wanted = useLane((lane) => lane.config);
  const info = useThrottledRun((run) => run.info);
  const differs = useBakedDifferences() !== null;
  return useMemo(() => {
    if (info === null || differs) return null;
    const config = withLiveFields(info.config, wanted);
    return (update) => truthProbability(config, update);
  }, [info, wanted, differs]);
}

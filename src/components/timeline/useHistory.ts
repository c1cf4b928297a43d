/** What the plot draws of the run, a few times a second while it trains. */
import { looksBack } from "../../engine/setup/modelShape";
import { useMemo } from "react";
import { bestOf, criterionOf } from "../../engine/results/history";
import { truthAt } from "../../state/slices/forcingHistory";
import type { RunState } from "../../state/slices/run";
import { useApp } from "../../state/store";
import { axisEnd } from "../../vis/charts/curves";
import type { TimelineData } from "../../vis/charts/timeline";
import { useBakedDifferences } from "../setup/useBakedDifferences";
import { useRun } from "../useLane";

export interface History extends TimelineData {
  /** The updates whose weights the worker still holds, without the present ones. */
  readonly snapshots: readonly number[];
}

export function useHistory(): History {
  const losses = useRun((run) => run.losses);
  const evaluations = useRun((run) => run.evaluations);
  const snapshots = useRun((run) => run.snapshots);
  const best = useRun((run) => run.best);
  const by = useRun((run) => criterionOf(run.info?.config.task ?? "reverse"));
  const vocabulary = useRun((run) => run.info?.targetTokens ?? 0);
  const last = useRun(lastUpdateOf);
  const truth = useTruthHistory();
  const beside = useApp(({ view }) => view.curves);
  const attends = useRun(({ info }) => info === null || looksBack(info.config));
  return useMemo(
    () => ({
      points: losses.points,
      count: losses.count,
      evaluations,
      snapshots: snapshots.filter((step) => step < last),
      chance: lossOfGuessing(vocabulary),
      truthAt: truth,
      best:
        best ??
        bestOf(
          evaluations.filter(({ exactMatch }) => exactMatch > 0),
          by,
        ),
      judgedBy: by,
      beside: attends ? beside : "answers",
      last,
      end: axisEnd(last),
    }),
    [losses, evaluations, snapshots, best, by, beside, attends, vocabulary, truth, last],
  );
}

/** The newest update of any curve. */
export function lastUpdateOf(run: RunState): number {
  const newest = run.losses.points[run.losses.count - 1]?.step ?? 0;
  return Math.max(newest, run.evaluations.at(-1)?.step ?? 0);
}

/** Loss of guessing among all tokens: ln V. Before the run has a model, the axis fits a small vocabulary. */
export function lossOfGuessing(vocabulary: number): number {
  return Math.log(vocabulary > 1 ? vocabulary : 30);
}

/** P(feed truth) by update; null where a shipped model was trained with other settings. */
function useTruthHistory(): ((update: number) => number | null) | null {
  const forcing = useRun((run) => run.forcing);
  const differs = useBakedDifferences() !== null;
  return useMemo(() => (differs ? null : (update) => truthAt(forcing, update)), [forcing, differs]);
}

/** What follows an evaluation of a run: its snapshot, its best weights, and what the page gets to know. */
import type { Evaluation } from "../../engine/results/history";
import type { Event } from "../protocol";
import { bestEvaluation, keepIfBest, type Run, takeSnapshot } from "../run/run";

type Post = (event: Event) => void;

/** @param evaluation of the run's current weights */
export async function recordEvaluation(
  run: Run,
  evaluation: Evaluation,
  post: Post,
): Promise<void> {
  post({ type: "evaluation", runId: run.id, evaluation });
  const snapshot = await takeSnapshot(run);
  listSnapshots(run, post);
  if (keepIfBest(run, evaluation, snapshot))
    post({ type: "best", runId: run.id, best: bestEvaluation(evaluation) });
}

export function listSnapshots({ id: runId, snapshots }: Run, post: Post): void {
  post({ type: "snapshots", runId, steps: snapshots.steps });
}

/** The state of the full evaluation: the last report, and the progress of the running one. */
import type { EvaluationStage, ScoreReport } from "../../engine/results/scoreReport";
import type { Event } from "../../workers/protocol";
import { isSurvivable, type RunState } from "./run";

export interface EvaluationState {
  /** null: no evaluation runs. */
  readonly progress: Extract<EvaluationStage, { kind: "running" }> | null;
  /** The last report on the active run. It stays until the next report. */
  readonly report: ScoreReport | null;
  /** Whether the student stopped the last evaluation. */
  readonly stopped: boolean;
}

export const INITIAL_EVALUATION: EvaluationState = { progress: null, report: null, stopped: false };

/**
 * The state after an event that is not stale. A new active run clears the report.
 * @param run the run before the event
 */
export function reduceEvaluation(
  state: EvaluationState,
  event: Event,
  run: RunState,
): EvaluationState {
  if (event.type === "ready")
    return event.info.runId === run.info?.runId ? state : INITIAL_EVALUATION;
  if (event.type === "failed" && !isSurvivable(event.failure)) return { ...state, progress: null };
  return event.type === "evaluating" ? takeStage(state, event.stage) : state;
}

function takeStage(state: EvaluationState, stage: EvaluationStage): EvaluationState {
  switch (stage.kind) {
    case "running":
      return { ...state, progress: stage, stopped: false };
    case "stopped":
      return { ...state, progress: null, stopped: true };
    case "done":
      return { progress: null, report: stage.report, stopped: false };
    default:
      return stage satisfies never;
  }
}

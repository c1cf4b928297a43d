/** The full evaluation as the page knows it: what it found last, and how far the one under way has come. */
import type { EvaluationStage, ScoreReport } from "../../engine/results/scoreReport";
import type { Event } from "../../workers/protocol";
import { isSurvivable, type RunState } from "./run";

export interface EvaluationState {
  /** null where none is under way. */
  readonly progress: Extract<EvaluationStage, { kind: "running" }> | null;
  /** Of the run on show; an older one stays until a newer one is done. */
  readonly report: ScoreReport | null;
  /** Whether the last one was given up. */
  readonly stopped: boolean;
}

export const INITIAL_EVALUATION: EvaluationState = { progress: null, report: null, stopped: false };

/**
 * The state after an event of the worker that is not stale. What was found of a run that has been replaced is forgotten.
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

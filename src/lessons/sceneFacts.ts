/** The facts of a shipped model that stands on no stage, from its trace alone. */
import type { Trace } from "../engine/results/trace";
import type { Config } from "../engine/setup/config";
import { parameterCount } from "../engine/setup/learnedParameters";
import type { Facts } from "./facts";

/** As on an idle page that has asked the worker for nothing. */
export function sceneFacts(trace: Trace, config: Config): Facts {
  return {
    trace,
    config,
    runId: null,
    parameters: parameterCount(trace.shape),
    weights: null,
    isShipped: true,
    step: trace.trainedSteps,
    isTraining: false,
    losses: [],
    evaluations: [],
    report: null,
    evaluating: null,
    roads: null,
    walked: null,
    batch: null,
    b: null,
    alone: null,
  };
}

/** Facts of a trace alone, for tests of questions and judges. */
import { parameterCount } from "../../engine/setup/learnedParameters";
import type { Trace } from "../../engine/results/trace";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Facts } from "../facts";

/** An idle page whose stage shows this trace of a shipped model. */
export function factsOf(trace: Trace, change: Partial<Facts> = {}): Facts {
  return {
    trace,
    config: DEFAULT_CONFIG,
    runId: 1,
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
    ...change,
  };
}

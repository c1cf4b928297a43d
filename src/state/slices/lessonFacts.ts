/** What a lesson may know, read from a lane of the page. */
import type { Facts, LaneFacts } from "../../lessons/facts";
import { areSameIds, type RoadsAnswer, roadsExample } from "../../engine/results/roads";
import type { Trace } from "../../engine/results/trace";
import { parameterCount } from "../../engine/setup/learnedParameters";
import type { Lane } from "./lane";

/** Null: the lane has no trace yet. */
export function laneFacts({ config, run, evaluation }: Lane): LaneFacts | null {
  const { trace, info, losses, parameters, roads } = run;
  if (!trace) return null;
  const { progress, report } = evaluation;
  return {
    trace,
    ...modelFacts(info ?? { config, runId: null, parameters: parameterCount(trace.shape) }),
    weights: parameters?.step === trace.trainedSteps ? parameters.values : null,
    step: run.step,
    isTraining: run.status === "training",
    losses: losses.points.slice(0, losses.count),
    evaluations: run.evaluations,
    report,
    evaluating: progress && progress.done / progress.total,
    roads: roads && isOf(trace, roads) ? roads : null,
  };
}

type ModelFacts = Pick<LaneFacts, "config" | "runId" | "parameters">;

const modelFacts = ({ config, runId, parameters }: ModelFacts): ModelFacts => ({
  config,
  runId,
  parameters,
});

/** Whether the gradients are those of this trace. */
function isOf(trace: Trace, { example, trainedSteps }: RoadsAnswer): boolean {
  return trainedSteps === trace.trainedSteps && areSameIds(example, roadsExample(trace));
}

/** The facts of the page; null: the first lane has no trace yet. */
export function factsOf(a: Lane, b?: Lane): Facts | null {
  const own = laneFacts(a);
  return own && { ...own, b: b ? laneFacts(b) : null };
}

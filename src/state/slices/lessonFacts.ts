/** What a lesson may know, read from a lane of the page. */
import type { Facts, LaneFacts } from "../../lessons/facts";
import type { Lane } from "./lane";
import type { OpenAlone } from "./lesson";
import type { RunState } from "./run";

/** What the page has asked the worker for. */
function askedFacts({
  roads,
  walk,
  batch,
}: RunState): Pick<LaneFacts, "roads" | "walked" | "batch"> {
  return { roads, walked: walk?.account ?? null, batch };
}

/** Null: the lane has no trace yet. */
function laneFacts({ config, run, evaluation }: Lane): LaneFacts | null {
  const { trace, info, losses, parameters } = run;
  if (!trace) return null;
  const { progress, report } = evaluation;
  return {
    trace,
    config: info?.config ?? config,
    runId: info?.runId ?? null,
    parameters: info?.parameters ?? null,
    weights: parameters?.step === trace.trainedSteps ? parameters.values : null,
    isShipped: info === null || info.weights === "baked",
    step: run.step,
    isTraining: run.status === "training",
    losses: losses.points.slice(0, losses.count),
    evaluations: run.evaluations,
    report,
    evaluating: progress && progress.done / progress.total,
    ...askedFacts(run),
  };
}

/** The facts of the page; null: the first lane has no trace yet. */
export function factsOf(a: Lane, b: Lane | undefined, alone: OpenAlone | null): Facts | null {
  const own = laneFacts(a);
  return own && { ...own, b: b ? laneFacts(b) : null, alone: alone === "waiting" ? null : alone };
}

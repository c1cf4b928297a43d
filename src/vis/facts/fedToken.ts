/** The token that a step was fed, where it came from, and how it differs from the alternatives. */
import type { TokenView } from "../../engine/text/tokens";
import type { DecoderStep, Trace } from "../../engine/results/trace";

export interface FedToken {
  readonly kind:
    "sos" | "truthSame" | "truthChanged" | "model" | "modelRight" | "modelWrong" | "hand";
  readonly token: TokenView; // the token that was fed
  readonly own: TokenView; //   the model's previous answer
  readonly truth: TokenView; // the right previous answer; `token` where it is unknown
  /** Whether teacher forcing replaced an answer of the model before this step. */
  readonly wasCorrected: boolean;
}

/** The token fed to the step with this 0-based index; null if the trace has no such step. */
export function fedTokenOf(trace: Trace, index: number): FedToken | null {
  const step = trace.steps[index];
  if (!step) return null;
  const token = step.input;
  const own = trace.steps[index - 1]?.chosen ?? token;
  const truth = trace.expected?.[index - 1];
  const tokens = { token, own, truth: truth ?? token, wasCorrected: corrected(trace, index) };
  return { kind: kindOf(trace, index, step), ...tokens };
}

function kindOf(
  trace: Trace,
  index: number,
  { input, inputOrigin }: DecoderStep,
): FedToken["kind"] {
  const before = trace.steps[index - 1];
  const truth = trace.expected?.[index - 1];
  if (inputOrigin === "sos") return "sos";
  if (inputOrigin === "hand" || before?.saidByHand) return "hand";
  if (inputOrigin === "truth") return before?.chosen.id === input.id ? "truthSame" : "truthChanged";
  if (!truth) return "model";
  return truth.id === input.id ? "modelRight" : "modelWrong";
}

function corrected({ steps }: Trace, index: number): boolean {
  return steps
    .slice(0, index)
    .some((step, t) => step.inputOrigin === "truth" && steps[t - 1]?.chosen.id !== step.input.id);
}

/** Whether the model was fed a wrong answer of its own at this 0-based step or before. */
export function readsMistakes(trace: Trace, index: number): boolean {
  return trace.steps
    .slice(0, index + 1)
    .some((_, t) => fedTokenOf(trace, t)?.kind === "modelWrong");
}

/** What a step was fed and why, and what that changed: the facts behind the sentence that the page says about it. */
import type { TokenView } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";

export interface Feeding {
  readonly kind: "sos" | "truthSame" | "truthChanged" | "model" | "modelRight" | "modelWrong";
  readonly token: TokenView; // what it was fed
  readonly own: TokenView; //   its own last answer
  readonly truth: TokenView; // the right last answer; the token itself where nobody knows it
  /** A truth fed before this step was not what the model had answered. */
  readonly shaped: boolean;
}

/** How the step with this 0-based index was fed; null where the trace has no such step. */
export function feedingOf(trace: Trace, index: number): Feeding | null {
  const step = trace.steps[index];
  if (!step) return null;
  const token = step.input;
  const own = trace.steps[index - 1]?.chosen ?? token;
  const truth = trace.expected?.[index - 1];
  const tokens = { token, own, truth: truth ?? token, shaped: corrected(trace, index) };
  if (step.inputOrigin === "sos") return { kind: "sos", ...tokens };
  if (step.inputOrigin === "truth")
    return { kind: own.id === token.id ? "truthSame" : "truthChanged", ...tokens };
  if (!truth) return { kind: "model", ...tokens };
  return { kind: truth.id === token.id ? "modelRight" : "modelWrong", ...tokens };
}

function corrected({ steps }: Trace, index: number): boolean {
  return steps
    .slice(0, index)
    .some((step, t) => step.inputOrigin === "truth" && steps[t - 1]?.chosen.id !== step.input.id);
}

/** Whether the model has read a wrong answer of its own by the step with this 0-based index. */
export function readsMistakes(trace: Trace, index: number): boolean {
  return trace.steps.slice(0, index + 1).some((_, t) => feedingOf(trace, t)?.kind === "modelWrong");
}

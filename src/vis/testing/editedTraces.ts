/** Synthetic traces with edits, beside what they were: each edit changes its own part, and the next input where it says a token. */
import { type Edit, editsOf } from "../../engine/edits/edit";
import type { DecoderStep, Trace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";
import { matrixRow } from "../../engine/results/vectors";

/** The token of a trace's source with this text; another text is a token that the trace does not have. */
function tokenOf(trace: Trace, text: string): TokenView {
  return trace.source.find((token) => token.text === text) ?? { id: 29, text };
}

/** The step with a row of weights, and the context that it gives. */
function looking(trace: Trace, step: DecoderStep, row: readonly number[]): DecoderStep {
  const { attention } = step;
  if (!attention) return step;
  const weights = Float32Array.from(row);
  const { states } = trace.encoder;
  const context = new Float32Array(states.columns);
  weights.forEach((weight, s) =>
    matrixRow(states, s).forEach((value, k) => (context[k] = (context[k] ?? 0) + weight * value)),
  );
  return { ...step, attention: { ...attention, weights, context } };
}

function withoutContext(step: DecoderStep): DecoderStep {
  const { attention } = step;
  if (!attention) return step;
  return { ...step, attention: { ...attention, context: attention.context.map(() => 0) } };
}

/** The trace with these edits; the trace itself becomes its untouched decode. */
export function withEdits(trace: Trace, edits: readonly Edit[]): Trace {
  const steps = [...trace.steps];
  const change = (t: number, to: (step: DecoderStep) => DecoderStep): void => {
    const step = steps[t];
    if (step) steps[t] = to(step);
  };
  for (const { step: t, token } of editsOf(edits, "say")) {
    const chosen = tokenOf(trace, token);
    change(t, (step) => ({ ...step, chosen, saidByHand: true }));
    change(t + 1, (step) => ({ ...step, input: chosen }));
  }
  for (const { step: t, token } of editsOf(edits, "feed"))
    change(t, (step) => ({ ...step, input: tokenOf(trace, token), inputOrigin: "hand" }));
  for (const { step: t, weights } of editsOf(edits, "look"))
    change(t, (step) => looking(trace, step, weights));
  for (const { step: t } of editsOf(edits, "emptyContext")) change(t, withoutContext);
  const { ending, decoding } = trace;
  const untouched = { steps: trace.steps, ending, decoding };
  return { ...trace, show: { ...trace.show, edits }, steps, untouched };
}

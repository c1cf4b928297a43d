/** Traces on tensors, with weights that are tensors, too. */
import { planTrace, type TracedExample, type TracedModel } from "../engine/decoding/planTrace";
import { decodeOnTensors } from "../engine/decoding/textbookDecode";
import type { Weights } from "../engine/model/weights";
import type { Trace } from "../engine/results/trace";

/** The trace of an example by the textbook composition. */
export function traceExample(
  { weights, ...model }: TracedModel & { readonly weights: Weights },
  example: TracedExample,
): Trace {
  const { planned, trace } = planTrace(model, example);
  return trace(decodeOnTensors(weights, model.shape, planned));
}

/** Traces on fused operations. */
import { planTrace } from "../engine/decoding/planTrace";
import { editsOf } from "../engine/edits/edit";
import type { FusedModel } from "../engine/fused/model";
import { traceDecode } from "../engine/fused/trace/traceDecode";
import type { Trace } from "../engine/results/trace";
import { INITIAL_SHOW, type Show } from "../engine/show";
import { EDITED_PAIR } from "./randomEdits";
import { tinyTask } from "./tinyTask";

/** The decode of a pair as this Show says. */
export async function traceFused(
  model: FusedModel,
  change: Partial<Show>,
  pair = EDITED_PAIR,
): Promise<Trace> {
  const show = { ...INITIAL_SHOW, ...change };
  const swap = editsOf(show.edits, "swapStates").at(-1);
  const { planned, trace } = planTrace(
    { task: tinyTask, shape: model.shape, runId: 1, trainedSteps: 0 },
    { source: pair.source, answer: pair, show, swapped: swap && Array.from(swap.source) },
  );
  return trace(await traceDecode(model, planned));
}

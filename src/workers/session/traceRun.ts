/** Decodes a held-out example or a typed source with a run's weights. */
import { editFacts } from "../../engine/decoding/editFacts";
import { type Example, planTrace, type TracedExample } from "../../engine/decoding/planTrace";
import { editsOf } from "../../engine/edits/edit";
import { type SortedEdits, sortEdits } from "../../engine/edits/editProblem";
import type { Trace } from "../../engine/results/trace";
import type { ExampleChoice, Show } from "../../engine/show";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import { type Resolved, resolveTyped } from "./typedSource";

/** The source of an example and its answer, if known; or why the source cannot be decoded. */
export function resolveExample(run: Run, example: ExampleChoice): Resolved {
  if (example.kind === "typed") return resolveTyped(run.model.task, run.config, example.text);
  const pair = run.heldOut[example.index % run.heldOut.length];
  if (pair) return { source: pair.source, answer: pair };
  const { example: source } = run.model.task;
  return source ? { source, answer: null } : { problem: { kind: "empty" } };
}

/** The tokens of the source in the edit "swapStates"; undefined: there is no such edit. */
function swappedSource(run: Run, { edits }: Show): readonly string[] | undefined {
  const edit = editsOf(edits, "swapStates").at(-1);
  return edit && (readTyped(run, edit.source) ?? undefined);
}

/** The tokens of a typed source; null: the model cannot read it. */
function readTyped(run: Run, text: string): readonly string[] | null {
  const resolved = resolveExample(run, { kind: "typed", text });
  return "problem" in resolved ? null : resolved.source;
}

/** Splits the edits of a Show into those that apply to this example of the run, and those that do not. */
export function sortRunEdits(
  run: Run,
  example: Example,
  { edits }: Pick<Show, "edits">,
): SortedEdits {
  return sortEdits(
    run.model.shape.network === "recurrent" ? edits : [], // the page has no edits of a Transformer

    editFacts(run.model, example, (text) => readTyped(run, text)),
  );
}

/**
 * Decodes an example with the weights of the call, where the run's model computes. Its edits apply to the example.
 * @param past weights of an earlier step; null: the current weights
 */
export async function traceRun(
  run: Run,
  past: Snapshot | null,
  example: TracedExample,
): Promise<Trace> {
  const { task, shape, steps, predictor } = run.model;
  const { planned, trace } = planTrace(
    { task, runId: run.id, shape, trainedSteps: past?.step ?? steps },
    { ...example, swapped: swappedSource(run, example.show) },
  );
  if (past === null) return trace(await predictor.trace(planned));
  const earlier = predictor.copy(past.parameters);
  try {
    return trace(await earlier.trace(planned));
  } finally {
    earlier.dispose();
  }
}

/** The buffer under all arrays of a trace, so that it can be transferred without a copy. */
export function traceBuffer({ encoder }: Trace): ArrayBuffer {
  return encoder.states.data.buffer as ArrayBuffer;
}

/** Decodes with edits on the tiny task, on tensors and in plain arrays, for comparison. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { expect } from "vitest";
import { traceExample } from "./textbookTrace";
import { editsOf } from "../engine/edits/edit";
import { plainResult } from "../engine/model/scope";
import { viewWeights } from "../engine/model/weights";
import {
  type EditedDecode,
  type EditedStep,
  referenceDecode,
} from "../engine/reference/editedDecode";
import { tokenVector } from "../engine/reference/encoder";
import { referenceParameters } from "../engine/reference/parameters";
import type { DecoderStep, Trace } from "../engine/results/trace";
import { feedsInput, type ModelShape } from "../engine/setup/modelShape";
import { INITIAL_SHOW, type Show } from "../engine/show";
import { EOS } from "../engine/text/tokens";
import { memberName } from "./family";
import { EDITED_LIMIT, EDITED_PAIR } from "./randomEdits";
import { tinyTask } from "./tinyTask";
import { worstError } from "./worstError";

const { sourceVocabulary, targetVocabulary } = tinyTask;

/** The decode of the pair as this Show says, on tensors. */
export function decodeEdited(
  shape: ModelShape,
  parameters: Float32Array,
  change: Partial<Show>,
): Trace {
  const show = { ...INITIAL_SHOW, ...change };
  const swap = editsOf(show.edits, "swapStates").at(-1);
  const swapped = swap && Array.from(swap.source);
  return plainResult(() => {
    const weights = viewWeights(shape, tensor1d(parameters));
    return traceExample(
      { task: tinyTask, shape, weights, runId: 1, trainedSteps: 0 },
      { source: EDITED_PAIR.source, answer: EDITED_PAIR, show, swapped },
    );
  });
}

function idsOf(tokens: Iterable<string>): number[] {
  return [...Array.from(tokens, (token) => sourceVocabulary.idOf(token)), EOS];
}

/** The same decode in plain arrays. It says what the trace says, where no hand does. */
function referenceOf(shape: ModelShape, parameters: Float32Array, { show, steps }: Trace) {
  const swap = editsOf(show.edits, "swapStates").at(-1)?.source;
  const truth = [...EDITED_PAIR.target.map((token) => targetVocabulary.idOf(token)), EOS];
  const decode: EditedDecode = {
    source: idsOf(EDITED_PAIR.source),
    other: swap === undefined ? null : idsOf(swap),
    edits: show.edits,
    idOf: (text) => targetVocabulary.tokens.indexOf(text),
    truth: show.feeding === "truth" ? truth : null,
    limit: EDITED_LIMIT,
    choose: (_logits, step) => steps[step]?.chosen.id ?? EOS,
  };
  const p = referenceParameters(shape, Array.from(parameters));
  return { ...referenceDecode(p, shape, decode), p };
}

/** The quantities of a traced step by name. */
function traced(step: DecoderStep): Record<string, ArrayLike<number> | null> {
  const { attention, layers } = step;
  return {
    input: [step.input.id],
    said: [step.chosen.id],
    embedding: step.embedding,
    fedAttentional: step.fedAttentional,
    query: attention?.query ?? null,
    scores: attention?.scores ?? null,
    weights: attention?.weights ?? null,
    context: attention?.context ?? null,
    attentional: step.attentional,
    logits: step.logits,
    before: layers.flatMap(({ before: { h, c } }) => [...h, ...(c ?? [])]),
    gates: layers.flatMap(({ gates }) => Object.values(gates).flatMap((gate) => [...gate])),
    after: layers.flatMap(({ after: { h, c } }) => [...h, ...(c ?? [])]),
  };
}

/** The same quantities of the reference. */
function referred(
  step: EditedStep,
  shape: ModelShape,
  embedding: readonly number[],
): Record<string, ArrayLike<number> | null> {
  const { attended, before, cells } = step;
  return {
    input: [step.input],
    said: [step.said],
    embedding,
    fedAttentional: feedsInput(shape) ? before.attentional : null,
    query: attended?.query ?? null,
    scores: attended?.scores ?? null,
    weights: attended?.weights ?? null,
    context: attended?.context ?? null,
    attentional: step.attentional,
    logits: step.logits,
    before: before.layers.flatMap(({ h, c }) => [...h, ...(c ?? [])]),
    gates: cells.flatMap(({ gates }) => Object.values(gates).flat()),
    after: cells.flatMap(({ state: { h, c } }) => [...h, ...(c ?? [])]),
  };
}

const TOLERANCE = 1e-4;

/** The names of the quantities in which two records differ. */
function differences(
  actual: Record<string, ArrayLike<number> | null>,
  expected: Record<string, ArrayLike<number> | null>,
): string[] {
  return Object.keys(expected).filter((name) => {
    const [a, b] = [actual[name] ?? null, expected[name] ?? null];
    if (a === null || b === null) return a !== b;
    return a.length !== b.length || !(worstError(a, b) <= TOLERANCE); // NaN differs
  });
}

/** Expects every quantity of every step of the trace to be the reference's within 1e-4. */
export function expectReference(shape: ModelShape, parameters: Float32Array, trace: Trace): void {
  const { states, steps, p } = referenceOf(shape, parameters, trace);
  const wrong = trace.steps.flatMap((step, t) => {
    const other = steps[t];
    if (!other) return [`step ${t}`];
    const embedding = tokenVector(p, shape, "decoder", other.input);
    return differences(traced(step), referred(other, shape, embedding)).map(
      (name) => `step ${t}: ${name}`,
    );
  });
  const where = { member: memberName(shape), edits: trace.show.edits };
  expect({ ...where, wrong, steps: trace.steps.length }).toEqual({
    ...where,
    wrong: [],
    steps: steps.length,
  });
  expect(worstError(trace.encoder.states.data, states.flat())).toBeLessThanOrEqual(TOLERANCE);
}

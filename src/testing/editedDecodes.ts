/** Decodes with edits on the tiny task, on tensors and in plain arrays, for comparison. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { expect } from "vitest";
import { traceExample } from "./textbookTrace";
import { editFacts } from "../engine/decoding/editFacts";
import { type Edit, type EditKind, editsOf, withEdit } from "../engine/edits/edit";
import { sortEdits } from "../engine/edits/editProblem";
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
import { createRandom } from "../engine/rng";
import { feedsInput, type ModelShape } from "../engine/setup/modelShape";
import { initialParameters } from "../engine/setup/learnedParameters";
import { GREEDY, INITIAL_SHOW, type Show } from "../engine/show";
import { EOS } from "../engine/text/tokens";
import { memberName } from "./family";
import { copyPair, tinyTask } from "./tinyTask";
import { worstError } from "./worstError";

export const EDITED_PAIR = copyPair("cab");
/** Most steps of its free answers. */
export const EDITED_LIMIT = tinyTask.maxTargetLength + 2;

export const EDIT_KINDS: readonly EditKind[] = [
  "say",
  "feed",
  "look",
  "hide",
  "emptyContext",
  "emptyState",
  "swapStates",
  "temperature",
  "padding",
];

export const SAMPLING = {
  ...GREEDY,
  method: "sampling",
  temperature: 2,
  sampleSeed: 3,
} as const;
export const BEAM = { ...GREEDY, method: "beam", beamWidth: 3 } as const;

/** Feedings and choices of tokens. */
export const WAYS: readonly Partial<Show>[] = [
  { feeding: "own" },
  { feeding: "truth" },
  { choosing: SAMPLING },
  { choosing: BEAM },
];

const { sourceVocabulary, targetVocabulary } = tinyTask;

export function randomWeights(shape: ModelShape, seed: number): Float32Array {
  return initialParameters(shape, createRandom(seed)).map((x) => 2.5 * x);
}

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

/** The edits of one kind that a random decode can have, at random places. */
export function randomEdit(kind: Edit["kind"], random: () => number, pads = 0): Edit {
  const below = (count: number): number => Math.floor(random() * count);
  const S = EDITED_PAIR.source.length + 1;
  const step = below(EDITED_LIMIT - 2);
  const token = targetVocabulary.tokens[below(targetVocabulary.size)] ?? "<eos>";
  switch (kind) {
    case "say":
    case "feed":
      return { kind, step, token };
    case "look": {
      const drawn = Array.from({ length: S + pads }, () => (random() < 0.3 ? 0 : random()));
      drawn[below(S)] = 0.5;
      const sum = drawn.reduce((a, b) => a + b, 0);
      return { kind, step, weights: drawn.map((weight) => weight / sum) };
    }
    case "hide":
      return { kind, position: below(S) };
    case "emptyContext":
    case "emptyState":
      return { kind, step };
    case "swapStates":
      return { kind, source: ["abc", "bbb", "aca"][below(3)] ?? "abc" };
    case "temperature":
      return { kind, of: "attention", value: [0.1, 0.5, 2, 10][below(4)] ?? 2 };
    case "padding":
      return { kind, count: 1 + below(3) };
    default:
      return kind satisfies never;
  }
}

/** The edits that apply to the pair. */
export function fitting(shape: ModelShape, edits: readonly Edit[]): readonly Edit[] {
  const facts = editFacts(
    { task: tinyTask, shape },
    { source: EDITED_PAIR.source, answer: EDITED_PAIR },
    (text) => Array.from(text),
  );
  return sortEdits(edits, facts).fitting;
}

/** Up to four edits of random kinds. */
export function randomEdits(shape: ModelShape, random: () => number): readonly Edit[] {
  const count = 2 + Math.floor(random() * 3);
  let edits: readonly Edit[] = [];
  for (let i = 0; i < count; i++) {
    const kind = EDIT_KINDS[Math.floor(random() * EDIT_KINDS.length)] ?? "say";
    edits = withEdit(edits, randomEdit(kind, random));
  }
  return fitting(shape, edits);
}

/** One of the ways. */
export const wayOf = (draw: () => number): Partial<Show> =>
  WAYS[Math.floor(draw() * WAYS.length)] ?? {};

export function drawsOf(seed: number): () => number {
  const random = createRandom(seed);
  return () => random.next();
}

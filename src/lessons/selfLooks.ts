/** How the tokens of a Transformer look at each other: how often, with which places, how far, and how sharply. */
import type { HeadTrace, Trace } from "../engine/results/trace";
import { EOS } from "../engine/text/tokens";
import { rowOf } from "../vis/facts/heads";
import { headSize, lookOf } from "../vis/facts/scaling";
import type { Facts } from "./facts";
import { atRow, NO_ROW, type PredictStep, type Values } from "./lesson";
import { saidWord, sourceWord } from "./words";

/** The first head of the lowest layer, in which source tokens look at source tokens. */
const encoderHead = ({ trace }: Facts): HeadTrace | null =>
  trace.transformer?.encoder[0]?.[0] ?? null;

/** The maps of the heads that the questions are about. */
const ENCODER_MAP = { selfMap: "encoder", layer: 0, head: 0 } as const;
const DECODER_MAP = { selfMap: "self", layer: 0, head: 0 } as const;

const numberOf = (max: number) =>
  ({ kind: "number", decimals: 0, min: 1, max, step: 1, ...NO_ROW }) as const;

const weightsIn = ({ weights }: HeadTrace): number => weights.rows * weights.columns;

type EveryWrong = "once" | "self" | "pairs" | "both" | "other";

/** What a wrong number of weights has counted. @param tokens of the source */
function wronglyCounted(guess: number, tokens: number, heads: number): EveryWrong {
  const pairs = (tokens * (tokens - 1)) / 2;
  if (guess === tokens) return "once";
  if (guess === 2 * pairs) return "self";
  if (guess === pairs || guess === pairs + tokens) return "pairs";
  return guess === heads * tokens ** 2 ? "both" : "other";
}

export const every: PredictStep<"every", "right" | EveryWrong> = {
  id: "every",
  kind: "predict",
  scene: { view: ENCODER_MAP },
  shows: ENCODER_MAP,
  reason: null,
  ask: (facts) => {
    const head = encoderHead(facts);
    return head && numberOf(2 * weightsIn(head));
  },
  values: ({ trace }) => ({ tokens: { count: trace.source.length } }),
  judge: (facts, question, prediction) => {
    const S = facts.trace.source.length;
    const truth = weightsIn(encoderHead(facts) as HeadTrace);
    const guess = prediction.kind === "number" ? prediction.value : 0;
    const heads = facts.trace.transformer?.encoder[0]?.length ?? 0;
    return {
      verdict: guess === truth ? "right" : wronglyCounted(guess, S, heads),
      isRight: guess === truth,
      values: {
        ...every.values(facts, question),
        weights: { count: truth },
        doubled: { count: 4 * truth },
        heads: { count: heads },
      },
      truth: { kind: "number", value: truth },
      pointed: { kind: "selfRows", of: "encoder", rows: [...Array(S).keys()], counts: true },
    };
  },
};

/** The places of the first word that the source has twice; null: it has none. */
function twice({ source }: Trace): readonly [number, number] | null {
  for (const [i, { id }] of source.entries()) {
    const other = source.findIndex((token, j) => j > i && token.id === id && id !== EOS);
    if (other !== -1) return [i, other];
  }
  return null;
}

function twiceValues({ trace }: Facts): Values {
  const places = twice(trace);
  if (!places) return {};
  const [first, second] = places;
  return {
    word: { word: sourceWord(trace, first) },
    first: { count: first + 1 },
    second: { count: second + 1 },
  };
}

/** The largest difference between two rows. */
const distance = (a: Float32Array, b: Float32Array): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));

export const positions: PredictStep<"positions", "right" | "same"> = {
  id: "positions",
  kind: "predict",
  scene: {
    example: { kind: "typed", text: "the girls eat the red apples" },
    exampleIn: { ko: { kind: "typed", text: "that cat eats that apple" } },
  },
  shows: ENCODER_MAP,
  reason: null,
  ask: (facts) =>
    encoderHead(facts) && twice(facts.trace)
      ? { kind: "choice", choices: ["same", "differ"], ...NO_ROW }
      : null,
  values: twiceValues,
  judge: (facts, _, prediction) => {
    const head = encoderHead(facts) as HeadTrace;
    const [first, second] = twice(facts.trace) ?? [0, 0];
    const [a, b] = [first, second].map((at) => rowOf(head.queries, at)) as [Float32Array, Float32Array]; // prettier-ignore
    const most = distance(a, b);
    const truth = most > 0 ? "differ" : "same";
    const isRight = prediction.kind === "choice" && prediction.choice === truth;
    const apart = distance(rowOf(head.weights, first), rowOf(head.weights, second));
    return {
      verdict: isRight ? "right" : "same",
      isRight,
      values: {
        ...twiceValues(facts),
        most: { number: most, decimals: 2 },
        apart: { weight: apart },
      },
      truth: { kind: "choice", choice: truth },
      pointed: { kind: "selfRows", of: "encoder", rows: [first, second], counts: false },
    };
  },
};

const MASKED = 3; // the row that the lesson asks about: some rows stand before it and some after it

/** How many of the fed tokens a row of the decoder gives any weight. */
function inSight({ trace }: Facts, row: number): number {
  const head = trace.transformer?.self[0]?.[0];
  return head ? rowOf(head.weights, row).filter((weight) => weight > 0).length : 0;
}

function maskValues({ trace }: Facts): Values {
  return {
    row: { count: MASKED + 1 },
    rows: { count: trace.steps.length },
    said: { word: saidWord(trace, MASKED) },
    fed: { word: trace.steps[MASKED]?.input ?? { id: 0, text: "" } },
  };
}

export const mask: PredictStep<"mask", "right" | "all" | "before" | "other"> = {
  id: "mask",
  kind: "predict",
  shows: DECODER_MAP,
  reason: null,
  ask: (facts) => {
    const { steps, transformer } = facts.trace;
    const has = transformer !== null && steps.length > MASKED + 1;
    return has ? { ...numberOf(steps.length), ...atRow(MASKED) } : null;
  },
  values: maskValues,
  judge: (facts, _, prediction) => {
    const truth = inSight(facts, MASKED);
    const guess = prediction.kind === "number" ? prediction.value : 0;
    const wrong = guess > truth ? "all" : guess === truth - 1 ? "before" : "other";
    return {
      verdict: guess === truth ? "right" : wrong,
      isRight: guess === truth,
      values: {
        ...maskValues(facts),
        sight: { count: truth },
        hidden: { count: facts.trace.steps.length - truth },
      },
      truth: { kind: "number", value: truth },
      pointed: { kind: "selfRows", of: "self", rows: [MASKED], counts: true },
    };
  },
};

const NEAR = 0.1; // of a weight
const SAME = 0.02;

/** The first head of the decoder's look at the source. */
const crossHead = ({ trace }: Facts): HeadTrace | null =>
  trace.transformer?.cross.at(-1)?.[0] ?? null;

/** The row whose weights this head spreads most. */
function spreadRow({ weights }: HeadTrace): number {
  const largest = Array.from({ length: weights.rows }, (_, row) =>
    Math.max(...rowOf(weights, row)),
  );
  return largest.indexOf(Math.min(...largest));
}

function largestColumn(head: HeadTrace, row: number): number {
  const { weights, largest } = lookOf(head, row, true);
  return weights.indexOf(largest);
}

function scaleValues(facts: Facts, row: number): Values {
  const head = crossHead(facts);
  if (!head) return {};
  const { largest } = lookOf(head, row, true);
  return {
    row: { count: row + 1 },
    said: { word: saidWord(facts.trace, row) },
    word: { word: sourceWord(facts.trace, largestColumn(head, row)) },
    size: { count: headSize(head) },
    root: { number: Math.sqrt(headSize(head)), decimals: 1 },
    scaled: { weight: largest },
  };
}

export const scale: PredictStep<"scale", "right" | "same" | "less" | "other"> = {
  id: "scale",
  kind: "predict",
  scene: { view: { head: 0 } },
  shows: { inspector: "equation", dividesScores: false },
  reason: { tab: "equation", operation: "score" },
  ask: (facts) => {
    const head = crossHead(facts);
    if (!head) return null;
    const row = spreadRow(head);
    return { kind: "weight", ...atRow(row), column: largestColumn(head, row) };
  },
  values: (facts, { row }) => scaleValues(facts, row ?? 0),
  judge: (facts, question, prediction) => {
    const head = crossHead(facts) as HeadTrace;
    const row = question.row ?? 0;
    const scaled = lookOf(head, row, true).largest;
    const truth = lookOf(head, row, false).largest;
    const guess = prediction.kind === "weight" ? prediction.value : 0;
    const isRight = Math.abs(guess - truth) <= NEAR;
    const wrong = Math.abs(guess - scaled) < SAME ? "same" : guess < scaled ? "less" : "other";
    return {
      verdict: isRight ? "right" : wrong,
      isRight,
      values: { ...scaleValues(facts, row), unscaled: { weight: truth } },
      truth: { kind: "weight", value: truth },
      pointed: { kind: "cell", row, column: largestColumn(head, row) },
    };
  },
};

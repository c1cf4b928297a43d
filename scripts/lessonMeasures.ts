/** What the lessons' claims are about, measured on a run: one number each. */
import { runAsyncToEnd } from "../src/engine/chunks";
import { roadsExample } from "../src/engine/results/roads";
import type { Trace } from "../src/engine/results/trace";
import { gradientRoads } from "../src/engine/reference/backward/roads";
import { EOS } from "../src/engine/text/tokens";
import type { Decoded } from "../src/engine/decoding/greedy";
import { makeBatch } from "../src/engine/batch";
import { answersOf, evaluate } from "../src/engine/training/evaluation";
import { injectWrongToken } from "../src/engine/training/injection";
import { longerExamples } from "../src/engine/training/lengths";
import { compare, type Comparison } from "../src/engine/training/metrics";
import type { Model } from "../src/engine/training/trainer";
import { asRead } from "../src/engine/tasks/readingOrder";
import { TASK_FAMILIES } from "../src/engine/tasks/byId";
import type { Pair } from "../src/engine/tasks/task";
import { agreeing, planOf } from "../src/lessons/besideLooks";
import { keptShares } from "../src/lessons/cellCarry";
import { factsOf } from "../src/lessons/testing/facts";
import { largestColumn } from "../src/vis/facts/aligned";
import { lookOf } from "../src/vis/facts/scaling";
import { stepLoss } from "../src/vis/facts/probability";
import { type ColumnRoads, roadLengths } from "../src/vis/facts/roadLengths";
import type { Run } from "../src/workers/run/run";
import { FILLER, traceOf, tracesOf } from "./lessonModels";

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const shareOf = (flags: readonly boolean[]): number => flags.filter(Boolean).length / flags.length;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Exactly right answers among the held-out examples, or those with a source of this length. */
export async function exactMatch({ model, heldOut }: Run, length?: number): Promise<number> {
  const pairs = heldOut
    .filter(({ source }) => length === undefined || source.length === length)
    .map((pair) => asRead(model.shape.sourceOrder, pair));
  const answers = await answersOf(model, pairs);
  return shareOf(compared(model, pairs, answers).map(({ isExact }) => isExact));
} // prettier-ignore

/** Exactly right answers to the sources of training as they are without their fillers. */
export async function exactMatchUnfilled({ model, heldOut }: Run): Promise<number> {
  const pairs = heldOut.map((pair) => ({ ...pair, source: pair.source.filter((token) => token !== FILLER) })); // prettier-ignore
  return shareOf(compared(model, pairs, await answersOf(model, pairs)).map(({ isExact }) => isExact)); // prettier-ignore
}

/** Right tokens at their places in answers to sources of this length, which is longer than any of training. */
export async function rightInLonger({ model, config }: Run, length: number): Promise<number> {
  if (config.task === "pairs") throw new Error("lessons: own pairs have no longer examples");
  const pairs = longerExamples(TASK_FAMILIES[config.task], config).filter(
    ({ source }) => source.length === length,
  );
  const answers = await answersOf(model, pairs);
  return mean(compared(model, pairs, answers).map(({ right }) => shareOf(right.slice(0, -1)))); // without <eos>
}

function compared(
  { task }: Model,
  pairs: readonly Pair[],
  answers: readonly Decoded[],
): Comparison[] {
  return answers.flatMap((answer, i) => {
    const pair = pairs[i];
    return pair ? [compare(task, pair, answer)] : [];
  });
}

/** The share of words whose row looks most at another one than the rule links. */
export async function alignmentError({ model, heldOut }: Run): Promise<number> {
  return (await runAsyncToEnd(evaluate(model, heldOut))).alignmentError ?? Number.NaN;
}

/** How much the largest weight of a row grows without the division by the root: the mean over rows and heads. */
export async function sharperUnscaled(run: Run): Promise<number> {
  const heads = (await tracesOf(run)).flatMap(({ transformer }) => transformer?.cross.flat() ?? []);
  const grown = heads.flatMap((head) =>
    Array.from({ length: head.weights.rows }, (_, row) => {
      const [scaled, unscaled] = [true, false].map((scales) => lookOf(head, row, scales).largest);
      return (unscaled ?? 0) - (scaled ?? 0);
    }),
  );
  return mean(grown);
}

export async function heldOutLoss({ model, heldOut }: Run): Promise<number> {
  return (await runAsyncToEnd(evaluate(model, heldOut))).heldOutLoss;
}

/** The mean loss of the last updates. */
export const trainingLoss = ({ losses }: Run, updates = 20): number =>
  mean(losses.slice(-updates).map(({ loss }) => loss));

/** The loss of held-out answers beside the wrong source over that beside the right one. */
export async function wrongSourceLoss({ model, heldOut }: Run): Promise<number> {
  const pairs = heldOut.slice(0, 64);
  const wrong = pairs.map((pair, i) => ({ ...pair, source: pairs[(i + 1) % pairs.length]?.source ?? pair.source })); // prettier-ignore
  const [own, other] = await Promise.all(
    [pairs, wrong].map((each) => model.predictor.loss(makeBatch(model.task, each))),
  );
  return (other ?? Number.NaN) / (own ?? Number.NaN);
}

/** The mean largest weight of a row, over its even share 1 / S. */
export async function largestOverEven(run: Run): Promise<number> {
  const traces = await tracesOf(run, { feeding: "truth" });
  return mean(
    traces.flatMap(({ steps, source }) =>
      steps.map(({ attention }) => Math.max(...(attention?.weights ?? [])) * source.length),
    ),
  );
}

/** How far a parameter moves in the next update over the learning rate: the median. */
export async function moveOverRate({ trainer, config }: Run): Promise<number> {
  if (!trainer) throw new Error("lessons: a shipped model does not move");
  const before = await trainer.predictor.readParameters();
  await trainer.step(config);
  const after = await trainer.predictor.readParameters();
  return median(
    [...after].map((value, i) => Math.abs(value - (before[i] ?? 0)) / config.learningRate),
  );
}

/** The gradient of the encoder states for the loss of the answer's last letter, the source's first. */
async function roadsOf(run: Run): Promise<(readonly ColumnRoads[])[]> {
  const { predictor, shape } = run.model;
  const flat = await predictor.readParameters();
  const traces = await tracesOf(run, { feeding: "truth" }, 10);
  return traces
    .filter(({ source }) => source.length > 6)
    .map((trace) => {
      const row = (trace.expected ?? []).findLastIndex(({ id }) => id !== EOS);
      const roads = gradientRoads(shape, flat, roadsExample(trace), row);
      return roadLengths(roads, 1).columns;
    });
}

/** The gradient of the first encoder state over that of the last one: the geometric mean. */
export async function firstOverLast(run: Run): Promise<number> {
  const ratios = (await roadsOf(run)).map(
    (columns) => (columns[0]?.whole ?? 0) / (columns.at(-1)?.whole ?? 1),
  );
  return Math.exp(mean(ratios.map(Math.log)));
}

/** The gradient of the first encoder state through the decoder's first state over that through the map. */
export async function cornerOverMap(run: Run): Promise<number> {
  const ratios = (await roadsOf(run)).map(([first]) =>
    first ? first.corner / Math.max(first.values, first.scores) : Number.NaN,
  );
  return mean(ratios);
}

/** Right letters whose row looks most at the letter itself. */
export async function ownLooks(run: Run): Promise<number> {
  const counts = (await tracesOf(run)).map(agreeing);
  const sum = (name: "agree" | "letters"): number =>
    counts.reduce((total, each) => total + each[name], 0);
  return sum("agree") / sum("letters");
}

/** What becomes of rows that look beside their letter. */
export interface BesideEdits {
  /** Rows that write another letter when their whole weight goes to their own letter. */
  readonly forced: number;
  /** Rows that still write their letter when the attention may not look at it. */
  readonly hidden: number;
}

export async function besideEdits(run: Run): Promise<BesideEdits> {
  const outcomes: { readonly forced: boolean; readonly hidden: boolean }[] = [];
  for (const [index, trace] of (await tracesOf(run)).entries()) {
    const plan = planOf(factsOf(trace));
    if (!plan) continue;
    const { row } = plan.look;
    const weights = trace.source.map((_, s) => (s === plan.own ? 1 : 0));
    const forced = await traceOf(run, index, { edits: [{ kind: "look", step: row, weights }] });
    const hidden = await traceOf(run, index, { edits: [{ kind: "hide", position: plan.own }] });
    const said = ({ steps }: Trace): number | undefined => steps[row]?.chosen.id;
    outcomes.push({ forced: said(forced) !== said(trace), hidden: said(hidden) === said(trace) });
  }
  return {
    forced: shareOf(outcomes.map((each) => each.forced)),
    hidden: shareOf(outcomes.map((each) => each.hidden)),
  };
}

/** The share of the decoder's first state that the update gates keep in this row. */
export async function keptIn(run: Run, row: number): Promise<number> {
  return mean((await tracesOf(run)).map((trace) => keptShares(trace)[row] ?? 0));
}

const largest = (vectors: readonly ArrayLike<number>[]): number =>
  Math.max(...vectors.map((vector) => Math.max(...Array.from(vector, Math.abs))));

/** The largest number in the memories and in the states of the decoder. */
export async function largestMemory(run: Run): Promise<{ readonly c: number; readonly h: number }> {
  const layers = (await tracesOf(run)).flatMap(({ steps }) => steps.flatMap((step) => step.layers));
  return {
    c: largest(layers.flatMap(({ after }) => after.c ?? [])),
    h: largest(layers.map(({ after }) => after.h)),
  };
}

/** Tokens after a wrong second one that are no longer right, of those that would be: the model reads its own answers. */
export async function lostAfterWrong({ model, heldOut }: Run): Promise<number> {
  const { after } = await runAsyncToEnd(injectWrongToken(model, heldOut, 2));
  const sum = (name: "right" | "rightUntouched"): number =>
    after.reduce((total, each) => total + each[name], 0);
  return 1 - sum("right") / sum("rightUntouched");
}

/** The loss of fillers over that of the other tokens, fed the truth. */
export async function fillerLoss(run: Run): Promise<number> {
  const losses = (await tracesOf(run, { feeding: "truth" })).flatMap(({ steps, expected }) =>
    steps.flatMap(({ logits }, t) => {
      const token = expected?.[t];
      return token ? [{ isFiller: token.text === FILLER, loss: stepLoss(logits, token.id) }] : [];
    }),
  );
  const of = (isFiller: boolean): number =>
    mean(losses.filter((each) => each.isFiller === isFiller).map(({ loss }) => loss));
  return of(true) / of(false);
}

/** Rows in which two models look most at the same place, fed the truth. */
export async function sameLooks(one: Run, other: Run): Promise<number> {
  const [own, its] = await Promise.all(
    [one, other].map((run) => tracesOf(run, { feeding: "truth" })),
  );
  return shareOf((own ?? []).flatMap(({ steps }, i) => steps.map(({ attention }, t) => {
    const beside = its?.[i]?.steps[t]?.attention;
    return attention && beside ? largestColumn(attention.weights) === largestColumn(beside.weights) : false;
  }))); // prettier-ignore
}

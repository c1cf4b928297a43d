/** One model, several answers: what temperature, sampling and beam search change, and whose mistake a wrong answer is. */
import type { Trace } from "../engine/results/trace";
import type { TokenView } from "../engine/text/tokens";
import { probabilityOf, stepLoss } from "../vis/facts/probability";
import type { Facts } from "./facts";
import {
  atRow,
  type GoalStep,
  NO_ROW,
  type PredictStep,
  type Question,
  type Value,
  type Values,
} from "./lesson";
import { firstDifference, firstSlip } from "./slips";
import { saidWord } from "./words";

const method = ({ trace }: Facts): string => trace.decoding.kind;
const isOwnGreedy = (facts: Facts): boolean =>
  method(facts) === "greedy" && facts.trace.show.feeding === "own";

/** ln of the probability of the tokens, one in each row. */
function totalOf({ steps }: Trace, tokens: readonly TokenView[]): number {
  return -tokens.reduce((sum, { id }, row) => {
    const step = steps[row];
    return step ? sum + stepLoss(step.logits, id) : sum;
  }, 0);
}

const saidOf = ({ steps }: Pick<Trace, "steps">): readonly TokenView[] =>
  steps.map(({ chosen }) => chosen);

/** The answer without its <eos>. */
const answerOf = ({ steps, ending }: Trace): readonly TokenView[] =>
  ending === "eos" ? saidOf({ steps }).slice(0, -1) : saidOf({ steps });

const total = (trace: Trace): Value => ({
  number: totalOf(trace, saidOf(trace)),
  decimals: 2,
});

/** A row in which the model is of two minds. */
const doubtfulRow = (facts: Facts): number => (isOwnGreedy(facts) ? firstSlip(facts.trace) : -1);

const HOT = 3;

function rowValues({ trace }: Facts, { row }: Question): Values {
  const step = trace.steps[row ?? 0];
  const [best, second] = step?.top ?? [];
  const probabilities = (temperature: number) =>
    best && step ? probabilityOf(step.logits, best.token.id, temperature) : 0;
  return {
    row: { count: (row ?? 0) + 1 },
    said: { word: saidWord(trace, row ?? 0) },
    second: { word: second?.token ?? saidWord(trace, row ?? 0) },
    chance: { weight: probabilities(1) },
    hotChance: { weight: probabilities(HOT) },
    other: { weight: 1 - probabilities(1) },
    temperature: { count: HOT },
    answer: { words: answerOf(trace) },
  };
}

const hot: PredictStep<"hot", "right" | "changes"> = {
  id: "hot",
  kind: "predict",
  reason: { tab: "equation", operation: "output" },
  ask: (facts) => {
    const row = doubtfulRow(facts);
    return row < 0 ? null : { kind: "choice", choices: ["same", "changes"], ...atRow(row) };
  },
  values: rowValues,
  judge: (facts, question, prediction) => {
    const step = facts.trace.steps[question.row ?? 0];
    const chances = step
      ? step.top.map(({ token }) => probabilityOf(step.logits, token.id, HOT))
      : [];
    const truth = chances.every((chance) => chance <= (chances[0] ?? 0)) ? "same" : "changes";
    const isRight = prediction.kind === "choice" && prediction.choice === truth;
    return {
      verdict: isRight ? "right" : "changes",
      isRight,
      values: rowValues(facts, question),
      truth: { kind: "choice", choice: truth },
    };
  },
};

const CLOSE = 0.1;
const SEED = 5;

const draw: PredictStep<"draw", "right" | "never" | "low" | "high"> = {
  id: "draw",
  kind: "predict",
  reason: { tab: "equation", operation: "output" },
  ask: (facts) => {
    const row = doubtfulRow(facts);
    return row < 0 ? null : { kind: "weight", ...atRow(row) };
  },
  values: rowValues,
  act: {
    calls: () => [["choose", { method: "sampling", temperature: 1, sampleSeed: SEED }]],
    isDone: (facts) => method(facts) === "sampling",
  },
  judge: (facts, question, prediction, before) => {
    const step = before.trace.steps[question.row ?? 0];
    const chance = step ? 1 - probabilityOf(step.logits, step.chosen.id) : 0;
    const guess = prediction.kind === "weight" ? prediction.value : 0;
    const isRight = Math.abs(guess - chance) <= CLOSE;
    const low = guess === 0 ? "never" : "low";
    return {
      verdict: isRight ? "right" : guess < chance ? low : "high",
      isRight,
      values: {
        ...rowValues(before, question),
        guess: { weight: guess },
        drawn: { words: answerOf(facts.trace) },
      },
      truth: { kind: "weight", value: chance },
    };
  },
};

const WIDTH = 3;
const isBeam = ({ trace }: Facts, width: number): boolean =>
  trace.decoding.kind === "beam" && trace.decoding.width === width;

const isSameAnswer = (one: Trace, other: Trace): boolean =>
  one.steps.length === other.steps.length && firstDifference(one.steps, other.steps) < 0;

const one: PredictStep<"one", "right" | "wrong"> = {
  id: "one",
  kind: "predict",
  reason: null,
  ask: (facts) =>
    isOwnGreedy(facts)
      ? { kind: "choice", choices: ["same", "likelier", "other"], ...NO_ROW }
      : null,
  values: ({ trace }) => ({ answer: { words: answerOf(trace) } }),
  act: {
    calls: () => [["choose", { method: "beam", beamWidth: 1 }]],
    isDone: (facts) => isBeam(facts, 1),
  },
  judge: (facts, _, prediction, before) => {
    const truth = isSameAnswer(facts.trace, before.trace) ? "same" : "other";
    const isRight = prediction.kind === "choice" && prediction.choice === truth;
    return {
      verdict: isRight ? "right" : "wrong",
      isRight,
      values: { answer: { words: answerOf(before.trace) }, now: { words: answerOf(facts.trace) } },
      truth: { kind: "choice", choice: truth },
    };
  },
};

const WIDER = ["same", "likelier", "lessLikely"] as const;

const wider: PredictStep<"wider", "right" | "same" | "likelier" | "lessLikely"> = {
  id: "wider",
  kind: "predict",
  reason: null,
  ask: (facts) => (isOwnGreedy(facts) ? { kind: "choice", choices: WIDER, ...NO_ROW } : null),
  values: ({ trace }) => ({
    answer: { words: answerOf(trace) },
    was: total(trace),
    width: { count: WIDTH },
  }),
  act: {
    calls: () => [["choose", { method: "beam", beamWidth: WIDTH }]],
    isDone: (facts) => isBeam(facts, WIDTH),
  },
  judge: (facts, question, prediction, before) => {
    const [was, is] = [before.trace, facts.trace].map((each) => totalOf(each, saidOf(each)));
    const other = (is ?? 0) > (was ?? 0) ? "likelier" : "lessLikely";
    const truth = isSameAnswer(facts.trace, before.trace) ? "same" : other;
    const choice = WIDER.find((each) => prediction.kind === "choice" && each === prediction.choice);
    return {
      verdict: choice === truth ? "right" : (choice ?? "same"),
      isRight: choice === truth,
      values: {
        ...wider.values(before, question),
        now: { words: answerOf(facts.trace) },
        is: total(facts.trace),
      },
      truth: { kind: "choice", choice: truth },
    };
  },
};

const blame: PredictStep<"blame", "right" | "search" | "model"> = {
  id: "blame",
  kind: "predict",
  scene: {
    example: { kind: "heldOut", index: 1 },
    show: {
      choosing: { method: "beam", beamWidth: WIDTH, temperature: 1, sampleSeed: 1 },
    },
  },
  reason: null,
  ask: (facts) =>
    method(facts) === "beam" && firstSlip(facts.trace) >= 0
      ? { kind: "choice", choices: ["search", "model"], ...NO_ROW }
      : null,
  values: ({ trace }) => ({
    answer: { words: answerOf(trace) },
    expected: { words: (trace.expected ?? saidOf(trace)).slice(0, -1) },
    own: total(trace),
  }),
  act: {
    calls: () => [["setTeacherForcing", true]],
    isDone: ({ trace }) => trace.show.feeding === "truth",
  },
  judge: (facts, question, prediction, before) => {
    const truthTotal = totalOf(facts.trace, facts.trace.expected ?? []);
    const own = totalOf(before.trace, saidOf(before.trace));
    const truth = truthTotal > own ? "search" : "model";
    const isRight = prediction.kind === "choice" && prediction.choice === truth;
    return {
      verdict: isRight ? "right" : truth === "model" ? "search" : "model",
      isRight,
      values: {
        ...blame.values(before, question),
        right: { number: truthTotal, decimals: 2 },
      },
      truth: { kind: "choice", choice: truth },
    };
  },
};

const now: GoalStep<"now", "reached" | "alike" | "alone"> = {
  id: "now",
  kind: "goal",
  scene: {
    show: {
      choosing: { method: "beam", beamWidth: WIDTH, temperature: 1, sampleSeed: 1 },
      beside: "greedy",
    },
  },
  reason: null,
  isPossible: () => true,
  check: (facts) => {
    const { trace } = facts;
    if (trace.show.example.kind !== "typed") return null;
    const { beside } = trace;
    if (beside?.kind !== "greedy" || method(facts) !== "beam")
      return { verdict: "alone", isRight: false, values: {} };
    const row = firstDifference(trace.steps, beside.steps);
    const word = saidWord(trace, row);
    return {
      verdict: row >= 0 ? "reached" : "alike",
      isRight: row >= 0,
      values: {
        row: { count: row + 1 },
        beam: { word },
        greedy: { word: beside.steps[row]?.chosen ?? word },
      },
    };
  },
  example: { englishFrench: "the small mice eat my pretty cakes" },
};

export const WHICH_ANSWER = [hot, draw, one, wider, blame, now] as const;

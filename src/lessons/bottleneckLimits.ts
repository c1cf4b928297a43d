/** The second half of the lesson on the bottleneck: what attention does not do, an older trick, and the goal. */
import type { Trace } from "../engine/results/trace";
import { UNK } from "../engine/text/tokens";
import { lengthValues } from "./byLength";
import { type Facts, hasAttention } from "./facts";
import { type GoalStep, NO_ROW, type PredictStep } from "./lesson";
import { saidWord } from "./words";

/** A source longer than any of training. */
const LONG = "encoderdecoder";

/** How many tokens of the answer are right at their place, <eos> left out. */
function rightPlaces({ steps, expected }: Trace): number {
  const letters = expected?.slice(0, -1) ?? [];
  return letters.filter(({ id }, t) => steps[t]?.chosen.id === id).length;
}

const isLong = ({ show: { example } }: Trace): boolean =>
  example.kind === "typed" && example.text === LONG;

export const beyond: PredictStep<"beyond", "right" | "high" | "low"> = {
  id: "beyond",
  kind: "predict",
  scene: { settings: { attention: "additive" } },
  reason: { tab: "equation", operation: "query" },
  ask: (facts) =>
    hasAttention(facts)
      ? { kind: "number", decimals: 0, min: 0, max: LONG.length, step: 1, ...NO_ROW }
      : null,
  values: (facts) => ({
    ...lengthValues(facts),
    long: { word: { id: UNK, text: LONG } },
    letters: { count: LONG.length },
    match: { share: facts.evaluations.at(-1)?.exactMatch ?? 0 },
  }),
  act: {
    calls: () => [["typeSource", LONG]],
    isDone: ({ trace }) => isLong(trace),
  },
  judge: (facts, question, prediction, before) => {
    const { trace } = facts;
    const right = rightPlaces(trace);
    const guess = prediction.kind === "number" ? prediction.value : 0;
    const isRight = Math.abs(guess - right) <= 1;
    const said = trace.steps.map(({ chosen }) => chosen);
    return {
      verdict: isRight ? "right" : guess > right ? "high" : "low",
      isRight,
      values: {
        ...beyond.values(before, question),
        guess: { count: guess },
        right: { count: right },
        said: { words: trace.ending === "eos" ? said.slice(0, -1) : said },
        rows: { count: trace.ending === "eos" ? said.length - 1 : said.length },
      },
      truth: { kind: "number", value: right },
    };
  },
};

const ORDERS = ["better", "same", "worse"] as const;
const NOTICEABLE = 0.05; // of exact match

const exactMatch = ({ evaluations }: Facts): number => evaluations.at(-1)?.exactMatch ?? 0;

function orderOf(facts: Facts, before: Facts): (typeof ORDERS)[number] {
  const difference = exactMatch(facts) - exactMatch(before);
  if (Math.abs(difference) < NOTICEABLE) return "same";
  return difference > 0 ? "better" : "worse";
}

export const order: PredictStep<"order", "right" | "better" | "worse" | "same"> = {
  id: "order",
  kind: "predict",
  reason: null,
  ask: (facts) => (hasAttention(facts) ? null : { kind: "choice", choices: ORDERS, ...NO_ROW }),
  values: (facts) => ({ was: { share: exactMatch(facts) } }),
  act: {
    calls: () => [["changeScene", { settings: { sourceOrder: "reversed" } }]],
    isDone: ({ trace, isTraining }) => trace.shape.sourceOrder === "reversed" && !isTraining,
  },
  judge: (facts, question, prediction, before) => {
    const truth = orderOf(facts, before);
    const choice = ORDERS.find(
      (each) => prediction.kind === "choice" && each === prediction.choice,
    );
    const isRight = choice === truth;
    return {
      verdict: isRight ? "right" : (choice ?? "same"),
      isRight,
      values: { ...order.values(before, question), now: { share: exactMatch(facts) } },
      truth: { kind: "choice", choice: truth },
    };
  },
};

const firstWrong = ({ steps, expected }: Trace): number =>
  expected?.findIndex(({ id }, t) => steps[t]?.chosen.id !== id) ?? -1;

export const now: GoalStep<"now", "reached" | "short" | "wrong"> = {
  id: "now",
  kind: "goal",
  reason: null,
  isPossible: (facts) => !hasAttention(facts),
  check: ({ trace, config }) => {
    if (trace.show.example.kind !== "typed" || trace.expected === null) return null;
    const letters = trace.source.length - 1;
    const wrong = firstWrong(trace);
    const verdict = letters < config.longest ? "short" : wrong < 0 ? "reached" : "wrong";
    return {
      verdict,
      isRight: verdict === "reached",
      values: {
        letters: { count: letters },
        longest: { count: config.longest },
        row: { count: wrong + 1 },
        said: { word: saidWord(trace, wrong) },
        right: { word: trace.expected[wrong] ?? saidWord(trace, wrong) },
      },
    };
  },
  example: { reverse: "elephant" },
};

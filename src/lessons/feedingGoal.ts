/** The end of the lesson on teacher forcing: training that never feeds the truth, coins for it, and the goal. */
import type { Evaluation } from "../engine/results/history";
import type { Trace } from "../engine/results/trace";
import type { Facts } from "./facts";
import { type CurvePoint, type GoalStep, NO_ROW, type PredictStep, type Values } from "./lesson";
import { expectedPatterns, patternsIn } from "./mistakes";
import { firstDifference, firstSlip } from "./slips";

const curveOf = (evaluations: readonly Evaluation[]): readonly CurvePoint[] =>
  evaluations.map(({ step, exactMatch }) => ({ x: step, y: exactMatch }));

const LEARNT = 0.75; // exact match

/** The first update at which the model was right about most examples; null: it never was. */
function learntAt({ evaluations }: Facts): number | null {
  return evaluations.find(({ exactMatch }) => exactMatch >= LEARNT)?.step ?? null;
}

const matchAt = ({ evaluations }: Facts, update: number): number =>
  evaluations.find(({ step }) => step === update)?.exactMatch ?? 0;

function updateValues(facts: Facts): Values {
  const update = learntAt(facts) ?? 0;
  return { update: { count: update }, fed: { share: matchAt(facts, update) } };
}

const CLOSE = 0.15; // of exact match

export const never: PredictStep<"never", "right" | "same" | "low" | "high"> = {
  id: "never",
  kind: "predict",
  scene: {
    task: "dates",
    settings: { attention: "additive" },
    example: { kind: "heldOut", index: 0 },
    exampleIn: { ko: { kind: "heldOut", index: 3 } },
  },
  reason: null,
  ask: (facts) => {
    const x = learntAt(facts);
    if (x === null || facts.config.forcing !== 1) return null;
    const known = curveOf(facts.evaluations);
    const xs = known.map((point) => point.x);
    return { kind: "point", xs, x, y: { min: 0, max: 1, step: 0.05 }, known, ...NO_ROW };
  },
  values: updateValues,
  act: {
    calls: () => [["changeScene", { settings: { forcing: 0 } }]],
    isDone: ({ config, isTraining, evaluations }, before) =>
      config.forcing === 0 && !isTraining && evaluations.length > 0 && evaluations !== before.evaluations, // prettier-ignore
  },
  judge: (facts, _, prediction, before) => {
    const update = learntAt(before) ?? 0;
    const fed = matchAt(before, update);
    const own = matchAt(facts, update);
    const guess = prediction.kind === "point" ? prediction.y : 0;
    const isRight = Math.abs(guess - own) <= CLOSE;
    const wrong = Math.abs(guess - fed) <= CLOSE ? "same" : guess < own ? "low" : "high";
    return {
      verdict: isRight ? "right" : wrong,
      isRight,
      values: {
        ...updateValues(before),
        guess: { share: guess },
        own: { share: own },
        last: { count: facts.evaluations.at(-1)?.step ?? 0 },
        ownLast: { share: facts.evaluations.at(-1)?.exactMatch ?? 0 },
        fedLast: { share: before.evaluations.at(-1)?.exactMatch ?? 0 },
      },
      truth: { kind: "point", x: update, y: own },
      curve: curveOf(facts.evaluations),
    };
  },
};

/** What the coins of a batch are like, in the rows that the page shows of it. */
function coinValues({ config, batch }: Facts): Values {
  const coins = batch?.rows.map(({ truthFed }) => truthFed.slice(1)) ?? []; // <sos> needs no coin
  const tosses = coins[0]?.length ?? 0;
  return {
    pairs: { count: config.batchSize },
    chance: { share: config.forcing },
    ...(batch && {
      rows: { count: coins.length },
      steps: { count: tosses },
      patterns: { count: patternsIn(coins) },
      each: { count: Math.round(expectedPatterns(coins.length, tosses)) },
    }),
  };
}

/** The lab of the course notes: one coin for the whole batch in each step. */
export const oneCoin: PredictStep<"oneCoin", "right" | "rows" | "other"> = {
  id: "oneCoin",
  kind: "predict",
  scene: {
    settings: {
      layers: 2,
      decoderLayers: "one",
      direction: "bidirectional",
      dropout: 0.1,
      forcing: 0.5,
      coin: "step",
    },
  },
  reason: { tab: "pytorch", operation: "output", note: "coin" },
  ask: ({ config, isTraining }) =>
    config.coin === "step" && !isTraining
      ? { kind: "number", decimals: 0, min: 1, max: config.batchSize, step: 1, ...NO_ROW }
      : null,
  values: coinValues,
  act: {
    calls: () => [["showCentre", "batch"], ["readBatch"]],
    isDone: ({ batch }, before) => batch !== null && batch !== before.batch,
  },
  judge: (facts, _, prediction) => {
    const truth = patternsIn(facts.batch?.rows.map(({ truthFed }) => truthFed) ?? []);
    const guess = prediction.kind === "number" ? prediction.value : 0;
    return {
      verdict: guess === truth ? "right" : guess === facts.config.batchSize ? "rows" : "other",
      isRight: guess === truth,
      values: coinValues(facts),
      truth: { kind: "number", value: truth },
    };
  },
};

/** What each of the two answers read and wrote in the row where they part. */
function partingValues({ show, steps, beside }: Trace, row: number): Values {
  const [here, there] = [steps[row], beside?.steps[row]];
  const [own, forced] = show.feeding === "own" ? [here, there] : [there, here];
  if (!own || !forced) return {};
  return {
    row: { count: row + 1 },
    own: { word: own.chosen },
    ownRead: { word: own.input },
    forced: { word: forced.chosen },
    forcedRead: { word: forced.input },
  };
}

export const now: GoalStep<"now", "reached" | "noSlip" | "alike" | "alone"> = {
  id: "now",
  kind: "goal",
  scene: { show: { beside: "forced" } },
  reason: null,
  isPossible: ({ trace }) => trace.expected !== null,
  check: ({ trace }) => {
    if (trace.show.example.kind !== "typed" || trace.expected === null) return null;
    const { beside } = trace;
    if (!beside || beside.feeding === trace.show.feeding)
      return { verdict: "alone", isRight: false, values: {} };
    const row = firstDifference(trace.steps, beside.steps);
    const slip = firstSlip(trace);
    return {
      verdict: row >= 0 ? "reached" : slip >= 0 ? "alike" : "noSlip",
      isRight: row >= 0,
      values: { ...partingValues(trace, row), slip: { count: slip + 1 } },
    };
  },
  example: { reverse: "bedroom" },
};

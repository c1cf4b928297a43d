/** A network without attention: all that the decoder gets of the source is one vector. What that costs, by length. */
import { topLayer, type Trace } from "../engine/results/trace";
import { matrixRow } from "../engine/results/vectors";
import { parameterCount } from "../engine/setup/learnedParameters";
import { curveOf, evaluationProgress, isEvaluated, lengthValues, shareAt } from "./byLength";
import { type Facts, hasAttention } from "./facts";
import { beyond, now, order } from "./bottleneckLimits";
import {
  type CurveQuestion,
  NO_ROW,
  type PredictStep,
  type Prediction,
  type Values,
} from "./lesson";
import { sourceWord } from "./words";

/** The place whose encoder state is the decoder's first state; -1: there is none, for example with a bridge. */
function startPlace({ encoder, steps, source }: Trace): number {
  const [first] = steps;
  if (!first) return -1;
  const start = topLayer(first).before.h;
  return source.findIndex((_, s) => {
    const state = matrixRow(encoder.states, s);
    return state.length === start.length && state.every((value, k) => value === start[k]);
  });
}

function onlyValues({ trace: { shape, source } }: Facts): Values {
  return {
    tokens: { count: source.length },
    units: { count: shape.hiddenSize },
    numbers: { count: shape.hiddenSize * source.length },
  };
}

const only: PredictStep<"only", "right" | "letter" | "first" | "other"> = {
  id: "only",
  kind: "predict",
  reason: { tab: "equation", operation: "cell" },
  ask: (facts) =>
    hasAttention(facts) || startPlace(facts.trace) < 0
      ? null
      : { kind: "tile", of: "encoder", ...NO_ROW },
  values: onlyValues,
  judge: (facts, _, prediction) => {
    const { trace } = facts;
    const truth = startPlace(trace);
    const picked = prediction.kind === "tile" ? prediction.tile : -1;
    const wrong = picked === truth - 1 ? "letter" : picked === 0 ? "first" : "other";
    return {
      verdict: picked === truth ? "right" : wrong,
      isRight: picked === truth,
      values: {
        ...onlyValues(facts),
        last: { word: sourceWord(trace, truth) },
        picked: { word: sourceWord(trace, picked) },
      },
      truth: { kind: "tile", tile: truth },
    };
  },
};

const CLOSE = 0.1; // of a share

/** The share of exactly right answers to the longest sources of training. */
function askLongest({ config: { shortest, longest }, report }: Facts): CurveQuestion {
  const xs = Array.from({ length: longest - shortest + 1 }, (_, i) => shortest + i);
  return {
    kind: "point",
    xs,
    x: longest,
    y: { min: 0, max: 1, step: 0.05 },
    known: curveOf(report),
  };
}

const heightOf = (prediction: Prediction): number =>
  prediction.kind === "point" ? prediction.y : 0;

/** How the share at the longest sources differs from what the student drew. */
function judgeLongest(facts: Facts, prediction: Prediction) {
  const { longest, shortest } = facts.config;
  const share = shareAt(facts.report, longest);
  const guess = heightOf(prediction);
  const isRight = Math.abs(guess - share) <= CLOSE;
  return {
    verdict: isRight ? ("right" as const) : guess < share ? ("low" as const) : ("high" as const),
    isRight,
    values: {
      ...lengthValues(facts),
      guess: { share: guess },
      share: { share },
      first: { share: shareAt(facts.report, shortest) },
    } satisfies Values,
    truth: { kind: "point", x: longest, y: share } as const,
    curve: curveOf(facts.report),
  };
}

const longest: PredictStep<"longest", "right" | "low" | "high"> = {
  id: "longest",
  kind: "predict",
  reason: { tab: "results" },
  ask: (facts) => (hasAttention(facts) ? null : { ...askLongest(facts), known: [], ...NO_ROW }),
  values: lengthValues,
  act: {
    calls: () => [["evaluate"]],
    isDone: isEvaluated,
    progress: evaluationProgress,
  },
  judge: (facts, _, prediction) => judgeLongest(facts, prediction),
};

const ATTENTION = { settings: { attention: "additive" } } as const;

/** Whether both lanes are judged: the one with attention, and beside it the one without. */
function areEvaluated(facts: Facts, before: Facts): boolean {
  const { b } = facts;
  const isB = b !== null && !hasAttention(b) && b.report !== null && b.evaluating === null;
  return isB && hasAttention(facts) && isEvaluated(facts, before);
}

const beside: PredictStep<"beside", "right" | "low" | "high"> = {
  id: "beside",
  kind: "predict",
  reason: { tab: "equation", operation: "context" },
  ask: (facts) => (hasAttention(facts) ? null : { ...askLongest(facts), ...NO_ROW }),
  values: lengthValues,
  act: {
    calls: () => [["changeScene", { ...ATTENTION, compare: "withWithout" }], ["evaluate"]],
    isDone: areEvaluated,
    progress: evaluationProgress,
  },
  judge: (facts, _, prediction) => judgeLongest(facts, prediction),
};

/** Units with which the model without attention has as many parameters as the one with it, to 1 %. */
export const WIDE = 84;

function fairValues({ trace: { shape }, evaluations }: Facts): Values {
  return {
    units: { count: shape.hiddenSize },
    parameters: { count: parameterCount(shape) },
    withAttention: { count: parameterCount({ ...shape, attention: "additive" }) },
    wide: { count: WIDE },
    wideParameters: { count: parameterCount({ ...shape, hiddenSize: WIDE }) },
    was: { share: evaluations.at(-1)?.exactMatch ?? 0 },
  };
}

const NEAR = 5; // percent

const fair: PredictStep<"fair", "right" | "low" | "high"> = {
  id: "fair",
  kind: "predict",
  reason: { tab: "results" },
  ask: (facts) =>
    hasAttention(facts)
      ? null
      : { kind: "number", decimals: 0, min: 0, max: 100, step: 1, ...NO_ROW },
  values: (facts) => ({ ...fairValues(facts), ...lengthValues(facts) }),
  act: {
    calls: () => [["changeScene", { ...ATTENTION, compare: "equalParameters" }], ["evaluate"]],
    isDone: (facts, before) =>
      facts.b?.trace.shape.hiddenSize === WIDE && areEvaluated(facts, before),
    progress: evaluationProgress,
  },
  judge: (facts, question, prediction, before) => {
    const report = facts.b?.report ?? null;
    const share = report?.metrics.exactMatch ?? 0;
    const percent = Math.round(100 * share);
    const guess = prediction.kind === "number" ? prediction.value : 0;
    const isRight = Math.abs(guess - percent) <= NEAR;
    return {
      verdict: isRight ? "right" : guess < percent ? "low" : "high",
      isRight,
      values: {
        ...fair.values(before, question),
        guess: { share: guess / 100 },
        now: { share },
        atLongest: { share: shareAt(report, facts.config.longest) },
        beside: { share: facts.report?.metrics.exactMatch ?? 0 },
      },
      truth: { kind: "number", value: percent },
    };
  },
};

export const BOTTLENECK = [only, longest, beside, fair, beyond, order, now] as const;

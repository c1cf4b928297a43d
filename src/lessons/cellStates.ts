/** The last steps of “Inside a cell”: two layers, two directions, and one-hot tokens. */
import type { Trace } from "../engine/results/trace";
import { EOS } from "../engine/text/tokens";
import { matrixRow } from "../engine/results/vectors";
import { parameterCount } from "../engine/setup/learnedParameters";
import { isBidirectional, type ModelShape } from "../engine/setup/modelShape";
import { sceneOf } from "./catalogue";
import { type Facts, hasAttention } from "./facts";
import { type GoalStep, NO_ROW, type PredictStep, type Values } from "./lesson";
import { configOf } from "./scene";
import { sourceWord } from "./words";

/** The largest difference between two vectors' numbers. */
function apart(one: ArrayLike<number>, other: ArrayLike<number>): number {
  return Array.from(one).reduce(
    (most, value, k) => Math.max(most, Math.abs(value - (other[k] ?? 0))),
    0,
  );
}

// ---- two layers ----------------------------------------------------------------------------------------------------

const STARTS = ["own", "top", "half"] as const;

/** How far the first state of the decoder's first layer is from what it could begin with. */
function startsOf({ encoder: { states, lower }, steps }: Trace):
  | {
      readonly [K in "own" | "top" | "half"]: number;
    }
  | null {
  const start = steps[0]?.layers[0]?.before.h;
  if (!lower || !start) return null;
  const [own, top] = [matrixRow(lower, lower.rows - 1), matrixRow(states, states.rows - 1)];
  if (own.length !== start.length) return null; // two directions: a bridge makes the first state
  const half = Array.from(own, (value, k) => (value + (top[k] ?? 0)) / 2);
  return { own: apart(start, own), top: apart(start, top), half: apart(start, half) };
}

function layerValues({ trace }: Facts): Values {
  const starts = startsOf(trace);
  return {
    own: { number: starts?.own ?? 0, decimals: 2 },
    top: { number: starts?.top ?? 0, decimals: 2 },
    last: { word: sourceWord(trace, trace.source.length - 1) },
  };
}

export const layers: PredictStep<"layers", "right" | (typeof STARTS)[number]> = {
  id: "layers",
  kind: "predict",
  scene: { settings: { layers: 2, dropout: 0.5 } },
  reason: { tab: "pytorch", operation: "upper", note: "outputHidden" },
  ask: (facts) =>
    hasAttention(facts) || !startsOf(facts.trace)
      ? null
      : { kind: "choice", choices: STARTS, ...NO_ROW },
  values: layerValues,
  judge: (facts, _, prediction) => {
    const starts = startsOf(facts.trace) ?? { own: 0, top: 0, half: 0 };
    const truth = STARTS.toSorted((a, b) => starts[a] - starts[b])[0] ?? "own";
    const choice = STARTS.find(
      (each) => prediction.kind === "choice" && each === prediction.choice,
    );
    return {
      verdict: choice === truth ? "right" : (choice ?? "half"),
      isRight: choice === truth,
      values: layerValues(facts),
      truth: { kind: "choice", choice: truth },
    };
  },
};

// ---- two directions ------------------------------------------------------------------------------------------------

/** The tokens of the source without its <eos>. */
const lettersOf = ({ source }: Trace): string[] =>
  source.filter(({ id }) => id !== EOS).map(({ text }) => text);

const CANDIDATES = ["a", "o", "e"] as const;

/** A letter that is not the last one. */
const otherLetter = (last: string): string => CANDIDATES.find((each) => each !== last) ?? last;

/** The source with another last letter. */
function changedSource(trace: Trace): string {
  const letters = lettersOf(trace);
  return [...letters.slice(0, -1), otherLetter(letters.at(-1) ?? "")].join("");
}

/** The first place at which a part of the states differs: all of them, or those of one direction; -1: at none. */
function firstApart(one: Trace, other: Trace, part: "whole" | "forward" | "backward"): number {
  const H = one.shape.hiddenSize;
  const [from, to] = part === "backward" ? [H, 2 * H] : [0, part === "forward" ? H : undefined];
  const cut = ({ encoder }: Trace, s: number) => matrixRow(encoder.states, s).slice(from, to);
  return one.source.findIndex((_, s) => apart(cut(one, s), cut(other, s)) > 0);
}

function directionValues({ trace }: Facts): Values {
  const letters = lettersOf(trace);
  return {
    letter: { word: sourceWord(trace, letters.length - 1) },
    other: { word: { id: 0, text: otherLetter(letters.at(-1) ?? "") } },
    first: { word: sourceWord(trace, 0) },
  };
}

const BOTH_WAYS = { attention: "general", direction: "bidirectional" } as const;

export const directions: PredictStep<"directions", "right" | "own" | "later" | "other"> = {
  id: "directions",
  kind: "predict",
  scene: { settings: BOTH_WAYS },
  reason: { tab: "pytorch", operation: "query", note: "lastStates" },
  ask: ({ trace }) =>
    isBidirectional(trace.shape) && trace.task.sourceUnit === "character" && trace.source.length > 2
      ? { kind: "tile", of: "encoder", ...NO_ROW }
      : null,
  values: directionValues,
  act: {
    calls: (before) => [["typeSource", changedSource(before.trace)]],
    isDone: ({ trace }, before) => lettersOf(trace).join("") === changedSource(before.trace),
  },
  judge: (facts, _, prediction, before) => {
    const truth = firstApart(before.trace, facts.trace, "whole");
    const picked = prediction.kind === "tile" ? prediction.tile : -1;
    const own = lettersOf(before.trace).length - 1;
    const wrong = picked === own ? "own" : picked > own ? "later" : "other";
    const at = (part: "forward" | "backward") =>
      sourceWord(before.trace, firstApart(before.trace, facts.trace, part));
    return {
      verdict: picked === truth ? "right" : wrong,
      isRight: picked === truth,
      values: {
        ...directionValues(before),
        forward: { word: at("forward") },
        backward: { word: at("backward") },
        picked: { word: sourceWord(before.trace, picked) },
      },
      truth: { kind: "tile", tile: truth },
    };
  },
};

// ---- one-hot tokens ------------------------------------------------------------------------------------------------

const { hiddenSize, embeddingSize } = configOf(sceneOf("insideACell"), "en");

/** The lesson's own model, with learned tokens, for these vocabularies. */
function learnedShape(shape: ModelShape): ModelShape {
  const plain = { tokenInput: "learned", cell: "gru", layers: 1, attention: "none" } as const;
  return { ...shape, ...plain, hiddenSize, embeddingSize, direction: "unidirectional" };
}

export const now: GoalStep<"now", "reached" | "wider"> = {
  id: "now",
  kind: "goal",
  reason: null,
  isPossible: () => true,
  check: ({ trace: { shape } }) => {
    if (shape.tokenInput !== "onehot") return null;
    const [parameters, limit] = [shape, learnedShape(shape)].map(parameterCount);
    const isReached = (parameters ?? 0) <= (limit ?? 0);
    return {
      verdict: isReached ? "reached" : "wider",
      isRight: isReached,
      values: {
        parameters: { count: parameters ?? 0 },
        limit: { count: limit ?? 0 },
        size: { count: shape.embeddingSize },
        tokens: { count: shape.sourceTokens },
      },
    };
  },
};

/** Bahdanau's decoder looks before its state is new, Luong's after. What follows from it, row by row. */
import { editsOf } from "../engine/edits/edit";
import { topLayer, type Trace } from "../engine/results/trace";
import type { Facts } from "./facts";
import {
  atRow,
  type GoalStep,
  type PredictStep,
  type Prediction,
  type Question,
  type Values,
} from "./lesson";
import { planOf } from "./looks";
import { saidWord } from "./words";

const isLuong = ({ trace }: Facts): boolean => trace.shape.timing === "luong";
const isAttending = ({ trace }: Facts): boolean => trace.shape.attention !== "none";

const SMALLEST = 1e-6; // a change of a number that counts

const differs = (one: Float32Array, other: Float32Array): boolean =>
  one.some((value, i) => Math.abs(value - (other[i] ?? 0)) > SMALLEST);

const stateOf = (trace: Trace, row: number): Float32Array | null => {
  const step = trace.steps[row];
  return step ? topLayer(step).after.h : null;
};

/** The row whose state is the query of this row; -1: the decoder's start. */
function asker(trace: Trace, row: number): number {
  const query = trace.steps[row]?.attention?.query;
  if (!query) return -1;
  return trace.steps.findIndex((_, each) => {
    const state = stateOf(trace, each);
    return state !== null && !differs(state, query);
  });
}

const first: PredictStep<"first", "right" | "wrong"> = {
  id: "first",
  kind: "predict",
  reason: { tab: "equation", operation: "query" },
  ask: (facts) =>
    isAttending(facts) && !isLuong(facts)
      ? { kind: "choice", choices: ["already", "notYet"], ...atRow(0) }
      : null,
  values: ({ trace }) => ({ said: { word: saidWord(trace, 0) } }),
  judge: (facts, question, prediction) => {
    const truth = asker(facts.trace, 0) < 0 ? "notYet" : "already";
    const isRight = prediction.kind === "choice" && prediction.choice === truth;
    return {
      verdict: isRight ? "right" : "wrong",
      isRight,
      values: first.values(facts, question),
      truth: { kind: "choice", choice: truth },
    };
  },
};

function rowValues({ trace }: Facts, { row }: Question): Values {
  const at = row ?? 0;
  return {
    row: { count: at + 1 },
    rowBefore: { count: at },
    said: { word: saidWord(trace, at) },
    saidBefore: { word: saidWord(trace, at - 1) },
  };
}

const LUONG = { settings: { timing: "luong" } } as const;

const luong: PredictStep<"luong", "right" | "before" | "other"> = {
  id: "luong",
  kind: "predict",
  scene: LUONG,
  reason: { tab: "equation", operation: "query" },
  ask: (facts) => {
    const row = isLuong(facts) ? planOf(facts.trace).look?.row : undefined;
    return row === undefined ? null : { kind: "tile", of: "decoder", ...atRow(row) };
  },
  values: rowValues,
  judge: (facts, question, prediction) => {
    const row = question.row ?? 0;
    const truth = asker(facts.trace, row);
    const picked = prediction.kind === "tile" ? prediction.tile : -1;
    const verdict = picked === truth ? "right" : picked === row - 1 ? "before" : "other";
    return {
      verdict,
      isRight: verdict === "right",
      values: { ...rowValues(facts, question), picked: { count: picked + 1 } },
      truth: { kind: "tile", tile: truth },
    };
  },
};

/** The row in which the lesson changes something: it has a row before it and some after it. */
const CHANGED = 1;

/** What the lesson says in that row: the token of the row before. */
const sayings = ({ trace }: Facts) =>
  ({ kind: "say", step: CHANGED, token: saidWord(trace, CHANGED - 1).text }) as const;

function sayValues(facts: Facts): Values {
  return {
    row: { count: CHANGED + 1 },
    next: { count: CHANGED + 2 },
    said: { word: saidWord(facts.trace, CHANGED) },
    token: { word: saidWord(facts.trace, CHANGED - 1) },
  };
}

/** The first row whose weights are not those without the edit; -1: there is none. */
function firstChangedRow({ steps, untouched }: Trace): number {
  return steps.findIndex(({ attention }, row) => {
    const was = untouched?.steps[row]?.attention;
    return attention && was ? differs(attention.weights, was.weights) : false;
  });
}

const rowOf = (prediction: Prediction): number => (prediction.kind === "row" ? prediction.row : -1);

type Changed = "right" | "same" | "sooner" | "later";

/** @param isAsked whether the question is about these facts */
function changedStep<Id extends string>(
  id: Id,
  isAsked: (facts: Facts) => boolean,
): Pick<PredictStep<Id, Changed>, "id" | "kind" | "reason" | "ask" | "values" | "act" | "judge"> {
  return {
    id,
    kind: "predict",
    reason: { tab: "equation", operation: "query" },
    ask: (facts) => {
      const isOther = saidWord(facts.trace, CHANGED).text !== sayings(facts).token;
      return isAttending(facts) && isAsked(facts) && isOther
        ? { kind: "row", ...atRow(CHANGED) }
        : null;
    },
    values: sayValues,
    act: {
      calls: (before) => [["editDecode", sayings(before)]],
      isDone: ({ trace }, before) =>
        trace.untouched !== null &&
        editsOf(trace.show.edits, "say").some(
          ({ step, token }) => step === CHANGED && token === sayings(before).token,
        ),
    },
    judge: (facts, _, prediction, before) => {
      const truth = firstChangedRow(facts.trace);
      const picked = rowOf(prediction);
      const wrong = picked <= CHANGED ? "same" : picked < truth ? "sooner" : "later";
      return {
        verdict: picked === truth ? "right" : wrong,
        isRight: picked === truth,
        values: {
          ...sayValues(before),
          picked: { count: picked + 1 },
          changed: { count: truth + 1 },
          changedBefore: { count: truth },
        },
        truth: { kind: "row", row: truth },
      };
    },
  };
}

const spreads: PredictStep<"spreads", Changed> = changedStep("spreads", (facts) => !isLuong(facts));

const spreadsLuong: PredictStep<"spreadsLuong", Changed> = {
  ...changedStep("spreadsLuong", isLuong),
  scene: LUONG,
};

/** The first row whose state is not that without the edit; -1: there is none. */
function firstChangedState(trace: Trace): number {
  return trace.steps.findIndex((_, row) => {
    const was = trace.untouched?.steps[row];
    const state = stateOf(trace, row);
    return was && state ? differs(state, topLayer(was).after.h) : false;
  });
}

const output: PredictStep<"output", "right" | "own" | "other"> = {
  id: "output",
  kind: "predict",
  scene: LUONG,
  reason: { tab: "equation", operation: "combine" },
  ask: (facts) =>
    isLuong(facts) && isAttending(facts)
      ? { kind: "tile", of: "decoder", ...atRow(CHANGED) }
      : null,
  values: sayValues,
  act: {
    calls: () => [["editDecode", { kind: "emptyContext", step: CHANGED }]],
    isDone: ({ trace }) =>
      trace.untouched !== null &&
      editsOf(trace.show.edits, "emptyContext").some(({ step }) => step === CHANGED),
  },
  judge: (facts, _, prediction, before) => {
    const truth = firstChangedState(facts.trace);
    const picked = prediction.kind === "tile" ? prediction.tile : -1;
    return {
      verdict: picked === truth ? "right" : picked === CHANGED ? "own" : "other",
      isRight: picked === truth,
      values: {
        ...sayValues(before),
        now: { word: saidWord(facts.trace, CHANGED) },
        changed: { count: truth + 1 },
        picked: { count: picked + 1 },
      },
      truth: { kind: "tile", tile: truth },
    };
  },
};

const now: GoalStep<"now", "reached" | "score" | "timing"> = {
  id: "now",
  kind: "goal",
  scene: LUONG,
  reason: null,
  isPossible: () => true,
  check: ({ trace: { shape } }) => {
    const isBahdanau = shape.timing === "bahdanau";
    const isDot = shape.attention === "dot";
    if (!isBahdanau && !isDot) return null;
    return {
      verdict: isBahdanau && isDot ? "reached" : isDot ? "timing" : "score",
      isRight: isBahdanau && isDot,
      values: { score: { option: ["attention", shape.attention] } },
    };
  },
};

export const WHEN_IT_LOOKS = [first, luong, spreads, spreadsLuong, output, now] as const;

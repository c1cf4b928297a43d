/** A map that points beside the letter: what the weights say, and what an edit shows. The task copies letters. */
import { editsOf } from "../engine/edits/edit";
import type { Trace } from "../engine/results/trace";
import { EOS } from "../engine/text/tokens";
import { isBidirectional } from "../engine/setup/modelShape";
import type { Facts } from "./facts";
import {
  atRow,
  beforeRow,
  type GoalStep,
  NO_ROW,
  type PredictStep,
  type Prediction,
  type Values,
} from "./lesson";
import { agreeing, planOf } from "./besideLooks";
import { lookOf } from "./looks";
import { saidWord, sourceWord, weightsOf } from "./words";

function valuesOf(facts: Facts): Values {
  const { trace } = facts;
  const { look, own } = planOf(facts) ?? { look: { row: 0, column: 0, weight: 0 }, own: 0 };
  const { agree, letters } = agreeing(trace);
  return {
    row: { count: look.row + 1 },
    said: { word: saidWord(trace, look.row) },
    word: { word: sourceWord(trace, look.column) },
    weight: { weight: look.weight },
    ownWeight: { weight: weightsOf(trace, look.row)[own] ?? 0 },
    previous: { word: sourceWord(trace, own - 1) },
    first: { word: sourceWord(trace, 0) },
    agree: { count: agree },
    letters: { count: letters },
    match: { share: facts.evaluations.at(-1)?.exactMatch ?? 0 },
  };
}

const cellOf = (prediction: Prediction): number =>
  prediction.kind === "cell" ? prediction.column : -1;

const choiceOf = (prediction: Prediction): string =>
  prediction.kind === "choice" ? prediction.choice : "";

const look: PredictStep<"look", "right" | "own" | "other"> = {
  id: "look",
  kind: "predict",
  reason: { tab: "equation", operation: "context" },
  ask: (facts) => {
    const row = planOf(facts)?.look.row;
    return row === undefined ? null : { kind: "cell", ...beforeRow(row) };
  },
  values: valuesOf,
  judge: (facts, question, prediction) => {
    const plan = planOf(facts);
    const column = cellOf(prediction);
    const isFound = column === plan?.look.column;
    return {
      verdict: isFound ? "right" : column === plan?.own ? "own" : "other",
      isRight: isFound,
      values: { ...valuesOf(facts), picked: { word: sourceWord(facts.trace, column) } },
      truth: { kind: "cell", row: question.row ?? 0, column: plan?.look.column ?? 0 },
    };
  },
};

const READ = ["own", "upTo", "all"] as const;

const reads: PredictStep<"reads", "right" | "own" | "all"> = {
  id: "reads",
  kind: "predict",
  reason: { tab: "pytorch", operation: "context", note: "outputHidden" },
  ask: (facts) => {
    const plan = planOf(facts);
    return plan ? { kind: "choice", choices: READ, ...atRow(plan.look.row) } : null;
  },
  values: valuesOf,
  judge: (facts, _, prediction) => {
    const truth = isBidirectional(facts.trace.shape) ? "all" : "upTo";
    const choice = choiceOf(prediction);
    return {
      verdict: choice === truth ? "right" : choice === "own" ? "own" : "all",
      isRight: choice === truth,
      values: valuesOf(facts),
      truth: { kind: "choice", choice: truth },
    };
  },
};

const ANSWERS = ["same", "previous", "else"] as const;

/** What a row writes now, in one word. */
function answerOf(facts: Facts, before: Facts): (typeof ANSWERS)[number] {
  const { look: was, own } = planOf(before) ?? { look: { row: 0 }, own: 0 };
  const { text } = saidWord(facts.trace, was.row);
  if (text === saidWord(before.trace, was.row).text) return "same";
  return text === sourceWord(before.trace, own - 1).text ? "previous" : "else";
}

const force: PredictStep<"force", "right" | (typeof ANSWERS)[number]> = {
  id: "force",
  kind: "predict",
  reason: { tab: "equation", operation: "context" },
  ask: (facts) => {
    const plan = planOf(facts);
    return plan ? { kind: "choice", choices: ANSWERS, ...atRow(plan.look.row) } : null;
  },
  values: valuesOf,
  act: {
    calls: (before) => {
      const plan = planOf(before);
      const weights = before.trace.source.map((_, s) => (s === plan?.own ? 1 : 0));
      return [["editDecode", { kind: "look", step: plan?.look.row ?? 0, weights }]];
    },
    isDone: ({ trace }, before) => {
      const plan = planOf(before);
      const edit = editsOf(trace.show.edits, "look").find(({ step }) => step === plan?.look.row);
      return edit?.weights[plan?.own ?? -1] === 1;
    },
  },
  judge: (facts, question, prediction, before) => {
    const truth = answerOf(facts, before);
    const choice = ANSWERS.find((each) => each === choiceOf(prediction)) ?? "else";
    return {
      verdict: choice === truth ? "right" : choice,
      isRight: choice === truth,
      values: { ...valuesOf(before), now: { word: saidWord(facts.trace, question.row ?? 0) } },
      truth: { kind: "choice", choice: truth },
    };
  },
};

/** The first row that writes another token than before; null: every row writes the same. */
function firstChange(trace: Trace, before: Trace): number | null {
  const row = before.steps.findIndex(({ chosen }, i) => trace.steps[i]?.chosen.id !== chosen.id);
  return row === -1 ? null : row;
}

const hide: PredictStep<"hide", "right" | "own" | "none" | "other"> = {
  id: "hide",
  kind: "predict",
  reason: { tab: "equation", operation: "softmax" },
  ask: (facts) => (planOf(facts) ? { kind: "row", ...NO_ROW } : null),
  values: valuesOf,
  act: {
    calls: (before) => [["editDecode", { kind: "hide", position: planOf(before)?.own ?? 0 }]],
    isDone: ({ trace }, before) =>
      editsOf(trace.show.edits, "hide").some(({ position }) => position === planOf(before)?.own),
  },
  judge: (facts, _, prediction, before) => {
    const changed = firstChange(facts.trace, before.trace);
    const picked = prediction.kind === "row" ? prediction.row : -1;
    const own = planOf(before)?.look.row;
    const found = picked === changed;
    const missed = changed === null ? "none" : picked === own ? "own" : "other";
    const at = changed ?? 0;
    return {
      verdict: found ? "right" : missed,
      isRight: found,
      values: {
        ...valuesOf(before),
        changed: { count: at + 1 },
        was: { word: saidWord(before.trace, at) },
        now: { word: saidWord(facts.trace, at) },
        looked: { word: sourceWord(before.trace, lookOf(before.trace, at)?.column ?? 0) },
        picked: { count: picked + 1 },
      },
      ...(changed !== null && { truth: { kind: "row", row: changed } as const }),
    };
  },
};

/** The answer without its <eos>. */
const wordsOf = ({ steps }: Trace) =>
  steps.map(({ chosen }) => chosen).filter(({ id }) => id !== EOS);

const OTHER = { attention: "general", direction: "bidirectional" } as const;

const contrast: PredictStep<"contrast", "right" | "own" | "before" | "other"> = {
  id: "contrast",
  kind: "predict",
  reason: { tab: "equation", operation: "score" },
  ask: (facts) => {
    const row = planOf(facts)?.look.row;
    return row === undefined ? null : { kind: "cell", ...beforeRow(row), hiddenFrom: null };
  },
  values: valuesOf,
  act: {
    calls: () => [["changeScene", { settings: OTHER }]],
    isDone: ({ trace: { shape }, isTraining }) =>
      shape.attention === OTHER.attention && isBidirectional(shape) && !isTraining,
  },
  judge: (facts, question, prediction, before) => {
    const row = question.row ?? 0;
    const column = lookOf(facts.trace, row)?.column ?? 0;
    const plan = planOf(before);
    const picked = cellOf(prediction);
    const missed = picked === plan?.look.column ? "before" : picked === plan?.own ? "own" : "other";
    const now = agreeing(facts.trace);
    return {
      verdict: picked === column ? "right" : missed,
      isRight: picked === column,
      values: {
        ...valuesOf(before),
        picked: { word: sourceWord(facts.trace, picked) },
        now: { word: sourceWord(facts.trace, column) },
        nowWeight: { weight: weightsOf(facts.trace, row)[column] ?? 0 },
        nowAgree: { count: now.agree },
        nowLetters: { count: now.letters },
        answer: { words: wordsOf(before.trace) },
        answerNow: { words: wordsOf(facts.trace) },
      },
      truth: { kind: "cell", row, column },
    };
  },
};

const now: GoalStep<"now", "reached" | "unmoved" | "changed"> = {
  id: "now",
  kind: "goal",
  reason: null,
  isPossible: ({ trace }) => trace.shape.attention !== "none",
  check: ({ trace }) => {
    const edit = editsOf(trace.show.edits, "look").at(-1);
    if (!edit || !trace.untouched) return null;
    const was = { ...trace, ...trace.untouched };
    const isSame = firstChange(trace, was) === null && trace.steps.length === was.steps.length;
    const [from, to] = [was, trace].map((each) => lookOf(each, edit.step)?.column ?? 0);
    const isMoved = from !== to;
    return {
      verdict: !isMoved ? "unmoved" : isSame ? "reached" : "changed",
      isRight: isMoved && isSame,
      values: {
        row: { count: edit.step + 1 },
        from: { word: sourceWord(trace, from ?? 0) },
        to: { word: sourceWord(trace, to ?? 0) },
        answer: { words: trace.steps.map(({ chosen }) => chosen) },
      },
    };
  },
};

export const NOT_A_REASON = [look, reads, force, hide, contrast, now] as const;

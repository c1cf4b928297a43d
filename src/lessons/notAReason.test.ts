import { expect, test } from "vitest";
import type { Edit } from "../engine/edits/edit";
import type { DecoderStep, Trace } from "../engine/results/trace";
import { makeTrace, type TraceOptions } from "../vis/testing/traces";
import type { Facts } from "./facts";
import type { Prediction, PredictStep } from "./lesson";
import { NOT_A_REASON } from "./notAReason";
import { factsOf } from "./testing/facts";

const [look, reads, force, hide, contrast, now] = NOT_A_REASON;

/** Written backwards: "edcba". Row t copies column 4 - t. */
const SOURCE = ["a", "b", "c", "d", "e"];
const ROW = 2; // writes "c"
const OWN = 2; // its column
const BESIDE = 3; // "d", whose state has read "c", too

const base = (options: TraceOptions = {}): Trace => makeTrace({ source: SOURCE, ...options });

/** The step with (nearly) its whole weight on a column. */
function lookingAt(step: DecoderStep, column: number): DecoderStep {
  if (!step.attention) return step;
  const weights = step.attention.weights.map((_, s) => (s === column ? 0.9 : 0.02));
  return { ...step, attention: { ...step.attention, weights } };
}

/** A model that looks one place beside each letter, as far as there is one. */
function lookingBeside(options: TraceOptions = {}): Trace {
  const trace = base(options);
  const steps = trace.steps.map((step, t) =>
    lookingAt(step, Math.min(SOURCE.length - 1, SOURCE.length - t)),
  );
  return { ...trace, steps };
}

const facts = factsOf(lookingBeside());

/** After an edit, where these rows write these letters instead. */
function edited(edit: Edit, said: Readonly<Record<number, string>> = {}): Facts {
  const { trace } = facts;
  const steps = trace.steps.map((step, t) => {
    const text = said[t];
    return text === undefined ? step : { ...step, chosen: { id: 90 + t, text } };
  });
  const { ending, decoding } = trace;
  const untouched = { steps: trace.steps, ending, decoding };
  return factsOf({ ...trace, steps, untouched, show: { ...trace.show, edits: [edit] } });
}

function judged(step: PredictStep, prediction: Prediction, after: Facts, before = facts) {
  const question = step.ask(before);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const outcome = step.judge(after, question, prediction, before);
  expect(outcome.isRight).toBe(outcome.verdict === "right");
  return outcome;
}

const verdict = (...args: Parameters<typeof judged>): string => judged(...args).verdict;
const cell = (column: number): Prediction => ({ kind: "cell", row: ROW, column });
const choice = (name: string): Prediction => ({ kind: "choice", choice: name });
const row = (t: number): Prediction => ({ kind: "row", row: t });

/** The whole weight of a row on a column. */
const moved = (step: number, column: number): Edit => ({
  kind: "look",
  step,
  weights: [...SOURCE, ""].map((_, s) => (s === column ? 1 : 0)),
});

test("the questions need a row that is right and looks clearly beside its letter", () => {
  expect(look.ask(facts)).toMatchObject({ row: ROW, hiddenFrom: ROW });
  for (const step of [look, reads, force, hide, contrast])
    expect(step.ask(factsOf(base()))).toBeNull();
  expect(look.ask(factsOf(lookingBeside({ attention: "none" })))).toBeNull();
});

test("the row looks at the letter after its own", () => {
  expect([BESIDE, OWN, 0].map((column) => verdict(look, cell(column), facts))).toEqual([
    "right",
    "own",
    "other",
  ]);
  expect(judged(look, cell(OWN), facts).values).toMatchObject({
    said: { word: { text: "c" } },
    word: { word: { text: "d" } },
    letters: { count: 5 },
    agree: { count: 1 }, // the first row has no column after its letter's
  });
});

const readingsOf = (own: Facts): string[] =>
  ["own", "upTo", "all"].map((each) => verdict(reads, choice(each), own, own));

test("a state has read up to its own letter, or all letters in both directions", () => {
  expect(readingsOf(facts)).toEqual(["own", "right", "all"]);
  expect(readingsOf(factsOf(lookingBeside({ direction: "bidirectional", attention: "general" })))).toEqual([
    "own",
    "all",
    "right",
  ]); // prettier-ignore
});

const answersOf = (after: Facts): string[] =>
  ["same", "previous", "else"].map((each) => verdict(force, choice(each), after));

test("the corrected look gives the same letter, the one before it, or another one", () => {
  const edit = moved(ROW, OWN);
  expect(answersOf(edited(edit))).toEqual(["right", "previous", "else"]);
  expect(answersOf(edited(edit, { [ROW]: "b" }))).toEqual(["same", "right", "else"]);
  expect(answersOf(edited(edit, { [ROW]: "x" }))).toEqual(["same", "previous", "right"]);
});

test("the act is done with the whole weight on the row's own letter", () => {
  const question = force.ask(facts);
  if (!question || !force.act) throw new Error("force: expected a question with an act");
  expect(force.act.calls(facts, question)).toEqual([["editDecode", moved(ROW, OWN)]]);
  expect(force.act.isDone(edited(moved(ROW, OWN)), facts, question)).toBe(true);
  expect(force.act.isDone(edited(moved(ROW, 0)), facts, question)).toBe(false);
});

test("a hidden letter changes first the row that looked there", () => {
  const after = edited({ kind: "hide", position: OWN }, { 3: "x", 4: "x" });
  expect([3, ROW, 0].map((t) => verdict(hide, row(t), after))).toEqual(["right", "own", "other"]);
  expect(judged(hide, row(3), after).values).toMatchObject({
    changed: { count: 4 },
    was: { word: { text: "b" } },
    looked: { word: { text: "c" } },
    now: { word: { text: "x" } },
  });
  expect(verdict(hide, row(0), edited({ kind: "hide", position: OWN }))).toBe("none");
});

test("another model of the same task can look at the letter itself", () => {
  const other = base({ attention: "general", direction: "bidirectional" });
  const after = factsOf({ ...other, steps: other.steps.map((step, t) => lookingAt(step, 4 - t)) });
  expect([OWN, BESIDE, 0].map((column) => verdict(contrast, cell(column), after))).toEqual([
    "right",
    "before",
    "other",
  ]);
  expect(judged(contrast, cell(OWN), after).values).toMatchObject({ nowAgree: { count: 5 } });
  expect(verdict(contrast, cell(OWN), facts)).toBe("own");
});

test("the goal is another look and the same answer", () => {
  const check = (edit: Edit, said = {}): string | undefined => {
    const after = edited(edit, said);
    const steps = after.trace.steps.map((step, t) =>
      edit.kind === "look" && t === edit.step ? lookingAt(step, edit.weights.indexOf(1)) : step,
    );
    return now.check({ ...after, trace: { ...after.trace, steps } })?.verdict;
  };
  expect(now.check(facts)).toBeNull();
  expect(check(moved(ROW, 0))).toBe("reached");
  expect(check(moved(ROW, BESIDE))).toBe("unmoved");
  expect(check(moved(ROW, 0), { 4: "x" })).toBe("changed");
});

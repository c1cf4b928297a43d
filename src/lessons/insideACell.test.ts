import { expect, test } from "vitest";
import { topLayer, type Trace } from "../engine/results/trace";
import { makeTrace } from "../vis/testing/traces";
import type { Facts } from "./facts";
import { INSIDE_A_CELL } from "./insideACell";
import type { Prediction, PredictStep } from "./lesson";
import { factsOf } from "./testing/facts";

const [blocks, keep, carry, needless, memory, layers, directions, now] = INSIDE_A_CELL;
const SIZES = { attention: "none", hiddenSize: 2, embeddingSize: 2 } as const;
const WORD = ["a", "b", "c"];

function judged(step: PredictStep, before: Facts, prediction: Prediction, after = before) {
  const question = step.ask(before);
  if (!question) throw new Error(`${step.id}: expected a question`);
  const outcome = step.judge(after, question, prediction, before);
  expect(outcome.isRight).toBe(outcome.verdict === "right");
  return outcome;
}

const verdict = (...args: Parameters<typeof judged>): string => judged(...args).verdict;
const number = (value: number): Prediction => ({ kind: "number", value });
const choice = (name: string): Prediction => ({ kind: "choice", choice: name });
const tile = (s: number): Prediction => ({ kind: "tile", tile: s });
const row = (t: number): Prediction => ({ kind: "row", row: t });

const state = (cell: string, values: readonly number[]) => ({
  h: new Float32Array(values),
  c: cell === "lstm" ? new Float32Array(values) : null,
});

/** A model whose two units have these gates in each row, and these states before it. */
function withGates(
  cell: "gru" | "lstm",
  rows: readonly {
    readonly before: readonly number[];
    readonly after: readonly number[];
    readonly gates: Readonly<Record<string, readonly number[]>>;
  }[],
): Facts {
  const trace = makeTrace({ ...SIZES, cell, source: WORD.slice(0, rows.length - 1) });
  const steps = trace.steps.map((step, t) => {
    const { before = [], after = [], gates = {} } = rows[t] ?? {};
    const vectors = Object.entries(gates).map(([name, values]) => [name, new Float32Array(values)]);
    const layer = { before: state(cell, before), after: state(cell, after), gates: Object.fromEntries(vectors) as object }; // prettier-ignore
    return { ...step, layers: [layer] };
  });
  return factsOf({ ...trace, steps });
}

const UNCLEAR = { before: [0, 0], after: [0, 0], gates: { update: [0.5, 0.5], forget: [0.5, 0.5] } }; // prettier-ignore

test("an LSTM's cell has four times as many parameters as a tanh RNN's", () => {
  const before = factsOf(makeTrace({ ...SIZES, cell: "rnn" }));
  const after = factsOf(makeTrace({ ...SIZES, cell: "lstm" }));
  const said = [4, 3, 2, 6].map((times) => verdict(blocks, before, number(times), after));
  expect(said).toEqual(["right", "gates", "low", "high"]);
  expect(judged(blocks, before, number(4), after).values).toMatchObject({
    rnn: { count: 24 }, // two cells of 2 * 2 + 2 * 2 + 2 + 2 numbers
    lstm: { count: 96 },
    gruTimes: { count: 3 },
  });
  expect(blocks.ask(after)).toBeNull();
});

test("the update gate is the share of the old value", () => {
  const facts = withGates("gru", [
    UNCLEAR,
    { before: [0.9, 0], after: [0.56, 0], gates: { update: [0.8, 0.5], candidate: [-0.8, 0] } },
  ]);
  const said = [0.56, -0.46, 0.05, -0.9].map((value) => verdict(keep, facts, number(value)));
  expect(said).toEqual(["right", "turned", "half", "other"]);
  expect(keep.ask(withGates("gru", [UNCLEAR, UNCLEAR]))).toBeNull();
});

/** A model that keeps these shares of its state in its rows. */
const keeping = (...shares: readonly number[]): Facts =>
  withGates(
    "gru",
    shares.map((share) => ({ ...UNCLEAR, gates: { update: [share, share] } })),
  );

test("the kept shares of the first state multiply from row to row", () => {
  const facts = keeping(0.9, 0.7, 0.7, 0.1); // 0.9, 0.63, 0.441, 0.0441
  expect([1, 2, 3].map((t) => verdict(carry, facts, row(t)))).toEqual(["early", "right", "late"]);
  expect(judged(carry, facts, row(1)).values).toMatchObject({ half: { count: 3 }, rows: { count: 4 } }); // prettier-ignore
  expect(carry.ask(keeping(1, 1, 1, 1))).toBeNull();
  expect(carry.ask(keeping(0.1, 1, 1, 1))).toBeNull();
});

test("with attention the first state is compared in the same answer", () => {
  const before = keeping(0.9, 0.7, 0.7, 0.1);
  const said = (after: Facts): string[] =>
    ["earlier", "same", "later"].map((name) => verdict(needless, before, choice(name), after));
  expect(said(keeping(0.4, 1, 1, 1))).toEqual(["right", "same", "later"]);
  expect(said(before)).toEqual(["earlier", "right", "later"]);
  expect(said(keeping(1, 1, 1, 1))).toEqual(["earlier", "same", "right"]);
});

test("a forget gate near 1 keeps the memory, which can be larger than 1", () => {
  const gates = { forget: [0.9, 0.5], input: [0.5, 0.5], candidate: [0.8, 0], output: [1, 1] };
  const facts = withGates("lstm", [UNCLEAR, { before: [5, 0], after: [4.9, 0], gates }]);
  const said = [4.9, 0.9, -3].map((value) => verdict(memory, facts, number(value)));
  expect(said).toEqual(["right", "forgotten", "other"]);
  expect(memory.ask(facts)).toMatchObject({ min: -6, max: 6, row: 1 });
  expect(memory.ask(withGates("lstm", [UNCLEAR, UNCLEAR]))).toBeNull();
});

test("each layer of the decoder begins with the last state of the encoder's layer", () => {
  const facts = factsOf(makeTrace({ ...SIZES, layers: 2 }));
  const said = ["own", "top", "half"].map((name) => verdict(layers, facts, choice(name)));
  expect(said).toEqual(["right", "top", "half"]);
  const { trace } = facts;
  const [first] = trace.steps;
  if (!first) throw new Error("trace: expected a step");
  const start = { ...first.layers[0], before: topLayer(first).before } as (typeof first.layers)[number]; // prettier-ignore
  const turned = { ...trace, steps: [{ ...first, layers: [start, ...first.layers.slice(1)] }] };
  expect(verdict(layers, factsOf(turned), choice("own"))).toBe("own");
  expect(layers.ask(factsOf(makeTrace({ ...SIZES, layers: 1 })))).toBeNull();
});

/** The trace with its states changed from this place on: of the forward half, or of the backward half up to it. */
function changedAt(trace: Trace, place: number): Trace {
  const { rows, columns, data } = trace.encoder.states;
  const changes = (s: number, k: number): boolean => (k < columns / 2 ? s >= place : s <= place);
  const states = data.map(
    (value, i) => value + (changes(Math.floor(i / columns), i % columns) ? 1 : 0),
  );
  return { ...trace, encoder: { ...trace.encoder, states: { rows, columns, data: states } } };
}

test("in both directions another last letter changes every state", () => {
  const options = { ...SIZES, attention: "general", direction: "bidirectional", source: WORD } as const; // prettier-ignore
  const before = factsOf(makeTrace(options));
  const after = factsOf(changedAt(before.trace, 2));
  const said = [0, 2, 3, 1].map((s) => verdict(directions, before, tile(s), after));
  expect(said).toEqual(["right", "own", "later", "other"]);
  expect(judged(directions, before, tile(0), after).values).toMatchObject({
    forward: { word: { text: "c" } },
    backward: { word: { text: "a" } },
  });
  expect(directions.act?.calls(before, { kind: "tile", of: "encoder", row: null, startRow: null, hiddenFrom: null })) // prettier-ignore
    .toEqual([["typeSource", "aba"]]);
  expect(directions.ask(factsOf(makeTrace(SIZES)))).toBeNull();
});

const check = (options: Parameters<typeof makeTrace>[0]) =>
  now.check(factsOf(makeTrace({ attention: "none", ...options })));

test("the goal is a one-hot model that is not larger than the lesson's", () => {
  expect(check({})).toBeNull();
  expect(check({ tokenInput: "onehot" })?.verdict).toBe("wider");
  expect(check({ tokenInput: "onehot", hiddenSize: 48 })?.verdict).toBe("reached");
});

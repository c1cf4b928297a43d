/** Single units of a cell, for “Inside a cell”: what a gate keeps of a state, and of an LSTM's memory. */
import type { GateName, Trace } from "../engine/results/trace";
import type { CellKind } from "../engine/setup/config";
import type { Facts } from "./facts";
import { atRow, type PredictStep, type Prediction, type Values } from "./lesson";
import { best } from "./looks";

const numberOf = (prediction: Prediction): number =>
  prediction.kind === "number" ? prediction.value : Number.NaN;

/** Whether the model has this cell, one layer of it, and no attention. */
export const isPlain = ({ trace: { shape } }: Facts, cell: CellKind): boolean =>
  shape.cell === cell && shape.attention === "none" && shape.layers === 1;

/** One unit of the cell in one row. */
interface Unit {
  readonly row: number;
  readonly unit: number;
  readonly gates: Readonly<Record<GateName, number>>;
  readonly h: readonly [before: number, after: number];
  readonly c: readonly [before: number, after: number];
}

/** Beside a question that these facts do not allow. */
const NO_UNIT: Unit = {
  row: 0,
  unit: 0,
  gates: { reset: 0, update: 0, candidate: 0, input: 0, forget: 0, output: 0 },
  h: [0, 0],
  c: [0, 0],
};

function unitsOf({ steps }: Trace): Unit[] {
  return steps.flatMap(({ layers: [layer] }, row) => {
    if (!layer) return [];
    const { before, after, gates } = layer;
    const gate = (name: GateName, k: number): number => gates[name]?.[k] ?? 0;
    return Array.from(after.h, (h, k) => ({
      row,
      unit: k,
      gates: {
        reset: gate("reset", k),
        update: gate("update", k),
        candidate: gate("candidate", k),
        input: gate("input", k),
        forget: gate("forget", k),
        output: gate("output", k),
      },
      h: [before.h[k] ?? 0, h],
      c: [before.c?.[k] ?? 0, after.c?.[k] ?? 0],
    }));
  });
}

const MOSTLY = { low: 0.7, high: 0.9 }; // open enough to be clear, not so far that it is all

/** The unit whose update gate keeps most of a state that differs most from its candidate; null: there is none. */
function keeper(facts: Facts): Unit | null {
  if (!isPlain(facts, "gru")) return null;
  const keeps = ({ gates }: Unit): boolean =>
    gates.update >= MOSTLY.low && gates.update <= MOSTLY.high;
  const found = unitsOf(facts.trace).filter((each) => each.row > 0 && keeps(each));
  return best(found, ({ h, gates }) => Math.abs(h[0] - gates.candidate));
}

const CLOSE = 0.15;
const isNear = (guess: number, value: number, close: number): boolean =>
  Math.abs(guess - value) <= close;

const hundredths = (number: number) => ({ number, decimals: 2 });

function keepValues(facts: Facts): Values {
  const { row, unit, gates, h } = keeper(facts) ?? NO_UNIT;
  return {
    row: { count: row + 1 },
    unit: { count: unit + 1 },
    before: hundredths(h[0]),
    candidate: hundredths(gates.candidate),
    z: hundredths(gates.update),
    rest: hundredths(1 - gates.update),
    after: hundredths(h[1]),
    turned: hundredths(turned(gates.update, h[0], gates.candidate)),
  };
}

/** The new value if the gate were the share of the new. */
const turned = (gate: number, before: number, candidate: number): number =>
  gate * candidate + (1 - gate) * before;

export const keep: PredictStep<"keep", "right" | "turned" | "half" | "other"> = {
  id: "keep",
  kind: "predict",
  reason: { tab: "equation", operation: "cell" },
  ask: (facts) => {
    const found = keeper(facts);
    return (
      found && { kind: "number", decimals: 2, min: -1, max: 1, step: 0.01, ...atRow(found.row) }
    );
  },
  values: keepValues,
  judge: (facts, _, prediction) => {
    const { gates, h } = keeper(facts) ?? NO_UNIT;
    const { update: z, candidate: n } = gates;
    const [before, after] = h;
    const guess = numberOf(prediction);
    const isRight = isNear(guess, after, CLOSE);
    const isTurned = isNear(guess, turned(z, before, n), CLOSE);
    const isHalf = isNear(guess, (before + n) / 2, CLOSE);
    return {
      verdict: isRight ? "right" : isTurned ? "turned" : isHalf ? "half" : "other",
      isRight,
      values: keepValues(facts),
      truth: { kind: "number", value: after },
    };
  },
};

/** The unit with the largest memory that its forget gate keeps; null: there is none. */
function rememberer(facts: Facts): Unit | null {
  if (!isPlain(facts, "lstm")) return null;
  const found = unitsOf(facts.trace).filter(({ row, c, gates }) => {
    const added = gates.input * gates.candidate;
    return row > 0 && gates.forget >= 0.8 && Math.abs(c[0]) >= 2 && Math.abs(added) >= 0.2;
  });
  return best(found, ({ c }) => Math.abs(c[0]));
}

function memoryValues(facts: Facts): Values {
  const { row, unit, gates, h, c } = rememberer(facts) ?? NO_UNIT;
  return {
    row: { count: row + 1 },
    unit: { count: unit + 1 },
    before: hundredths(c[0]),
    forget: hundredths(gates.forget),
    input: hundredths(gates.input),
    candidate: hundredths(gates.candidate),
    output: hundredths(gates.output),
    after: hundredths(c[1]),
    state: hundredths(h[1]),
  };
}

const TENTHS = 0.1;
const CLOSE_MEMORY = 0.4;

export const memory: PredictStep<"memory", "right" | "forgotten" | "other"> = {
  id: "memory",
  kind: "predict",
  scene: { settings: { cell: "lstm" } },
  reason: { tab: "equation", operation: "cell" },
  ask: (facts) => {
    const found = rememberer(facts);
    if (!found) return null;
    const limit = Math.ceil(Math.abs(found.c[0])) + 1;
    const range = { min: -limit, max: limit, step: TENTHS };
    return { kind: "number", decimals: 1, ...range, ...atRow(found.row) };
  },
  values: memoryValues,
  judge: (facts, _, prediction) => {
    const { gates, c } = rememberer(facts) ?? NO_UNIT;
    const [before, after] = c;
    const { forget, input, candidate } = gates;
    const guess = numberOf(prediction);
    const isRight = isNear(guess, after, CLOSE_MEMORY);
    const isForgotten = isNear(guess, (1 - forget) * before + input * candidate, CLOSE_MEMORY);
    return {
      verdict: isRight ? "right" : isForgotten ? "forgotten" : "other",
      isRight,
      values: memoryValues(facts),
      truth: { kind: "number", value: after },
    };
  },
};

/* oxlint-disable vitest/expect-expect -- expectSame and expectGradient do */
/** The plain operations against the textbook form in tensors, its gradients by tfjs, and finite differences. */
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../testing/closeness";
import { startNodeBackend } from "../../testing/nodeBackend";
import { failingCases, OPS_CASES } from "../../testing/opsCases";
import { createDraw, type Draw } from "../../testing/opsInputs";
import { OPS_RUNS } from "../../testing/opsRuns";
import { tinyShape } from "../../testing/tinyTask";
import { attend, type Memory } from "../model/attention";
import { gruStep } from "../model/cells/gru";
import { lstmStep } from "../model/cells/lstm";
import { rnnStep } from "../model/cells/rnn";
import { type CellStep, keepOnPadding } from "../model/cells/state";
import { crossEntropy } from "../model/loss";
import { lookUp } from "../model/product";
import { prepareScore } from "../model/scores";
import { adamUpdate, clipByNorm, startAdam } from "../training/adam";
import { type Matrix, rowsOf } from "./matrix";
import type { AdditiveLook, CellInput, CellState, Learned, Ops } from "./ops";
import { createPlainOps } from "./plain/plainOps";

const ops = createPlainOps();
const FORWARD = 1e-6; // of a result's largest number: roundings of float32, whose unit is 6e-8
const GRADIENT = 1e-5;

const sizes = fc.record({
  seed: fc.integer(),
  windows: fc.boolean(),
  B: fc.integer({ min: 1, max: 5 }),
  S: fc.integer({ min: 1, max: 6 }),
  T: fc.integer({ min: 1, max: 4 }),
  H: fc.integer({ min: 1, max: 9 }),
  K: fc.integer({ min: 1, max: 9 }),
});
type Drawn = typeof sizes extends fc.Arbitrary<infer T> ? T : never;

/** Checks a property on many sizes and seeds. */
function always(property: (draw: Draw, drawn: Drawn) => void, numRuns = 60): void {
  const check = (drawn: Drawn) =>
    tf.tidy(() => property(createDraw(ops, `${drawn.seed}`, drawn.windows), drawn));
  fc.assert(fc.property(sizes, check), { numRuns, seed: 1 });
}

function valuesOf(m: Matrix): Float32Array {
  return ops.read(m);
}

function tensorOf(m: Matrix): tf.Tensor2D {
  return tf.tensor2d(valuesOf(m), [m.rows, m.cols]);
}

/** Of a column of whole numbers. */
function idsOf(m: Matrix): tf.Tensor1D {
  return tf.tensor1d(Array.from(valuesOf(m)), "int32");
}

/** From position-major [S B, K] to the textbook's [B, S, K]. */
function byPair(m: Matrix, B: number): tf.Tensor {
  return tf.transpose(tf.reshape(tensorOf(m), [-1, B, m.cols]), [1, 0, 2]);
}

/** Back again. */
function byPosition(t: tf.Tensor): tf.Tensor {
  return tf.reshape(tf.transpose(t, [1, 0, 2]), [-1, t.shape[2] ?? 0]);
}

function expectSame(actual: Matrix, expected: tf.Tensor, tolerance = FORWARD): void {
  expect([actual.rows, actual.cols]).toEqual(expected.shape);
  expectClose(valuesOf(actual), expected.dataSync(), tolerance);
}

/** Sum of m * d: what has d for its gradient at m. */
function against(m: tf.Tensor, d: Matrix): tf.Scalar {
  return tf.sum(tf.mul(m, tf.reshape(tensorOf(d), m.shape)));
}

/** Gradients of a scalar, as many as there are inputs. */
function gradientsOf(f: (...inputs: tf.Tensor[]) => tf.Tensor, inputs: tf.Tensor[]): tf.Tensor[] {
  return tf.grads(f)(inputs);
}

beforeAll(() => startNodeBackend("cpu"));

describe("matrices", () => {
  it("multiplies, also transposed, and adds to it", () => {
    always((draw, { B, H, K }) => {
      const [a, b, c] = [draw.numbers(B, H), draw.numbers(H, K), draw.numbers(B, K)];
      const [row, plain] = [draw.numbers(1, K), tf.matMul(tensorOf(a), tensorOf(b))];
      expectSame(ops.product(a, b), plain, GRADIENT);
      expectSame(ops.product(a, b, c), tf.add(plain, tensorOf(c)), GRADIENT);
      expectSame(ops.product(a, b, row), tf.add(plain, tensorOf(row)), GRADIENT);
      expectSame(ops.outerProduct(a, c), tf.matMul(tensorOf(a), tensorOf(c), true), GRADIENT);
    });
  });

  it("multiplies sizes of training", () => {
    const draw = createDraw(ops, "large", true);
    const [a, b] = [draw.numbers(65, 130), draw.numbers(130, 67)];
    expectSame(ops.product(a, b), tf.matMul(tensorOf(a), tensorOf(b)), GRADIENT);
    const transposed = ops.transpose(a);
    expectSame(ops.outerProduct(transposed, b), tf.matMul(tensorOf(a), tensorOf(b)), GRADIENT);
  });

  it("adds, multiplies and sums element by element", () => {
    always((draw, { B, K }) => {
      const [a, b, row] = [draw.numbers(B, K), draw.numbers(B, K), draw.numbers(1, K)];
      expectSame(ops.add(a, b), tf.add(tensorOf(a), tensorOf(b)));
      expectSame(ops.multiply(a, b), tf.mul(tensorOf(a), tensorOf(b)));
      expectSame(ops.multiply(a, row), tf.mul(tensorOf(a), tensorOf(row)));
      expectSame(ops.columnSums(a), tf.sum(tensorOf(a), 0, true), GRADIENT);
    });
  });

  it("puts numbers together without changing any", () => {
    always((draw, { B, H, K, S }) => {
      const [a, b, c] = [draw.numbers(B, K), draw.numbers(S, K), draw.numbers(B, H)];
      expectSame(ops.transpose(a), tf.transpose(tensorOf(a)), 0);
      expectSame(ops.stack([a, b]), tf.concat([tensorOf(a), tensorOf(b)], 0), 0);
      expectSame(ops.sideBySide([a, c]), tf.concat([tensorOf(a), tensorOf(c)], 1), 0);
      const all = [a, b, c].map((m) => tf.reshape(tensorOf(m), [1, -1]));
      expectSame(ops.flatten([a, b, c]), tf.concat(all, 1), 0);
      expect(ops.read(a, b, c)).toEqual(valuesOf(ops.flatten([a, b, c])));
    });
  });

  it("takes tanh and its gradient", () => {
    always((draw, { B, K }) => {
      const [x, dy] = [draw.numbers(B, K, 4), draw.numbers(B, K)];
      const y = ops.tanh(x);
      expectSame(y, tf.tanh(tensorOf(x)));
      const [dx] = gradientsOf((t) => against(tf.tanh(t), dy), [tensorOf(x)]);
      expectSame(ops.tanhGradient(y, dy), dx as tf.Tensor, GRADIENT);
    });
  });
});

describe("tokens", () => {
  it("looks rows up and adds their gradients up", () => {
    always((draw, { B, T, K, H }) => {
      const V = H + 1; // tfjs encodes no single token
      const [table, ids, row] = [draw.numbers(V, K), draw.ids(B * T, V), draw.numbers(1, K)];
      const [dy, found] = [draw.numbers(B * T, K), lookUp(idsOf(ids), tensorOf(table))];
      expectSame(ops.lookUp(table, ids), found, 0);
      expectSame(ops.lookUp(table, ids, row), tf.add(found, tensorOf(row)));
      const [dTable] = gradientsOf((t) => against(lookUp(idsOf(ids), t), dy), [tensorOf(table)]);
      expectSame(ops.lookUpGradient(ids, dy, V), dTable as tf.Tensor, GRADIENT);
    });
  });

  it("finds the largest and chooses", () => {
    always((draw, { B, K }) => {
      const [m, mask] = [draw.numbers(B, K), draw.bits(B, K)];
      const [a, b] = [draw.numbers(B, K), draw.numbers(B, K)];
      expectSame(ops.argMax(m), tf.reshape(tf.argMax(tensorOf(m), 1), [B, 1]), 0);
      const chosen = tf.where(tf.cast(tensorOf(mask), "bool"), tensorOf(a), tensorOf(b));
      expectSame(ops.select(mask, a, b), chosen, 0);
    });
    const ties = ops.matrix(Float32Array.of(1, 3, 3, 0, 0, 0), 2, 3);
    expect(Array.from(valuesOf(ops.argMax(ties)))).toEqual([1, 0]);
  });

  it("refuses an id that the table does not have", () => {
    const [table, ids] = [ops.zeros(3, 2), ops.matrix(Float32Array.of(3), 1, 1)];
    expect(() => ops.lookUp(table, ids)).toThrow("id 3 in a table of 3");
  });
});

type Textbook = (input: tf.Tensor, recurrent: tf.Tensor, h: tf.Tensor, c: tf.Tensor) => CellStep;

const TEXTBOOK: Readonly<Record<keyof Ops["cells"], { gates: number; step: Textbook }>> = {
  rnn: { gates: 1, step: (x, u) => rnnStep(x, u) },
  gru: { gates: 3, step: gruStep },
  lstm: { gates: 4, step: (x, u, _h, c) => lstmStep(x, u, c) },
};
const kinds = Object.keys(TEXTBOOK) as (keyof Ops["cells"])[];

function tensorsOf({ input, recurrent, before }: CellInput): tf.Tensor[] {
  return [input, recurrent, before.h, before.c ?? before.h].map(tensorOf);
}

function partsOf({ h, c }: CellState): Matrix[] {
  return c ? [h, c] : [h];
}

describe.each(kinds)("a step of the cell %s", (kind) => {
  const { gates, step } = TEXTBOOK[kind];
  const cell = ops.cells[kind];

  const drawState = (draw: Draw, { B, H }: Drawn): CellState => ({
    h: draw.numbers(B, H),
    c: kind === "lstm" ? draw.numbers(B, H, 2) : null,
  });
  const drawInput = (draw: Draw, drawn: Drawn): CellInput => ({
    input: draw.numbers(drawn.B, gates * drawn.H, 2),
    recurrent: draw.numbers(drawn.B, gates * drawn.H, 2),
    before: drawState(draw, drawn),
    mask: drawn.seed % 2 === 0 ? draw.bits(drawn.B, 1) : null,
  });
  const textbook = (mask: Matrix | null, [input, recurrent, h, c]: tf.Tensor[]) => {
    const [x, u, s, m] = [input, recurrent, h, c] as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
    const next = step(x, u, s, m).state;
    const old = { h: s, c: kind === "lstm" ? m : null };
    return mask ? keepOnPadding(old, next, tensorOf(mask)) : next;
  };

  it("is the textbook's", () => {
    always((draw, drawn) => {
      const x = drawInput(draw, drawn);
      const [actual, expected] = [cell.step(x), textbook(x.mask, tensorsOf(x))];
      expectSame(actual.h, expected.h, GRADIENT); // old + (next - old) rounds twice
      expect(actual.c === null).toBe(expected.c === null);
      if (actual.c && expected.c) expectSame(actual.c, expected.c, GRADIENT);
    });
  });

  it("has the textbook's gradient", () => {
    always((draw, drawn) => {
      const [x, dAfter] = [drawInput(draw, drawn), drawState(draw, drawn)];
      const { dInput, dRecurrent, dBefore } = cell.gradient(x, dAfter);
      const [dx, du, dh, dc] = gradientsOf((...inputs) => {
        const { h, c } = textbook(x.mask, inputs);
        const fromState = tf.add(against(h, dAfter.h), tf.mul(tf.sum(inputs[2] as tf.Tensor), 0));
        const unused = tf.mul(tf.sum(inputs[3] as tf.Tensor), 0); // of cells that do not read it
        const all = tf.add(fromState, unused);
        return c && dAfter.c ? tf.add(all, against(c, dAfter.c)) : all;
      }, tensorsOf(x)) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
      expectSame(dInput, dx, GRADIENT);
      expectSame(dRecurrent, du, GRADIENT);
      expectSame(dBefore.h, dh, GRADIENT);
      if (dBefore.c) expectSame(dBefore.c, dc, GRADIENT);
    });
  });

  it("leaves padding as it was, bit for bit, and lets gradients pass it", () => {
    always((draw, drawn) => {
      const mask = draw.bits(drawn.B, 1);
      const x = { ...drawInput(draw, drawn), mask };
      const dAfter = drawState(draw, drawn);
      const [after, back] = [cell.step(x), cell.gradient(x, dAfter)];
      valuesOf(mask).forEach((isReal, b) => {
        if (isReal === 1) return;
        const rowOf = (m: Matrix): Float32Array => valuesOf(rowsOf(m, b, 1));
        const nothing = ops.zeros(drawn.B, gates * drawn.H);
        expect(partsOf(after).map(rowOf)).toEqual(partsOf(x.before).map(rowOf));
        expect(partsOf(back.dBefore).map(rowOf)).toEqual(partsOf(dAfter).map(rowOf));
        expect([back.dInput, back.dRecurrent].map(rowOf)).toEqual([nothing, nothing].map(rowOf));
      });
    });
  });
});

/** The textbook's look at the source, with a score that reads queries and keys as they are. */
function memoryOf(keys: tf.Tensor, values: tf.Tensor, mask: tf.Tensor, v?: tf.Tensor): Memory {
  const H = keys.shape[2] ?? 0;
  const shape = { ...tinyShape, hiddenSize: H };
  const score = v
    ? prepareScore(
        new Map([
          ["attention.v.weight", tf.reshape(v, [H, 1])],
          ["attention.query.weight", tf.eye(H)],
          ["attention.key.weight", tf.eye(H)],
        ]),
        { ...shape, attention: "additive" },
        keys,
      )
    : prepareScore(new Map(), { ...shape, attention: "dot" }, keys);
  return { score, values, mask };
}

function drawAll(draw: Draw, { B, S, T, H, K }: Drawn) {
  return {
    query: draw.numbers(T * B, H), // of all steps
    keys: draw.numbers(S * B, H, 2),
    values: draw.numbers(S * B, K),
    v: draw.numbers(1, H),
    mask: draw.mask(B, S),
    dContexts: draw.numbers(T * B, K),
  };
}
type All = ReturnType<typeof drawAll>;

describe.each(["additive", "dot"] as const)("attention with the score %s", (score) => {
  const isAdditive = score === "additive";
  const weights = ({ keys, v, mask }: All, query: Matrix): Matrix =>
    isAdditive ? ops.additiveWeights({ query, keys, v }, mask) : ops.dotWeights(query, keys, mask);

  it("has the textbook's weights and context", () => {
    always((draw, drawn) => {
      const all = drawAll(draw, { ...drawn, T: 1 });
      const [keys, values] = [byPair(all.keys, drawn.B), byPair(all.values, drawn.B)];
      const mask = tf.cast(tensorOf(all.mask), "bool");
      const memory = memoryOf(keys, values, mask, isAdditive ? tensorOf(all.v) : undefined);
      const expected = attend(memory, tensorOf(all.query));
      const actual = weights(all, all.query);
      expectSame(actual, expected.weights, GRADIENT);
      expectSame(ops.weightedSum(actual, all.values), expected.context, GRADIENT);
    });
  });

  it("has the textbook's gradients, all steps together", () => {
    always((draw, drawn) => {
      const [{ B, T }, all] = [drawn, drawAll(draw, drawn)];
      const mask = tf.cast(tensorOf(all.mask), "bool");
      const inputs = [tensorOf(all.query), byPair(all.keys, B), byPair(all.values, B)];
      const steps = Array.from({ length: T }, (_, t) => t * B);
      const [dQuery, dKeys, dValues, dV] = gradientsOf(
        (...given) => {
          const [query, keys, values, v] = given as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
          const memory = memoryOf(keys, values, mask, isAdditive ? v : undefined);
          const contexts = steps.map(
            (t) => attend(memory, tf.slice(query, [t, 0], [B, -1])).context,
          );
          const unused = tf.mul(tf.sum(v), 0);
          return tf.add(against(tf.concat(contexts, 0), all.dContexts), unused);
        },
        [...inputs, tensorOf(all.v)],
      ) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];

      const looks = steps.map((t) => {
        const query = rowsOf(all.query, t, B);
        const w = weights(all, query);
        const dScores = ops.scoreGradient(w, rowsOf(all.dContexts, t, B), all.values);
        return { query, w, dScores };
      });
      const dScores = ops.stack(looks.map((each) => each.dScores));
      const w = ops.stack(looks.map((each) => each.w));
      expectSame(ops.valueGradient(w, all.dContexts, B), byPosition(dValues), GRADIENT);
      const queryGradients = looks.map((each) =>
        isAdditive
          ? ops.additiveQueryGradient(each.dScores, { ...all, query: each.query })
          : ops.weightedSum(each.dScores, all.keys),
      );
      const scale = 1e-4; // differences of nearly equal numbers, where positions are few
      expectSame(ops.stack(queryGradients), dQuery, scale);
      const back = isAdditive
        ? ops.additiveKeyGradient(dScores, all)
        : { dKeys: ops.valueGradient(dScores, all.query, B), dV: null };
      expectSame(back.dKeys, byPosition(dKeys), scale);
      if (back.dV) expectSame(back.dV, dV, scale);
    });
  });

  it("takes scores however large, and gives padding exactly nothing", () => {
    always((draw, drawn) => {
      const all = drawAll(draw, { ...drawn, T: 1 });
      const scaled = { ...all, v: ops.multiply(all.v, draw.whole(1, drawn.H, 9, 1e6)) };
      const query = ops.add(all.query, draw.whole(drawn.B, drawn.H, 9, 1e6));
      const w = valuesOf(weights(scaled, query));
      const real = valuesOf(all.mask);
      expect(w.filter((_, i) => real[i] === 0).every((share) => share === 0)).toBe(true);
      for (let b = 0; b < drawn.B; b++) {
        const row = w.subarray(b * drawn.S, (b + 1) * drawn.S);
        expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      }
    });
  });
});

describe("the loss", () => {
  it("has the textbook's value and gradient", () => {
    always((draw, { B, T, K }) => {
      const [N, V] = [B * T, K + 1]; // tfjs encodes no single token
      const [logits, targets, mask] = [draw.numbers(N, V, 3), draw.ids(N, V), draw.bits(N, 1)];
      const [ids, real] = [idsOf(targets), tensorOf(mask)];
      const { loss, dLogits } = ops.crossEntropy(logits, targets, mask);
      const expected = crossEntropy(tensorOf(logits), ids, real);
      expectSame(loss, tf.reshape(expected, [1, 1]), GRADIENT);
      const [dx] = gradientsOf((x) => crossEntropy(x, ids, real), [tensorOf(logits)]);
      expectSame(dLogits, dx as tf.Tensor, GRADIENT);
    });
  });

  it("is finite however large the logits", () => {
    const logits = ops.matrix(Float32Array.of(1e30, -1e30, 500, 499), 2, 2);
    const [targets, mask] = [
      ops.matrix(Float32Array.of(0, 1), 2, 1),
      ops.matrix(Float32Array.of(1, 1), 2, 1),
    ];
    const { loss, dLogits } = ops.crossEntropy(logits, targets, mask);
    expect(valuesOf(loss)[0]).toBeCloseTo(Math.log(1 + Math.E) / 2, 6);
    const share = 1 / (1 + Math.exp(-1)) / 2;
    expectClose(valuesOf(dLogits), [0, 0, share, -share], FORWARD);
  });
});

describe("the update", () => {
  it("is the textbook's over several steps, whether the gradient is clipped or not", () => {
    always((draw, { K, H }) => {
      const how = { clipNorm: 1, learningRate: 0.01 };
      const parameters = draw.numbers(1, H * K);
      const nothing = ops.zeros(1, H * K);
      const learned: Learned = {
        parameters: ops.keep(parameters),
        mean: ops.keep(nothing),
        variance: ops.keep(nothing),
      };
      let expected = tf.reshape<tf.Rank.R1>(tensorOf(parameters), [-1]);
      let state = startAdam(H * K);
      for (let steps = 1; steps <= 4; steps++) {
        const gradient = draw.numbers(1, H * K, steps % 2 === 0 ? 0.01 : 5);
        ops.update(learned, gradient, { ...how, steps });
        const clipped = clipByNorm(tf.reshape<tf.Rank.R1>(tensorOf(gradient), [-1]), 1);
        ({ parameters: expected, state } = adamUpdate(expected, clipped, state, 0.01));
      }
      expectClose(valuesOf(learned.parameters), expected.dataSync(), GRADIENT);
      expectClose(valuesOf(learned.mean), state.mean.dataSync(), GRADIENT);
      expectClose(valuesOf(learned.variance), state.variance.dataSync(), GRADIENT);
    });
  });

  it("changes what is kept alone, not what it was copied from", () => {
    const first = ops.matrix(Float32Array.of(1, 2), 1, 2);
    const [parameters, mean, variance] = [first, ops.zeros(1, 2), ops.zeros(1, 2)].map((m) =>
      ops.keep(m),
    );
    const learned = { parameters, mean, variance } as Learned;
    const gradient = ops.matrix(Float32Array.of(1, 0), 1, 2);
    ops.update(learned, gradient, { clipNorm: 1, learningRate: 0.1, steps: 1 });
    expectClose(valuesOf(learned.parameters), [0.9, 2], FORWARD);
    expect(Array.from(valuesOf(first))).toEqual([1, 2]);
  });
});

/** Sum of results times fixed factors, in double precision: a scalar of everything that an operation gives. */
function scalarOf(results: readonly Matrix[], factors: readonly Matrix[]): number {
  const [all, weights] = [ops.read(...results), ops.read(...factors)];
  return all.reduce((sum, value, i) => sum + value * (weights[i] ?? Number.NaN), 0);
}

const STEP = 2 ** -6; // its square is about 2e-4, and float32 rounds to 6e-8 / STEP = 4e-6: together below the tolerance
const DIFFERENCES = 2e-3;

/** The gradient of f at m by central differences; every other number of f stays as it is. */
function differences(m: Matrix, f: (m: Matrix) => number): Float64Array {
  const values = ops.read(m);
  const at = (i: number, change: number): number => {
    const moved = values.slice();
    moved[i] = (moved[i] ?? 0) + change;
    return f(ops.matrix(moved, m.rows, m.cols));
  };
  return Float64Array.from(values, (_, i) => (at(i, STEP) - at(i, -STEP)) / (2 * STEP));
}

function expectGradient(actual: Matrix, m: Matrix, f: (m: Matrix) => number): void {
  expectClose(valuesOf(actual), differences(m, f), DIFFERENCES);
}

describe("finite differences agree with the gradients", () => {
  it.each(kinds)("of the cell %s", (kind) => {
    always((draw, { B, H }) => {
      const width = TEXTBOOK[kind].gates * H;
      const drawState = () => ({
        h: draw.numbers(B, H),
        c: kind === "lstm" ? draw.numbers(B, H) : null,
      });
      const x: CellInput = {
        input: draw.numbers(B, width),
        recurrent: draw.numbers(B, width),
        before: drawState(),
        mask: draw.bits(B, 1),
      };
      const dAfter = drawState();
      const f = (changed: Partial<CellInput>): number =>
        scalarOf(partsOf(ops.cells[kind].step({ ...x, ...changed })), partsOf(dAfter));
      const { dInput, dRecurrent, dBefore } = ops.cells[kind].gradient(x, dAfter);
      expectGradient(dInput, x.input, (input) => f({ input }));
      expectGradient(dRecurrent, x.recurrent, (recurrent) => f({ recurrent }));
      const { h, c } = x.before;
      if (dBefore.c && c) expectGradient(dBefore.c, c, (m) => f({ before: { h, c: m } }));
      expectGradient(dBefore.h, h, (m) => f({ before: { h: m, c } }));
    }, 20);
  });

  it("of the additive score", () => {
    always((draw, { B, S, H, K }) => {
      const look = {
        query: draw.numbers(B, H),
        keys: draw.numbers(S * B, H),
        v: draw.numbers(1, H),
      };
      const [mask, values, dContext] = [
        ops.stack([draw.mask(B, S)]),
        draw.numbers(S * B, K),
        draw.numbers(B, K),
      ];
      if (S < 3) return; // one or two weights hardly move: their differences are roundings
      const f = (changed: Partial<AdditiveLook>): number =>
        scalarOf(
          [ops.weightedSum(ops.additiveWeights({ ...look, ...changed }, mask), values)],
          [dContext],
        );
      const weights = ops.additiveWeights(look, mask);
      const dScores = ops.scoreGradient(weights, dContext, values);
      const { dKeys, dV } = ops.additiveKeyGradient(dScores, look);
      expectGradient(ops.additiveQueryGradient(dScores, look), look.query, (query) => f({ query }));
      expectGradient(dKeys, look.keys, (keys) => f({ keys }));
      expectGradient(dV, look.v, (v) => f({ v }));
    }, 20);
  });

  it("of the loss", () => {
    always((draw, { B, K }) => {
      const [logits, targets, mask] = [draw.numbers(B, K), draw.ids(B, K), draw.bits(B, 1)];
      const { dLogits } = ops.crossEntropy(logits, targets, mask);
      if (K === 1) return; // its loss is 0 everywhere
      expectGradient(
        dLogits,
        logits,
        (m) => valuesOf(ops.crossEntropy(m, targets, mask).loss)[0] ?? 0,
      );
    }, 20);
  });
});

describe("every operation", () => {
  const SIZES = { B: 3, S: 5, T: 4, H: 7, K: 13, V: 11 };
  const runs = Object.entries(OPS_RUNS).flatMap(([operation, variants]) =>
    Object.entries(variants).map(([variant, run]) => [`${operation} ${variant}`, run] as const),
  );

  it.each(runs)("%s: reads through windows what it reads from whole matrices", (name, run) => {
    const [whole, windows] = [false, true].map((isWindow) =>
      run(ops, createDraw(ops, name, isWindow), SIZES).map(valuesOf),
    );
    expect(windows).toEqual(whole);
    expect(whole?.flatMap((values) => Array.from(values)).every(Number.isFinite)).toBe(true);
  });

  it.each(runs)("%s: leaves its arguments as they were", (name, run) => {
    const made: (readonly [Matrix, Float32Array])[] = [];
    const matrix: Ops["matrix"] = (values, rows, cols) => {
      const m = ops.matrix(values, rows, cols);
      made.push([m, valuesOf(m)]);
      return m;
    };
    const watched = { ...ops, matrix };
    run(watched, createDraw(watched, name, true), SIZES);
    for (const [m, values] of made) expect(valuesOf(m)).toEqual(values);
  });
});

describe("the cases that implementations are held to", () => {
  it("pass on the plain operations themselves", () => {
    expect(failingCases(ops, 0)).toEqual([]);
  });

  it("notice an operation that is wrong by little, gives another shape, or looks beside a window", () => {
    const failing = (change: Partial<Ops>) => failingCases({ ...ops, ...change }, 1e-5).length;
    const ofProduct = OPS_CASES.filter(({ name }) => name.startsWith("product")).length;
    const factor = ops.matrix(Float32Array.of(1.0001), 1, 1);
    const off: Ops["product"] = (a, b, plus) => {
      const exact = ops.product(a, b, plus);
      const scale = ops.product(
        ops.matrix(new Float32Array(exact.cols).fill(1), exact.cols, 1),
        factor,
      );
      return ops.multiply(exact, ops.transpose(scale));
    };
    expect(failing({ product: off })).toBe(ofProduct);
    expect(failing({ flatten: (ms) => ops.transpose(ops.flatten(ms)) })).toBeGreaterThan(0);
    expect(
      failing({ add: (a, b) => ops.add({ ...a, offset: 0, stride: a.cols }, b) }),
    ).toBeGreaterThan(0);
  });
});

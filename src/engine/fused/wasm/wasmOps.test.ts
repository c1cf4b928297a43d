/** Compares the WebAssembly operations with the plain ones; tests their memory, and exp and tanh as polynomials. */
import { afterEach, describe, expect, it } from "vitest";
import { failingCases, OPS_CASES } from "../../../testing/opsCases";
import type { Matrix } from "../matrix";
import type { HostOps } from "../ops";
import { createWasmOps } from "./wasmOps";

const TOLERANCE = 5e-6; // of float32 sums, compared with double precision
const ULP = 2 ** -23; //   from 1 to the next number in float32

async function start(): Promise<HostOps> {
  const created = await createWasmOps();
  if (!created) throw new Error("no WebAssembly SIMD");
  return created;
}

const ops = await start();

/** The results of all cases. */
function allBytes(): Buffer[] {
  return OPS_CASES.map((one) => Buffer.from(ops.scope(() => ops.readNow(...one.run(ops))).buffer));
}

describe("operations", () => {
  it("give the results of the plain ones, in every case", async () => {
    expect(await failingCases(ops, TOLERANCE)).toEqual([]);
  });

  it("give the same bits for the same inputs", () => {
    const again = allBytes();
    const differing = allBytes().filter((first, i) => !again[i]?.equals(first));
    expect(differing).toEqual([]);
  });
});

/** Numbers of both signs, evenly spaced by logarithm. */
function spread(smallest: number, largest: number, count: number): Float32Array {
  const step = (largest / smallest) ** (1 / (count - 1));
  const sizes = Array.from({ length: count }, (_, i) => smallest * step ** i);
  return Float32Array.from([...sizes, ...sizes.map((size) => -size)]);
}

/** The largest relative error, also for an exact 0. */
function worst(actual: Float32Array, inputs: Float32Array, exact: (x: number) => number): number {
  return inputs.reduce((error, x, i) => {
    const expected = exact(x);
    return Math.max(error, Math.abs(((actual[i] ?? Number.NaN) - expected) / expected));
  }, 0);
}

function run(inputs: Float32Array, f: (x: Matrix) => Matrix): Float32Array {
  return ops.scope(() => ops.readNow(f(ops.matrix(inputs, 1, inputs.length))));
}

function filled(value: number, count: number): Matrix {
  return ops.matrix(new Float32Array(count).fill(value), 1, count);
}

const tanh = (x: Matrix): Matrix => ops.tanh(x);
const exactSigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const exactShare = (x: number): number => Math.exp(x) / (1 + Math.exp(x));

/** A GRU whose candidate is 0 and whose state is 1 returns its update gate. */
function sigmoid(x: Matrix): Matrix {
  const zero = ops.zeros(1, x.cols);
  const input = ops.sideBySide([zero, x, zero]);
  const ones = ops.matrix(new Float32Array(x.cols).fill(1), 1, x.cols);
  const before = { h: ones, c: null };
  const recurrent = ops.zeros(1, 3 * x.cols);
  return ops.cells.gru.step({ input, recurrent, before, mask: null }).h;
}

/** The additive score's gradients at one position with v = 1 and de = 1: tanh' and tanh of the inputs. */
function additiveGradients(x: Float32Array): Record<"dQuery" | "dKeys" | "dV", Float32Array> {
  return ops.scope(() => {
    const [query, keys] = [ops.matrix(x, 1, x.length), ops.zeros(1, x.length)];
    const look = { query, keys, v: filled(1, x.length) };
    const { dKeys, dV } = ops.additiveKeyGradient(filled(1, 1), look);
    const dQuery = ops.additiveQueryGradient(filled(1, 1), look);
    return { dQuery: ops.readNow(dQuery), dKeys: ops.readNow(dKeys), dV: ops.readNow(dV) };
  });
}

describe("activations", () => {
  it("computes tanh to a few units in the last place, from the smallest numbers to saturation", () => {
    const inputs = spread(1e-30, 30, 20_000);
    expect(worst(run(inputs, tanh), inputs, Math.tanh)).toBeLessThan(3 * ULP);
    const dense = Float32Array.from({ length: 40_001 }, (_, i) => (i - 20_000.5) / 2000);
    expect(worst(run(dense, tanh), dense, Math.tanh)).toBeLessThan(3 * ULP);
  });

  it("computes no tanh above 1, and NaN for NaN", () => {
    const inputs = Float32Array.from([10, 1e4, 3e38, Infinity, -10, -1e4, -3e38, -Infinity]);
    expect(Array.from(run(inputs, tanh))).toEqual([1, 1, 1, 1, -1, -1, -1, -1]);
    const dense = Float32Array.from({ length: 20_001 }, (_, i) => i / 1000);
    expect(Math.max(...run(dense, tanh))).toBe(1);
    expect(run(Float32Array.from([0, Number.NaN]), tanh)).toEqual(Float32Array.from([0, NaN]));
  });

  it("computes tanh' in the additive score to 6e-7, and tanh to a few units in the last place", () => {
    const inputs = Float32Array.from({ length: 40_001 }, (_, i) => (i - 20_000.5) / 1000);
    const { dQuery, dKeys, dV } = additiveGradients(inputs);
    const off = (slopes: Float32Array): number =>
      Math.max(...inputs.map((x, i) => Math.abs((slopes[i] ?? Number.NaN) - Math.cosh(x) ** -2)));
    expect(off(dQuery)).toBeLessThan(5 * ULP);
    expect(off(dKeys)).toBeLessThan(5 * ULP);
    expect(worst(dV, inputs, Math.tanh)).toBeLessThan(3 * ULP);
  });

  it("computes the sigmoid to a few units in the last place", () => {
    const inputs = spread(1e-6, 80, 20_000);
    expect(worst(run(inputs, sigmoid), inputs, exactSigmoid)).toBeLessThan(4 * ULP);
    const extreme = Float32Array.from([1e4, -1e4, Infinity, -Infinity, 0]);
    const values = Array.from(run(extreme, sigmoid));
    expect(values.map((value) => Math.round(value * 1e30) / 1e30)).toEqual([1, 0, 1, 0, 0.5]);
  });

  it("computes exp to a few units in the last place, measured through a softmax", () => {
    const inputs = Float32Array.from({ length: 8000 }, (_, i) => -i / 100);
    const weights = run(inputs, (scores) => {
      const ones = ops.matrix(new Float32Array(scores.cols * 2).fill(1), scores.cols, 2);
      const query = ops.matrix(new Float32Array(scores.cols).fill(1), scores.cols, 1);
      const keys = ops.stack([ops.zeros(scores.cols, 1), ops.transpose(scores)]);
      return ops.transpose(ops.dotWeights(query, keys, ones)); // [2, N]
    });
    const second = weights.subarray(inputs.length);
    expect(worst(second, inputs, exactShare)).toBeLessThan(4 * ULP);
  });
});

describe("memory", () => {
  const kept: Matrix[] = [];
  const keep = (m: Matrix): Matrix => {
    const copy = ops.keep(m);
    kept.push(copy);
    return copy;
  };

  afterEach(() => {
    for (const m of kept.splice(0)) ops.release(m);
  });

  it("is freed at the end of a scope, also of a nested one", () => {
    const places = ops.scope(() => {
      const outer = filled(1, 1000);
      const inner = ops.scope(() => filled(2, 1000).offset);
      const next = filled(3, 1000);
      expect(Array.from(ops.readNow(outer))).toEqual(Array<number>(1000).fill(1));
      return { outer: outer.offset, inner, next: next.offset };
    });
    expect(places.next).toBe(places.inner);
    expect(ops.scope(() => filled(4, 1000).offset)).toBe(places.outer);
  });

  it("is freed if the work throws", () => {
    const place = ops.scope(() => filled(1, 10).offset);
    expect(() => ops.scope(() => ops.add(filled(1, 10), filled(1, 11)))).toThrow("expected");
    expect(ops.scope(() => filled(1, 10).offset)).toBe(place);
  });

  it("grows as needed and keeps its content", () => {
    ops.scope(() => {
      const before = filled(7, 5);
      const many = Array.from({ length: 12 }, (_, i) => filled(i, 2 ** 20)); // 48 MiB
      expect(Array.from(ops.readNow(before))).toEqual([7, 7, 7, 7, 7]);
      expect(many.map((m) => ops.readNow(m)[2 ** 20 - 1])).toEqual(many.map((_, i) => i));
    });
  });

  it("throws if it cannot grow", () => {
    expect(() => ops.scope(() => ops.zeros(2 ** 15, 2 ** 15))).toThrow(/4\d{3} MiB of memory/);
    expect(Array.from(ops.scope(() => ops.readNow(ops.zeros(1, 3))))).toEqual([0, 0, 0]);
  });

  it("aligns every matrix to 16 bytes", () => {
    ops.scope(() => {
      for (let count = 1; count < 40; count++) {
        expect(filled(1, count).offset % 4).toBe(0);
        expect(keep(filled(1, count)).offset % 4).toBe(0);
      }
    });
  });

  it("keeps kept matrices beyond scopes, and reuses released memory", () => {
    const first = ops.scope(() => keep(filled(5, 3000)));
    const second = ops.scope(() => keep(filled(6, 3000)));
    ops.scope(() => filled(9, 2 ** 21));
    expect(ops.readNow(first)[2999]).toBe(5);
    expect(ops.readNow(second)[0]).toBe(6);
  });

  it("does not grow when matrices are kept and released many times", () => {
    const sizes = [100, 5000, 1, 777, 20_000];
    const round = (): number[] =>
      ops.scope(() => {
        const made = sizes.map((size) => ops.keep(filled(1, size)));
        const order = [made[1], made[3], made[0], made[4], made[2]];
        for (const m of order) if (m) ops.release(m);
        return made.map(({ offset }) => offset);
      });
    round();
    const settled = round();
    for (let i = 0; i < 200; i++) expect(round()).toEqual(settled);
  });

  it("merges adjacent released blocks", async () => {
    const own = await start();
    const keepZeros = (count: number): Matrix => own.scope(() => own.keep(own.zeros(1, count)));
    const [first, second] = [keepZeros(1000), keepZeros(1000)];
    own.release(second);
    own.release(first);
    expect(keepZeros(2000).offset).toBe(first.offset);
  });

  it("does not overwrite a kept matrix between two stretches of results", async () => {
    const own = await start();
    const fives = new Float32Array(3000).fill(5);
    const between = own.scope(() => own.keep(own.matrix(fives, 1, 3000))); // after the first stretch, of 2^20 numbers
    const fill = (): void =>
      own.scope(() => {
        for (let i = 0; i < 4; i++) own.matrix(new Float32Array(2 ** 19), 1, 2 ** 19);
      });
    fill();
    fill();
    expect(own.readNow(between)).toEqual(fives);
  });

  it.each([1, 2, 3])(
    "writes nothing beyond the slack after a transposed matrix of %i columns",
    (cols) => {
      ops.scope(() => {
        ops.scope(() => filled(7, 4000));
        const y = ops.transpose(ops.matrix(new Float32Array(40 * cols), 40, cols));
        const behind = { ...y, offset: y.offset + 40 * cols + 16, rows: 1, cols: 64, stride: 64 };
        expect(ops.readNow(behind)).toEqual(new Float32Array(64).fill(7));
      });
    },
  );

  it("throws when a matrix that is not kept is released", () => {
    const m = ops.scope(() => ops.keep(filled(1, 4)));
    ops.release(m);
    expect(() => ops.release(m)).toThrow("expected a kept matrix");
  });
});

/** Properties of every operation, and of the cases that every implementation must pass. */
import { describe, expect, it } from "vitest";
import { expectOfEvery } from "../../testing/expectOfEvery";
import { failingCases, OPS_CASES } from "../../testing/opsCases";
import { createDraw } from "../../testing/opsInputs";
import { ops, valuesOf } from "../../testing/opsInTensors";
import { OPS_RUNS } from "../../testing/opsRuns";
import type { Matrix } from "./matrix";
import type { Ops } from "./ops";

describe("every operation", () => {
  const SIZES = { B: 3, S: 5, T: 4, H: 7, K: 13, V: 11 };
  const runs = Object.entries(OPS_RUNS).flatMap(([operation, variants]) =>
    Object.entries(variants).map(([variant, run]) => [`${operation} ${variant}`, run] as const),
  );

  it("gives the same result for windows as for whole matrices", async () => {
    expectOfEvery(runs, (run, name) => {
      const [whole, windows] = [false, true].map((isWindow) =>
        run(ops, createDraw(ops, name, isWindow), SIZES).map(valuesOf),
      );
      expect(windows).toEqual(whole);
      expect(whole?.flatMap((values) => Array.from(values)).every(Number.isFinite)).toBe(true);
    });
  });

  it("does not change its arguments", async () => {
    expectOfEvery(runs, (run, name) => {
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
});

/** The number of cases that fail with a changed operation. */
const failing = async (change: Partial<Ops>): Promise<number> =>
  (await failingCases({ ...ops, ...change }, 1e-5)).length;

describe("the cases for implementations", () => {
  it("pass for the plain operations", async () => {
    expect(await failingCases(ops, 0)).toEqual([]);
  });

  it("detect an operation with a small error, another shape, or reads outside a window", async () => {
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
    expect(await failing({ product: off })).toBe(ofProduct);
    expect(await failing({ flatten: (ms) => ops.transpose(ops.flatten(ms)) })).toBeGreaterThan(0);
    expect(
      await failing({ add: (a, b) => ops.add({ ...a, offset: 0, stride: a.cols }, b) }),
    ).toBeGreaterThan(0);
  });
});

/** What holds of every operation, and the cases that every implementation is held to. */
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

  it("reads through windows what it reads from whole matrices", () => {
    expectOfEvery(runs, (run, name) => {
      const [whole, windows] = [false, true].map((isWindow) =>
        run(ops, createDraw(ops, name, isWindow), SIZES).map(valuesOf),
      );
      expect(windows).toEqual(whole);
      expect(whole?.flatMap((values) => Array.from(values)).every(Number.isFinite)).toBe(true);
    });
  });

  it("leaves its arguments as they were", () => {
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

/** How many cases notice the change. */
const failing = (change: Partial<Ops>): number => failingCases({ ...ops, ...change }, 1e-5).length;

describe("the cases that implementations are held to", () => {
  it("pass on the plain operations themselves", () => {
    expect(failingCases(ops, 0)).toEqual([]);
  });

  it("notice an operation that is wrong by little, gives another shape, or looks beside a window", () => {
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

/**
 * Cases for every fused operation, which compare an implementation with the plain operations under Node or in a page.
 * Each runs in several sizes, on whole matrices and on windows.
 */
import type { Matrix } from "../engine/fused/matrix";
import type { Ops } from "../engine/fused/ops";
import { createPlainOps } from "../engine/fused/plain/plainOps";
import { createDraw } from "./opsInputs";
import { OPS_RUNS, type Sizes } from "./opsRuns";
import { worstError } from "./worstError";

/** Single elements, odd sizes, exact multiples of vectors and tiles, slightly larger ones, and training's sizes. */
const SIZES: readonly Sizes[] = [
  { B: 1, S: 1, T: 1, H: 1, K: 1, V: 2 },
  { B: 1, S: 6, T: 5, H: 5, K: 3, V: 9 },
  { B: 3, S: 5, T: 4, H: 7, K: 13, V: 11 },
  { B: 8, S: 4, T: 8, H: 16, K: 32, V: 16 },
  { B: 13, S: 9, T: 3, H: 33, K: 66, V: 35 },
  { B: 32, S: 10, T: 9, H: 64, K: 128, V: 60 },
];

export interface OpsCase {
  readonly name: string;
  /** Whether the operation does not round, so that results must be equal. */
  readonly isExact: boolean;
  /** Draws the inputs, which are always the same, and runs the operation. Call inside `scope`. */
  run(ops: Ops): readonly Matrix[];
}

export const OPS_CASES: readonly OpsCase[] = Object.entries(OPS_RUNS).flatMap(([operation, runs]) =>
  Object.entries(runs).flatMap(([variant, run]) =>
    SIZES.flatMap((sizes) =>
      [false, true].map((windows) => {
        const dimensions = Object.entries(sizes).map(([name, size]) => `${name}${size}`);
        const layout = windows ? "windows" : "whole";
        const name = [operation, variant, ...dimensions, layout].filter(Boolean).join(" ");
        const isExact = variant.endsWith("exactly");
        return { name, isExact, run: (ops) => run(ops, createDraw(ops, name, windows), sizes) };
      }),
    ),
  ),
);

/** The largest difference from the plain operations in a case, as a share of the largest number. */
export async function errorOf(ops: Ops, one: OpsCase): Promise<number> {
  const [actual, expected] = await Promise.all([
    resultsOf(ops, one),
    resultsOf(createPlainOps(), one),
  ]);
  const errors = expected.map(({ shape, values }, i) => {
    const result = actual[i];
    return result?.shape === shape && result.values.length === values.length
      ? worstError(result.values, values)
      : Number.NaN;
  });
  return actual.length === expected.length ? Math.max(...errors) : Number.NaN; // NaN stays
}

/** The results of a case, read in one transfer. */
async function resultsOf(ops: Ops, one: OpsCase): Promise<Result[]> {
  const { results, reading } = ops.scope(() => {
    const made = one.run(ops);
    return { results: made, reading: ops.read(...made) };
  });
  const values = await reading;
  let end = 0;
  return results.map((m) => {
    const start = end;
    end += m.rows * m.cols;
    return { shape: shapeOf(m), values: values.slice(start, end) };
  });
}

interface Result {
  readonly shape: string;
  readonly values: Float32Array;
}

/** The shape, with the stride of a result that is not dense: only callers make windows. */
function shapeOf({ rows, cols, stride }: Matrix): string {
  return `[${rows}, ${cols}]${stride === cols ? "" : `, stride ${stride}`}`;
}

/**
 * The cases whose error exceeds the tolerance, with the error.
 * @param tolerance as a share of a result's largest number; exact cases have 0
 */
export async function failingCases(ops: Ops, tolerance: number): Promise<string[]> {
  const failing: string[] = [];
  for (const each of OPS_CASES) {
    const error = await errorOf(ops, each);
    if (!(error <= (each.isExact ? 0 : tolerance))) failing.push(`${each.name}: off by ${error}`);
  }
  return failing;
}

/** Matrices made, kept and read. The garbage collector takes what nobody holds, so scopes have nothing to do. */
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";
import { flatten, stack } from "./arrangement";
import { dense } from "./storage";

export const memory: Pick<Ops, "scope" | "matrix" | "zeros" | "keep" | "release" | "read"> = {
  scope: (work) => work(),
  matrix,
  zeros: dense,
  keep: (m) => stack([m]), // a copy, since `update` overwrites what is kept
  release: () => {},
  read: (...ms) => flatten(ms).data,
};

function matrix(values: Float32Array, rows: number, cols: number): Matrix {
  if (values.length !== rows * cols)
    throw new Error(`fused, matrix: ${values.length} numbers for [${rows}, ${cols}]`);
  return { ...dense(0, cols), rows, data: values.slice() };
}

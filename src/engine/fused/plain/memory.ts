/** Makes, keeps and reads matrices. The garbage collector frees them, so scopes do nothing. */
import { expectCount, type Matrix } from "../matrix";
import type { MemoryOps } from "../ops";
import { flatten, stack } from "./arrangement";
import { dense } from "./storage";

export const memory: MemoryOps = {
  scope: (work) => work(),
  matrix,
  zeros: dense,
  keep: (m) => stack([m]), // a copy, because `update` overwrites kept matrices
  release: () => {},
  read: (...ms) => flatten(ms).data,
};

function matrix(values: Float32Array, rows: number, cols: number): Matrix {
  expectCount(values, rows, cols);
  return { ...dense(0, cols), rows, data: values.slice() };
}

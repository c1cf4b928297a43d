/** Matrices made, kept and read. The garbage collector takes what nobody holds, so scopes have nothing to do. */
import { expectCount, type Matrix } from "../matrix";
import type { MemoryOps } from "../ops";
import { flatten, stack } from "./arrangement";
import { dense } from "./storage";

export const memory: MemoryOps = {
  scope: (work) => work(),
  matrix,
  zeros: dense,
  keep: (m) => stack([m]), // a copy, since `update` overwrites what is kept
  release: () => {},
  read: (...ms) => flatten(ms).data,
};

function matrix(values: Float32Array, rows: number, cols: number): Matrix {
  expectCount(values, rows, cols);
  return { ...dense(0, cols), rows, data: values.slice() };
}

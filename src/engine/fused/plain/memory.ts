/** Makes, keeps and reads matrices. The garbage collector frees them, so scopes do nothing. */
import { expectCount, type Matrix } from "../matrix";
import type { HostMemoryOps } from "../ops";
import { flatten, stack } from "./arrangement";
import { dense } from "./storage";

export const memory: HostMemoryOps = {
  scope: (work) => work(),
  matrix,
  zeros: dense,
  keep: (m) => stack([m]), // a copy, because `update` overwrites kept matrices
  release: () => {},
  readNow: (...ms) => flatten(ms).data,
  read: async (...ms) => flatten(ms).data,
  room: async () => {},
};

function matrix(values: Float32Array, rows: number, cols: number): Matrix {
  expectCount(values, rows, cols);
  return { ...dense(0, cols), rows, data: values.slice() };
}

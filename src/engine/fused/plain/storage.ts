/** The storage of the plain operations: a Float32Array for each result. */
import type { Matrix } from "../matrix";

/** A result, whose rows are contiguous. */
export interface Dense extends Matrix {
  readonly data: Float32Array;
}

/** A new matrix of zeros. */
export function dense(rows: number, cols: number): Dense {
  return { rows, cols, data: new Float32Array(rows * cols), offset: 0, stride: cols };
}

/**
 * The array that contains a matrix; the matrix begins at `offset`.
 * @throws if other operations made the matrix
 */
export function numbers({ data }: Matrix): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new Error("fused, plain: expected a matrix of these operations, got one of others");
}

/** @throws if a matrix has another shape than the operation needs */
export function expectShape(name: string, m: Matrix, rows: number, cols: number): void {
  if (m.rows === rows && m.cols === cols) return;
  throw new Error(`fused, ${name}: expected [${rows}, ${cols}], got [${m.rows}, ${m.cols}]`);
}

/** The step between rows: the stride, or 0 for a single row that is used for all rows of the result. */
export function rowStep(name: string, m: Matrix, rows: number, cols: number): number {
  if (m.rows === 1 && m.cols === cols) return 0;
  expectShape(name, m, rows, cols);
  return m.stride;
}

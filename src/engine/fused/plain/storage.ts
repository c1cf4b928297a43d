/** Where the plain operations keep their numbers: a Float32Array for each result. */
import type { Matrix } from "../matrix";

/** A result's rows lie one behind the other. */
export interface Dense extends Matrix {
  readonly data: Float32Array;
}

/** A new matrix of zeros. */
export function dense(rows: number, cols: number): Dense {
  return { rows, cols, data: new Float32Array(rows * cols), offset: 0, stride: cols };
}

/**
 * The array that a matrix lies in; its first number is at `offset`.
 * @throws if other operations made the matrix
 */
export function numbers({ data }: Matrix): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new Error("fused, plain: this matrix was made by other operations");
}

/** @throws if a matrix is of another shape than the operation needs */
export function expectShape(name: string, m: Matrix, rows: number, cols: number): void {
  if (m.rows === rows && m.cols === cols) return;
  throw new Error(`fused, ${name}: expected [${rows}, ${cols}], got [${m.rows}, ${m.cols}]`);
}

/** From a row to the next of a matrix that is either as high as the result or one row for all of its rows. */
export function rowStep(name: string, m: Matrix, rows: number, cols: number): number {
  if (m.rows === 1 && m.cols === cols) return 0;
  expectShape(name, m, rows, cols);
  return m.stride;
}

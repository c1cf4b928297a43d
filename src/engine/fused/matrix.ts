/** Matrices as the fused operations see them: where the numbers lie, and how they are to be read. */

/**
 * A matrix of float32, or a window on one. Only the operations that made the numbers can reach them.
 * Anything by source or target position is laid out position by position: row (s, b) is s B + b, so that one step of
 * the recurrence reads B rows that lie together.
 */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  /** What holds the numbers; its kind is the operations' own affair. */
  readonly data: unknown;
  readonly offset: number; // of the first number, in numbers
  readonly stride: number; // from a row to the next, in numbers
}

/** @throws if there are not as many numbers as a matrix of that shape has */
export function expectCount(values: Float32Array, rows: number, cols: number): void {
  if (values.length === rows * cols) return;
  throw new Error(`fused, matrix: ${values.length} numbers for [${rows}, ${cols}]`);
}

/** The window on these rows; nothing is copied. */
export function rowsOf(m: Matrix, from: number, count: number): Matrix {
  return { ...m, rows: count, offset: m.offset + from * m.stride };
}

/** The window on these columns; nothing is copied. */
export function columnsOf(m: Matrix, from: number, count: number): Matrix {
  return { ...m, cols: count, offset: m.offset + from };
}

/** A single row as if it stood in every row, and any other matrix as it is; nothing is copied. */
export function forEveryRow(m: Matrix): Matrix {
  return m.rows === 1 ? { ...m, stride: 0 } : m;
}

/**
 * A matrix within a row of numbers, as a weight within the vector of all parameters; nothing is copied.
 * @param m [1, n]
 */
export function cutOut(m: Matrix, from: number, [rows, cols]: readonly [number, number]): Matrix {
  return { data: m.data, rows, cols, offset: m.offset + from, stride: cols };
}

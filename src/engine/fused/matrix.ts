/** The matrices of the fused operations: a shape, and the location of the numbers. */

/**
 * A matrix of float32, or a window: a view of a part of one. Only the operations that made the numbers can read them.
 * Data by source or target position is ordered by position first: row (s, b) is s B + b, so that one step of the
 * recurrence reads B consecutive rows.
 */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  /** The storage of the numbers; its type depends on the operations. */
  readonly data: unknown;
  readonly offset: number; // of the first number, counted in numbers
  readonly stride: number; // from one row to the next, counted in numbers
}

/** @throws unless the number of values fits the shape */
export function expectCount(values: Float32Array, rows: number, cols: number): void {
  if (values.length === rows * cols) return;
  throw new Error(`fused, matrix: expected numbers for [${rows}, ${cols}], got ${values.length}`);
}

/** A window on these rows, without a copy. */
export function rowsOf(m: Matrix, from: number, count: number): Matrix {
  return { ...m, rows: count, offset: m.offset + from * m.stride };
}

/** A window on these columns, without a copy. */
export function columnsOf(m: Matrix, from: number, count: number): Matrix {
  return { ...m, cols: count, offset: m.offset + from };
}

/** A window on the rows of the first of B pairs, where row (s, b) is s B + b; without a copy. [S B, .] -> [S, .] */
export function ofFirstPair(m: Matrix, S: number): Matrix {
  return { ...m, rows: S, stride: m.stride * (m.rows / S) };
}

/** Broadcasts a matrix with a single row to all rows, without a copy; other matrices are returned unchanged. */
export function forEveryRow(m: Matrix): Matrix {
  return m.rows === 1 ? { ...m, stride: 0 } : m;
}

/**
 * A matrix inside a row of numbers, such as a weight inside the vector of all parameters; without a copy.
 * @param m [1, n]
 */
export function cutOut(m: Matrix, from: number, [rows, cols]: readonly [number, number]): Matrix {
  return { data: m.data, rows, cols, offset: m.offset + from, stride: cols };
}

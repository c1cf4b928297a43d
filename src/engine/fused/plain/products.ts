/** Matrix products. Sums are in double precision and rounded once. */
import type { Matrix } from "../matrix";
import { type Dense, dense, expectShape, numbers, rowStep } from "./storage";

/** A left-hand side or its transpose, without a copy: steps give the location of each number. */
interface Left {
  readonly numbers: Float32Array;
  readonly offset: number;
  readonly rowStep: number;
  readonly colStep: number;
  readonly inner: number; // numbers in a row
}

/** y = a b + plus + also. [N, I] [I, O] -> [N, O] */
export function product(a: Matrix, b: Matrix, plus?: Matrix, also?: Matrix): Matrix {
  expectShape("product", b, a.cols, b.cols);
  const result = dense(a.rows, b.cols);
  for (const start of [plus, also]) if (start) addTo(result, start);
  const { offset, stride, cols } = a;
  multiply({ numbers: numbers(a), offset, rowStep: stride, colStep: 1, inner: cols }, b, result);
  return result;
}

/** y = a' b. [N, I] [N, O] -> [I, O] */
export function outerProduct(a: Matrix, b: Matrix): Matrix {
  expectShape("outerProduct", b, a.rows, b.cols);
  const result = dense(a.cols, b.cols);
  const { offset, stride, rows } = a;
  multiply({ numbers: numbers(a), offset, rowStep: 1, colStep: stride, inner: rows }, b, result);
  return result;
}

function addTo(result: Dense, plus: Matrix): void {
  const [p, y] = [numbers(plus), result.data];
  const step = rowStep("product", plus, result.rows, result.cols);
  let at = 0;
  for (let row = 0; row < result.rows; row++)
    for (let o = 0, from = plus.offset + row * step; o < result.cols; o++, at++, from++)
      y[at] = (y[at] as number) + (p[from] as number);
}

/**
 * y += a b, in blocks of two rows by four columns whose sums stay in registers; then the rest at the edges. The blocks
 * read copies in double precision that lie in the order of reading, so the inner loop neither converts nor jumps. A
 * panel of four columns is small enough to stay in the first cache while all rows pass.
 */
function multiply(a: Left, b: Matrix, result: Dense): void {
  const [evenRows, evenCols] = [result.rows & ~1, result.cols & ~3];
  const pairs = Array.from({ length: evenRows / 2 }, (_, i) => rowPair(a, 2 * i));
  const panel = new Float64Array(4 * a.inner);
  for (let o = 0; o < evenCols; o += 4) {
    copyPanel(b, o, panel);
    let at = o;
    for (const pair of pairs) {
      addBlock(pair, panel, result, at);
      at += 2 * result.cols;
    }
  }
  const at = { row: 0, col: 0 };
  for (; at.row < result.rows; at.row++)
    for (at.col = at.row < evenRows ? evenCols : 0; at.col < result.cols; at.col++)
      addOne(a, b, result, at);
}

/** Two rows, a number of each in turn: [I, 2]. */
function rowPair(a: Left, row: number): Float64Array {
  const x = a.numbers;
  const pair = new Float64Array(2 * a.inner);
  let upper = a.offset + row * a.rowStep;
  let lower = upper + a.rowStep;
  for (let to = 0; to < pair.length; to += 2) {
    pair[to] = x[upper] as number;
    pair[to + 1] = x[lower] as number;
    upper += a.colStep;
    lower += a.colStep;
  }
  return pair;
}

/** Columns o to o + 3: [I, 4]. */
function copyPanel(b: Matrix, o: number, panel: Float64Array): void {
  const w = numbers(b);
  let from = b.offset + o;
  for (let to = 0; to < panel.length; to += 4) {
    panel[to] = w[from] as number;
    panel[to + 1] = w[from + 1] as number;
    panel[to + 2] = w[from + 2] as number;
    panel[to + 3] = w[from + 3] as number;
    from += b.stride;
  }
}

/** @param at index of the block's first number in the result */
function addBlock(pair: Float64Array, panel: Float64Array, result: Dense, at: number): void {
  const y = result.data;
  let u0 = 0;
  let u1 = 0;
  let u2 = 0;
  let u3 = 0;
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let l3 = 0;
  let left = 0;
  for (let right = 0; right < panel.length; right += 4) {
    const u = pair[left] as number;
    const l = pair[left + 1] as number;
    const w0 = panel[right] as number;
    const w1 = panel[right + 1] as number;
    const w2 = panel[right + 2] as number;
    const w3 = panel[right + 3] as number;
    u0 += u * w0;
    u1 += u * w1;
    u2 += u * w2;
    u3 += u * w3;
    l0 += l * w0;
    l1 += l * w1;
    l2 += l * w2;
    l3 += l * w3;
    left += 2;
  }
  const below = at + result.cols;
  y[at] = (y[at] as number) + u0;
  y[at + 1] = (y[at + 1] as number) + u1;
  y[at + 2] = (y[at + 2] as number) + u2;
  y[at + 3] = (y[at + 3] as number) + u3;
  y[below] = (y[below] as number) + l0;
  y[below + 1] = (y[below + 1] as number) + l1;
  y[below + 2] = (y[below + 2] as number) + l2;
  y[below + 3] = (y[below + 3] as number) + l3;
}

/** One number of the result, by its row and column. */
function addOne(
  a: Left,
  b: Matrix,
  result: Dense,
  { row, col }: { readonly row: number; readonly col: number },
): void {
  const x = a.numbers;
  const w = numbers(b);
  const y = result.data;
  const at = row * result.cols + col;
  let left = a.offset + row * a.rowStep;
  let right = b.offset + col;
  let sum = 0;
  for (let i = 0; i < a.inner; i++) {
    sum += (x[left] as number) * (w[right] as number);
    left += a.colStep;
    right += b.stride;
  }
  y[at] = (y[at] as number) + sum;
}

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

/** y = a b + plus. [N, I] [I, O] -> [N, O] */
export function product(a: Matrix, b: Matrix, plus?: Matrix): Matrix {
  expectShape("product", b, a.cols, b.cols);
  const result = dense(a.rows, b.cols);
  if (plus) startFrom(plus, result);
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

function startFrom(plus: Matrix, result: Dense): void {
  const [p, y] = [numbers(plus), result.data];
  const step = rowStep("product", plus, result.rows, result.cols);
  let at = 0;
  for (let row = 0; row < result.rows; row++)
    for (let o = 0, from = plus.offset + row * step; o < result.cols; o++, from++)
      y[at++] = p[from] as number;
}

/** y += a b, in blocks of two rows by four columns whose sums stay in registers; then the rest at the edges. */
function multiply(a: Left, b: Matrix, result: Dense): void {
  const [evenRows, evenCols] = [result.rows & ~1, result.cols & ~3];
  for (let row = 0; row < evenRows; row += 2)
    for (let o = 0; o < evenCols; o += 4) addBlock(a, b, result, row * result.cols + o);
  for (let row = 0; row < result.rows; row++)
    for (let o = row < evenRows ? evenCols : 0; o < result.cols; o++)
      addOne(a, b, result, row * result.cols + o);
}

/** @param at index of the block's first number in the result */
function addBlock(a: Left, b: Matrix, result: Dense, at: number): void {
  const x = a.numbers;
  const w = numbers(b);
  const y = result.data;
  const step = a.colStep;
  const stride = b.stride;
  const row = Math.floor(at / result.cols);
  let upper = a.offset + row * a.rowStep;
  let lower = upper + a.rowStep;
  let right = b.offset + at - row * result.cols;
  let u0 = 0;
  let u1 = 0;
  let u2 = 0;
  let u3 = 0;
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let l3 = 0;
  for (let i = 0; i < a.inner; i++) {
    const u = x[upper] as number;
    const l = x[lower] as number;
    const w0 = w[right] as number;
    const w1 = w[right + 1] as number;
    const w2 = w[right + 2] as number;
    const w3 = w[right + 3] as number;
    u0 += u * w0;
    u1 += u * w1;
    u2 += u * w2;
    u3 += u * w3;
    l0 += l * w0;
    l1 += l * w1;
    l2 += l * w2;
    l3 += l * w3;
    upper += step;
    lower += step;
    right += stride;
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

/** @param at index of the number in the result */
function addOne(a: Left, b: Matrix, result: Dense, at: number): void {
  const x = a.numbers;
  const w = numbers(b);
  const y = result.data;
  const row = Math.floor(at / result.cols);
  let left = a.offset + row * a.rowStep;
  let right = b.offset + at - row * result.cols;
  let sum = 0;
  for (let i = 0; i < a.inner; i++) {
    sum += (x[left] as number) * (w[right] as number);
    left += a.colStep;
    right += b.stride;
  }
  y[at] = (y[at] as number) + sum;
}

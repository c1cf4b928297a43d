/** The vector operations of the reference, on plain arrays in double precision. */

export type Vector = readonly number[];

/** a . b. @throws if b is shorter */
export function dot(a: Vector, b: Vector): number {
  if (b.length < a.length)
    throw new Error(`reference: expected ${a.length} numbers, got ${b.length}`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
export const plus = (a: Vector, b: Vector): number[] => a.map((x, i) => x + at(b, i));
export const minus = (a: Vector, b: Vector): number[] => a.map((x, i) => x - at(b, i));
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const zeros = (length: number): number[] => Array.from({ length }, () => 0);

/** Element i. @throws if i is out of range */
export function at(vector: Vector, i: number): number {
  const value = vector[i];
  if (value === undefined)
    throw new Error(`reference: expected an index below ${vector.length}, got ${i}`);
  return value;
}

/** x W for the rows of W [in, out]. [in] -> [out] */
export function times(x: Vector, w: readonly Vector[]): number[] {
  const output = zeros(w[0]?.length ?? 0);
  x.forEach((value, i) => {
    const row = w[i] ?? [];
    for (let o = 0; o < output.length; o++)
      output[o] = (output[o] as number) + value * (row[o] as number);
  });
  return output;
}

/** x W' for the rows of W [in, out]: the gradient of y = z W by z. [out] -> [in] */
export function timesTransposed(x: Vector, w: readonly Vector[]): number[] {
  return w.map((weights) => dot(x, weights));
}

/** exp(x_i) / sum_j exp(x_j) */
export function softmax(x: Vector): number[] {
  const largest = Math.max(...x);
  const powers = x.map((value) => Math.exp(value - largest));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** Adam (Kingma and Ba 2015) after clipping; the textbook form is in training/adam.ts. */
import { BETA_1, BETA_2, EPSILON } from "../../training/adamConstants";
import type { Matrix } from "../matrix";
import type { Learned, UpdateSettings } from "../ops";
import { expectShape, numbers } from "./storage";

/**
 * g = g min(1, limit / ||g||)
 * m = b1 m + (1 - b1) g
 * v = b2 v + (1 - b2) g^2
 * p = p - lr / (1 - b1^t) m / (sqrt(v / (1 - b2^t)) + eps)
 * All of them [1, P]; p, m and v are overwritten.
 */
export function update(learned: Learned, gradient: Matrix, settings: UpdateSettings): void {
  const { parameters, mean, variance } = learned;
  for (const m of [parameters, mean, variance]) expectShape("update", m, 1, gradient.cols);
  const [p, m, v, g] = [parameters, mean, variance, gradient].map(row) as Four;
  const clip = settings.clipNorm / Math.max(norm(g), settings.clipNorm);
  const rate = settings.learningRate / (1 - BETA_1 ** settings.steps);
  const correction = 1 / Math.sqrt(1 - BETA_2 ** settings.steps);
  for (let i = 0; i < g.length; i++) {
    const d = (g[i] as number) * clip;
    const first = BETA_1 * (m[i] as number) + (1 - BETA_1) * d;
    const second = BETA_2 * (v[i] as number) + (1 - BETA_2) * d * d;
    m[i] = first;
    v[i] = second;
    p[i] = (p[i] as number) - (rate * first) / (Math.sqrt(second) * correction + EPSILON);
  }
}

type Four = [Float32Array, Float32Array, Float32Array, Float32Array];

/** The numbers of one row, without a copy. */
function row(m: Matrix): Float32Array {
  return numbers(m).subarray(m.offset, m.offset + m.cols);
}

/** ||g|| */
function norm(g: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < g.length; i++) sum += (g[i] as number) ** 2;
  return Math.sqrt(sum);
}

/**
 * The probability of teacher forcing at each training step (scheduled sampling, Bengio et al. 2015, section 2.4).
 * One number sets the paper's constants in every schedule: the half-life N, the number of steps after which the
 * probability has halved.
 */
import type { Config } from "./config";

export type ForcingSettings = Pick<Config, "forcing" | "schedule" | "halfLife" | "forcingFloor">;

/**
 * P(feed truth) of a training step.
 * @param step updates made so far, 0 for the first batch
 * @returns a probability; P at step 0, never below the floor (nor above P)
 */
export function truthProbability(settings: ForcingSettings, step: number): number {
  const { forcing: start, forcingFloor } = settings;
  return Math.max(Math.min(start, forcingFloor), start * decay(settings, step));
}

/** The factor by which P has fallen. */
function decay({ schedule, halfLife: N }: ForcingSettings, i: number): number {
  switch (schedule) {
    case "constant":
      return 1;
    case "linear":
      return Math.max(0, 1 - i / (2 * N)); //  1 - c i       with c = 1 / 2N
    case "exponential":
      return 2 ** (-i / N); //                 k^i           with k = 2^(-1/N)
    case "inverseSigmoid": {
      const k = inverseSigmoidConstant(N); //  k / (k + e^(i/k)), set to 1 at i = 0
      return (k + 1) / (k + Math.exp(i / k));
    }
    default:
      return schedule satisfies never;
  }
}

/** The k for which (k + 1) / (k + e^(N/k)) is one half: e^(N/k) = k + 2, by Newton's method on N = k ln(k + 2). */
function inverseSigmoidConstant(N: number): number {
  let k = Math.max(1, N / Math.log(N + 2));
  for (let i = 0; i < 20; i++) k -= (k * Math.log(k + 2) - N) / (Math.log(k + 2) + k / (k + 2));
  return k;
}

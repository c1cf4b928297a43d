/** The factors of Adam's update, computed once for all parameters of a kernel call. */
import { BETA_1, BETA_2, EPSILON } from "../training/adamConstants";
import type { UpdateSettings } from "./ops";

export interface AdamFactors {
  readonly keep1: number; //   b1
  readonly add1: number; //    1 - b1
  readonly keep2: number; //   b2
  readonly add2: number; //    1 - b2
  readonly rate: number; //    lr / (1 - b1^t), corrects the mean's start at 0
  readonly root: number; //    1 / sqrt(1 - b2^t), corrects the variance's
  readonly epsilon: number; // eps
}

/**
 * m = keep1 m + add1 g
 * v = keep2 v + add2 g^2
 * p = p - rate m / (root sqrt(v) + epsilon)
 */
export function adamFactors({
  learningRate,
  steps,
}: Pick<UpdateSettings, "learningRate" | "steps">): AdamFactors {
  return {
    keep1: BETA_1,
    add1: 1 - BETA_1,
    keep2: BETA_2,
    add2: 1 - BETA_2,
    rate: learningRate / (1 - BETA_1 ** steps),
    root: 1 / Math.sqrt(1 - BETA_2 ** steps),
    epsilon: EPSILON,
  };
}

/** The fused operations in plain JavaScript: the reference for the others, and the fallback without WebAssembly. */
import type { HostOps } from "../ops";
import { additiveKeyGradient, additiveQueryGradient, additiveWeights } from "./additive";
import { flatten, sideBySide, stack, transpose } from "./arrangement";
import { dotWeights, scoreGradient, valueGradient, weightedSum } from "./attention";
import { gru } from "./cells/gru";
import { lstm } from "./cells/lstm";
import { rnn } from "./cells/rnn";
import { crossEntropy } from "./crossEntropy";
import { add, columnSums, multiply, tanh, tanhGradient } from "./elementwise";
import { memory } from "./memory";
import { dense } from "./storage";
import { outerProduct, product } from "./products";
import { argMax, lookUp, lookUpGradient, select } from "./tokens";
import { update } from "./update";

/** Sums are in double precision; each result is rounded to float32 once. */
export function createPlainOps(): HostOps {
  const arrangement = { transpose, stack, sideBySide, flatten };
  const elementwise = { add, multiply, columnSums, tanh, tanhGradient };
  const tokens = { lookUp, lookUpGradient, argMax, select };
  const additive = { additiveWeights, additiveQueryGradient, additiveKeyGradient };
  const attention = { dotWeights, weightedSum, scoreGradient, valueGradient };
  return {
    ...memory,
    product,
    outerProduct,
    ...arrangement,
    ...elementwise,
    ...tokens,
    cells: { rnn, gru, lstm },
    innerMemory: dense,
    ...additive,
    ...attention,
    crossEntropy,
    update,
  };
}

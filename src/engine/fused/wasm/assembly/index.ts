/** The kernels as one WebAssembly module. Offsets and strides are counted in numbers; offsets start at address 0. */
export { add } from "./add";
export { argMax } from "./argMax";
export { additiveKeyGradient } from "./attention/additiveKeyGradient";
export { additiveQueryGradient } from "./attention/additiveQueryGradient";
export { additiveWeights } from "./attention/additiveWeights";
export { dotWeights } from "./attention/dotWeights";
export { keptKeyGradient } from "./attention/keptKeyGradient";
export { keptQueryGradient } from "./attention/keptQueryGradient";
export { scoreGradient } from "./attention/scoreGradient";
export { valueGradient } from "./attention/valueGradient";
export { weightedSum } from "./attention/weightedSum";
export { gruGradient, gruStep } from "./cells/gru";
export { lstmGradient, lstmStep } from "./cells/lstm";
export { onPadding } from "./cells/onPadding";
export { rnnGradient, rnnStep } from "./cells/rnn";
export { columnSums } from "./columnSums";
export { clear, copy } from "./copy";
export { crossEntropy } from "./crossEntropy";
export { lookUp } from "./lookUp";
export { lookUpGradient } from "./lookUpGradient";
export { multiply } from "./multiply";
export { product } from "./product";
export { productOfFew } from "./productOfFew";
export { select } from "./select";
export { tanhAll } from "./tanhAll";
export { tanhGradient } from "./tanhGradient";
export { transpose } from "./transpose";
export { norm, update } from "./update";

/** The first free byte of the memory. */
export function firstFree(): usize {
  return (__heap_base + 63) & ~63;
}

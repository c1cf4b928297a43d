/** The general score on the fused operations (Luong et al. 2015, eq. 8). */
import { multiplicative } from "../forms/multiplicative/fused";
import type { FusedScore } from "../score";

/** q . (W k) */
export const general: FusedScore<"general"> = (ops, own, values) => {
  const w = own("attention.key.weight"); // [K, H]
  return multiplicative(ops, {
    keys: ops.product(values, w),
    gradient: (dKeys, dValues) => ({
      learned: { "attention.key.weight": ops.outerProduct(values, dKeys) }, // dW = k' d(W k)
      dValues: ops.product(dKeys, ops.transpose(w), dValues),
    }),
  });
};

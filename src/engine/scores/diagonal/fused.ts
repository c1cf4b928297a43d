/** The diagonal score on the fused operations: general with a diagonal W. */
import { multiplicative } from "../forms/multiplicative/fused";
import type { FusedScore } from "../score";

/** q . (d * k) */
export const diagonal: FusedScore<"diagonal"> = (ops, own, values) => {
  const d = own("attention.diagonal"); // [1, H]
  return multiplicative(ops, {
    keys: ops.multiply(values, d),
    gradient: (dKeys, dValues) => ({
      learned: { "attention.diagonal": ops.columnSums(ops.multiply(values, dKeys)) }, // sum of k * d(d * k)
      dValues: ops.add(ops.multiply(dKeys, d), dValues),
    }),
  });
};

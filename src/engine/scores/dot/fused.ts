/** The dot product on the fused operations (Luong et al. 2015, eq. 8). */
import { multiplicative } from "../forms/multiplicative/fused";
import type { FusedScore } from "../score";

/** q . k */
export const dot: FusedScore<"dot"> = (ops, _own, values) =>
  multiplicative(ops, {
    keys: values,
    gradient: (dKeys, dValues) => ({ learned: {}, dValues: ops.add(dKeys, dValues) }),
  });

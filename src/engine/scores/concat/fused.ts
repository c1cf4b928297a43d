/** Luong's concat on the fused operations (Luong et al. 2015, eq. 8): the additive score with W and U in one matrix. */
import { rowsOf } from "../../fused/matrix";
import { additiveForm } from "../forms/additive/fused";
import type { FusedScore } from "../score";

/** v . tanh(W_a [q; k]); W_a holds the rows of W, then the rows of U. */
export const concat: FusedScore<"concat"> = (ops, own, values) => {
  const both = own("attention.concat.weight"); // W_a [H + K, H]
  const H = both.cols;
  return additiveForm(
    ops,
    {
      v: own("attention.v.weight"),
      queryWeight: rowsOf(both, 0, H),
      keyWeight: rowsOf(both, H, both.rows - H),
      gradient: (d) => ({
        "attention.concat.weight": ops.flatten([d.queryWeight, d.keyWeight]),
        "attention.v.weight": d.v,
      }),
    },
    values,
  );
};

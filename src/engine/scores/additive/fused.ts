/** The additive score on the fused operations (Bahdanau et al. 2015, appendix A.1.2). */
import { additiveForm } from "../forms/additive/fused";
import type { FusedScore } from "../score";

/** v . tanh(W q + U k) */
export const additive: FusedScore<"additive"> = (ops, own, values) =>
  additiveForm(
    ops,
    {
      v: own("attention.v.weight"),
      queryWeight: own("attention.query.weight"),
      keyWeight: own("attention.key.weight"),
      gradient: (d) => ({
        "attention.query.weight": d.queryWeight,
        "attention.key.weight": d.keyWeight,
        "attention.v.weight": d.v,
      }),
    },
    values,
  );

/** The additive score on tensors (Bahdanau et al. 2015, appendix A.1.2). */
import { additiveForm } from "../forms/additive/textbook";
import { timesMatrix } from "../forms/timesMatrix";
import type { TextbookScore } from "../score";

/** v . tanh(W q + U k) */
export const additive: TextbookScore<"additive"> = (own, keys) =>
  additiveForm(
    own("attention.v.weight"),
    own("attention.query.weight"),
    timesMatrix(keys, own("attention.key.weight")),
  );

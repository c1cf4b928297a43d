/** The general score on tensors (Luong et al. 2015, eq. 8). */
import { multiplicative } from "../forms/multiplicative/textbook";
import { timesMatrix } from "../forms/timesMatrix";
import type { TextbookScore } from "../score";

/** q . (W k) */
export const general: TextbookScore<"general"> = (own, keys) =>
  multiplicative(timesMatrix(keys, own("attention.key.weight")));

/** Luong's concat on tensors (Luong et al. 2015, eq. 8): the additive score with W and U in one matrix. */
import { slice } from "@tensorflow/tfjs-core";
import { additiveForm } from "../forms/additive/textbook";
import { timesMatrix } from "../forms/timesMatrix";
import type { TextbookScore } from "../score";

/**
 * v . tanh(W_a [q; k]) with W_a [q; k] = W q + U k: the blocks of W_a multiply query and key separately, so that no
 * pair [q; k] is stored.
 */
export const concat: TextbookScore<"concat"> = (own, keys) => {
  const both = own("attention.concat.weight"); // W_a [H + K, H]
  const [rows, H] = both.shape as [number, number];
  const fromQuery = slice(both, [0, 0], [H, H]); //      W [H, H]
  const fromKey = slice(both, [H, 0], [rows - H, H]); // U [K, H]
  return additiveForm(own("attention.v.weight"), fromQuery, timesMatrix(keys, fromKey));
};

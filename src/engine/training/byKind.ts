/** Which arithmetic computes which kind of network. */
import type { NetworkKind } from "../setup/config";
import type { Arithmetic } from "./learner";
import { textbook } from "./textbookLearner";

/** Whether the fused operations have a kind of network. */
const IS_FUSED: Readonly<Record<NetworkKind, boolean>> = { recurrent: true, transformer: false };

/** The fused arithmetic for the kinds of network that it has, and the tensor library's for the others. */
export function byKind(fused: Arithmetic): Arithmetic {
  const of = ({ network }: { readonly network: NetworkKind }): Arithmetic =>
    IS_FUSED[network] ? fused : textbook;
  return {
    learner: (shape, start) => of(shape).learner(shape, start),
    predictor: (shape, parameters) => of(shape).predictor(shape, parameters),
  };
}

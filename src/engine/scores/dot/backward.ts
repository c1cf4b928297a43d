/** The gradient of q . k. */
import type { ReferenceScoreBackward } from "../score";

export const dot: ReferenceScoreBackward<"dot"> = (_own, q, k) => ({ query: k, key: q });

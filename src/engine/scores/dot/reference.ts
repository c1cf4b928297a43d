/** The dot product in plain arrays: q . k. */
import { dot as dotProduct } from "../../reference/linearAlgebra";
import type { ReferenceScore } from "../score";

export const dot: ReferenceScore<"dot"> = (_own, q, k) => dotProduct(q, k);

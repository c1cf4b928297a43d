/** The dot product on tensors (Luong et al. 2015, eq. 8). */
import { multiplicative } from "../forms/multiplicative/textbook";
import type { TextbookScore } from "../score";

/** q . k */
export const dot: TextbookScore<"dot"> = (_own, keys) => multiplicative(keys);

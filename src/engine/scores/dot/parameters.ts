/** The dot product learns nothing. */
import type { ScoreParameters } from "../score";

export const dot: ScoreParameters<"dot"> = {
  needsEqualSizes: true,
  learned: () => ({}),
};

/** The dot product has no parameters. */
import type { ScoreParameters } from "../score";

export const dot: ScoreParameters<"dot"> = {
  needsEqualSizes: true,
  learned: () => ({}),
};

/** How the encoder reads its source, for the sentences that say so. */
import type { ModelShape } from "../../engine/setup/modelShape";

export type Reading = "forward" | "reversed" | "both" | "bothReversed";

/** With a reversed source the columns stand in the order of reading. */
const READINGS: Readonly<
  Record<ModelShape["direction"], Readonly<Record<ModelShape["sourceOrder"], Reading>>>
> = {
  unidirectional: { forward: "forward", reversed: "reversed" },
  bidirectional: { forward: "both", reversed: "bothReversed" },
};

export function readingOf({ direction, sourceOrder }: ModelShape): Reading {
  return READINGS[direction][sourceOrder];
}

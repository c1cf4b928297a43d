/** How the encoder reads its source, for the sentences that say so. */
import { isBidirectional, type ModelShape } from "../../engine/setup/modelShape";

export type Reading = "forward" | "reversed" | "both" | "bothReversed";

/** With a reversed source the columns stand in the order of reading. */
export function readingOf(shape: ModelShape): Reading {
  const isReversed = shape.sourceOrder === "reversed";
  if (isBidirectional(shape)) return isReversed ? "bothReversed" : "both";
  return isReversed ? "reversed" : "forward";
}

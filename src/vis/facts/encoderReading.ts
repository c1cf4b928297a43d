/** How the encoder reads its source, as a key for texts. */
import type { ModelShape } from "../../engine/setup/modelShape";

export type EncoderReading = "forward" | "reversed" | "both" | "bothReversed";

const READINGS: Readonly<
  Record<ModelShape["direction"], Readonly<Record<ModelShape["sourceOrder"], EncoderReading>>>
> = {
  unidirectional: { forward: "forward", reversed: "reversed" },
  bidirectional: { forward: "both", reversed: "bothReversed" },
};

export function encoderReadingOf({ direction, sourceOrder }: ModelShape): EncoderReading {
  return READINGS[direction][sourceOrder];
}

/** How the encoder reads its source, as a key for texts, and how much of it. */
import type { Trace } from "../../engine/results/trace";
import type { ModelShape } from "../../engine/setup/modelShape";
import { PAD } from "../../engine/text/tokens";

export type EncoderReading = "forward" | "reversed" | "both" | "bothReversed" | "together";

const READINGS: Readonly<
  Record<ModelShape["direction"], Readonly<Record<ModelShape["sourceOrder"], EncoderReading>>>
> = {
  unidirectional: { forward: "forward", reversed: "reversed" },
  bidirectional: { forward: "both", reversed: "bothReversed" },
};

export function encoderReadingOf(shape: ModelShape): EncoderReading {
  const { network, direction, sourceOrder } = shape;
  if (network === "transformer") return "together";
  return READINGS[direction][sourceOrder];
}

/** How many tokens the encoder reads: all but the pads of an edit. Its last state is of the last of them. */
export function tokensRead({ source }: Pick<Trace, "source">): number {
  return source.filter(({ id }) => id !== PAD).length;
}

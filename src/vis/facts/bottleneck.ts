/** What a decoder without attention receives from the encoder: how many numbers, and what they are. */
import { hasMemory } from "../../engine/cells/layout";
import { decoderLayersOf, isBidirectional, type ModelShape } from "../../engine/setup/modelShape";

export interface Bottleneck {
  /** What the numbers are. A bridge gives every layer the same ones. */
  readonly kind: "state" | "layers" | "memory" | "memoryLayers" | "bridge" | "bridgeMemory";
  readonly numbers: number;
}

const BY_LAYERS = { state: "layers", memory: "memoryLayers" } as const;

/** The decoder's layers receive L x H numbers. A bridge makes H numbers. An LSTM has twice as many of either. */
export function bottleneckOf(shape: ModelShape): Bottleneck {
  const { hiddenSize: H } = shape;
  const L = decoderLayersOf(shape);
  const hasC = hasMemory(shape.cell);
  const width = hasC ? 2 * H : H;
  if (isBidirectional(shape)) return { kind: hasC ? "bridgeMemory" : "bridge", numbers: width };
  const kind = hasC ? "memory" : "state";
  return { kind: L > 1 ? BY_LAYERS[kind] : kind, numbers: L * width };
}

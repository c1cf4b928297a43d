/** What a decoder without attention gets of its source: how many numbers, and what they are. */
import { hasMemory } from "../../engine/cells/layout";
import { isBidirectional, type ModelShape } from "../../engine/setup/modelShape";

export interface Bottleneck {
  /** How the numbers come about; with a bridge, every layer gets the same ones. */
  readonly kind: "state" | "layers" | "memory" | "memoryLayers" | "bridge" | "bridgeMemory";
  readonly numbers: number;
}

const BY_LAYERS = { state: "layers", memory: "memoryLayers" } as const;

/** Layer to layer pass L x H numbers, twice as many in an LSTM; a bridge makes one vector of H, an LSTM's two. */
export function bottleneckOf(shape: ModelShape): Bottleneck {
  const { hiddenSize: H, layers: L } = shape;
  const hasC = hasMemory(shape.cell);
  const width = hasC ? 2 * H : H;
  if (isBidirectional(shape)) return { kind: hasC ? "bridgeMemory" : "bridge", numbers: width };
  const kind = hasC ? "memory" : "state";
  return { kind: L > 1 ? BY_LAYERS[kind] : kind, numbers: L * width };
}

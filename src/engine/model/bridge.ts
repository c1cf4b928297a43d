/** From the encoder's last states to the decoder's first. */
import { add, concat, type Tensor } from "@tensorflow/tfjs-core";
import type { LayerState } from "../cells/cell";
import { hasMemory } from "../cells/layout";
import { isBidirectional, type ModelShape } from "../setup/modelShape";
import type { BridgeName } from "../setup/parameters";

import type { Reading } from "./encoder";
import { product } from "./product";
import { type Weights, weight } from "./weights";

/**
 * The state from which each decoder layer starts.
 * One direction: layer to layer. Two: the forward state after the last token and the backward state after the first,
 * both of the last layer, through one linear map into every decoder layer; an LSTM's memory has a map of its own.
 * @param readings by layer and direction
 */
export function bridge(
  weights: Weights,
  shape: ModelShape,
  readings: readonly (readonly Reading[])[],
): LayerState[] {
  if (!isBidirectional(shape)) return readings.flat().map(({ final }) => final);
  const finals = readings.at(-1)?.map(({ final }) => final) ?? [];
  const h = join(
    weights,
    "bridge",
    finals.map((state) => state.h),
  ); // [B, H]
  const memories = finals.flatMap(({ c }) => (c ? [c] : []));
  const c = hasMemory(shape.cell) ? join(weights, "bridge_cell", memories) : null;
  return readings.map(() => ({ h, c }));
}

/** [forward; backward] W + b. Two of [B, H] -> [B, H] */
function join(weights: Weights, name: BridgeName, parts: Tensor[]): Tensor {
  const both = concat(parts, 1); //                                        [B, 2H]
  return add(
    product(both, weight(weights, `encoder.${name}.weight`)),
    weight(weights, `encoder.${name}.bias`),
  );
}

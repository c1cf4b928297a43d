/** The bridge from the encoder's last states to the decoder's initial states. */
import { add, concat, type Tensor } from "@tensorflow/tfjs-core";
import type { LayerState } from "../cells/cell";
import { hasMemory } from "../cells/layout";
import { decoderLayersOf, isBidirectional, type ModelShape } from "../setup/modelShape";
import type { BridgeName } from "../setup/learnedParameters";

import type { DirectionRun } from "./encoder";
import { product } from "./product";
import { type Weights, weight } from "./weights";

/**
 * The initial state of each decoder layer.
 * One direction: the last state of the same encoder layer, or of the top layer for a decoder of one. Two directions: one linear map of the top layer's last
 * states (forward after the last token, backward after the first), for every decoder layer; an LSTM's memory cell has
 * its own map.
 * @param runs by layer and direction
 */
export function bridge(
  weights: Weights,
  shape: ModelShape,
  runs: readonly (readonly DirectionRun[])[],
): LayerState[] {
  const layers = decoderLayersOf(shape);
  if (!isBidirectional(shape))
    return runs
      .flat()
      .map(({ final }) => final)
      .slice(-layers);
  const finals = runs.at(-1)?.map(({ final }) => final) ?? [];
  const h = join(
    weights,
    "bridge",
    finals.map((state) => state.h),
  ); // [B, H]
  const memories = finals.flatMap(({ c }) => (c ? [c] : []));
  const c = hasMemory(shape.cell) ? join(weights, "bridge_cell", memories) : null;
  return Array.from({ length: layers }, () => ({ h, c }));
}

/** [forward; backward] W + b. Two of [B, H] -> [B, H] */
function join(weights: Weights, name: BridgeName, parts: Tensor[]): Tensor {
  const both = concat(parts, 1); //                                        [B, 2H]
  return add(
    product(both, weight(weights, `encoder.${name}.weight`)),
    weight(weights, `encoder.${name}.bias`),
  );
}

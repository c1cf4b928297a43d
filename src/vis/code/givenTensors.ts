/** The tensors that the code of a step reads and does not make, with their shapes; the first step reads the encoder's. */
import { hasMemory } from "../../engine/cells/layout";
import type { Trace } from "../../engine/results/trace";
import type { NamedTensor } from "./codeLine";
import { decoderLayersOf, feedsInput, keySize } from "../../engine/setup/modelShape";

/** The first step begins with the source, the others with the keys and the states of the step before. */
export function givenTensors(trace: Trace, index: number): readonly NamedTensor[] {
  const { shape, source } = trace;
  const { hiddenSize: H, attention } = shape;
  const L = decoderLayersOf(shape);
  const S = source.length;
  if (index === 0) return [given("source", [1, S]), given("token", [1, 1])];
  return [
    given("token", [1, 1]),
    ...(attention === "none" ? [] : [given("keys", [1, S, keySize(shape)])]),
    given("hidden", [L, 1, H]),
    ...(hasMemory(shape.cell) ? [given("cell", [L, 1, H])] : []),
    ...(feedsInput(shape) ? [given("combined", [1, 1, H])] : []),
  ];
}

function given(name: string, shape: readonly number[]): NamedTensor {
  return { name, shape };
}

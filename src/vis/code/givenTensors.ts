/** The tensors that the code of a step reads and does not make, with their shapes. */
import { hasMemory } from "../../engine/cells/layout";
import type { Trace } from "../../engine/results/trace";
import type { NamedTensor } from "./codeLine";
import { directionsOf, feedsInput, keySize } from "../../engine/setup/modelShape";

/** The first step begins with the encoder's last states, the others with the states of the step before. */
export function givenTensors(trace: Trace, index: number): readonly NamedTensor[] {
  const { shape, source } = trace;
  const { hiddenSize: H, layers: L, attention } = shape;
  const isFirst = index === 0;
  const before = isFirst ? "encoder_" : "";
  const rows = isFirst ? L * directionsOf(shape).length : L;
  return [
    given("token", [1, 1]),
    ...(attention === "none" ? [] : [given("keys", [1, source.length, keySize(shape)])]),
    given(`${before}hidden`, [rows, 1, H]),
    ...(hasMemory(shape.cell) ? [given(`${before}cell`, [rows, 1, H])] : []),
    ...(feedsInput(shape) && !isFirst ? [given("combined", [1, 1, H])] : []),
  ];
}

function given(name: string, shape: readonly number[]): NamedTensor {
  return { name, shape };
}

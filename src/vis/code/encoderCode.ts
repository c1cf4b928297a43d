/** The statements before the first decoder step, in PyTorch: the encoder reads the source, and hands its last states over. */
import { hasMemory } from "../../engine/cells/layout";
import { directionsOf, keySize, tokenSize } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import type { Statement } from "./codeLine";
import { firstStateCode } from "./firstStateCode";

/** Given: `source` [1, S], the ids in the order in which the encoder reads them, and the encoder's modules. */
export function encoderCode(trace: Trace): readonly Statement[] {
  const { shape, source } = trace;
  const { cell, hiddenSize: H, layers: L, attention } = shape;
  const S = source.length;
  const vectors =
    shape.tokenInput === "onehot"
      ? `one_hot(source, ${shape.sourceTokens}).float()`
      : "encoder_embedding(source)";
  const states = attention === "none" ? "outputs" : "keys"; // the states are keys only where a step compares with them
  const outputs = [1, S, keySize(shape)];
  const last = [L * directionsOf(shape).length, 1, H];
  const call: Statement = hasMemory(cell)
    ? [`${states}, (encoder_hidden, encoder_cell) = encoder_${cell}(embedded)`, outputs, last, last]
    : [`${states}, encoder_hidden = encoder_${cell}(embedded)`, outputs, last];
  return [
    [`embedded = ${vectors}`, [1, S, tokenSize(shape, "encoder")]],
    call,
    ...firstStateCode(trace),
  ];
}

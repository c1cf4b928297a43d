/** The statements before the first decoder step, in PyTorch: the decoder's first state. */
import { hasMemory } from "../../engine/cells/layout";
import { decoderLayersOf, feedsInput, isBidirectional } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import type { Statement } from "./codeLine";

/** The encoder's last states of both directions through the bridge; every decoder layer gets the same. */
function bridged({ shape }: Trace, part: "hidden" | "cell"): Statement[] {
  const { hiddenSize: H } = shape;
  const L = decoderLayersOf(shape);
  const last = `encoder_${part}`;
  const bridge = part === "hidden" ? "bridge" : "bridge_cell";
  return [
    [`ends = cat([${last}[-2], ${last}[-1]], dim=1)`, [1, 2 * H]],
    [`${part} = ${bridge}(ends).repeat(${L}, 1, 1)`, [L, 1, H]],
  ];
}

/** State and, in an LSTM, memory of each layer, [L, 1, H]; with input feeding the zeros for h~(0). */
export function firstStateCode(trace: Trace): readonly Statement[] {
  const { shape } = trace;
  const { hiddenSize: H } = shape;
  const L = decoderLayersOf(shape);
  const last = L < shape.layers ? "[-1:]" : ""; // of the encoder's top layer alone
  const parts = hasMemory(shape.cell) ? (["hidden", "cell"] as const) : (["hidden"] as const);
  const state = parts.flatMap((part): Statement[] =>
    isBidirectional(shape)
      ? bridged(trace, part)
      : [[`${part} = encoder_${part}${last}`, [L, 1, H]]],
  );
  return feedsInput(shape) ? [...state, [`combined = zeros(1, 1, ${H})`, [1, 1, H]]] : state;
}

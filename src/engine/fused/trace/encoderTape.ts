/** The encoder's quantities for the trace. */
import type { PlannedDecode } from "../../decoding/plannedDecode";
import type { Matrix as TraceMatrix, Trace } from "../../results/trace";
import { keySize, tokenSize } from "../../setup/modelShape";
import { PAD } from "../../text/tokens";
import type { Encoded } from "../encoder";
import type { Matrix } from "../matrix";
import { type Network, weight } from "../model";
import { column, withPads } from "./course";
import { oneHotRow } from "./oneHot";
import type { Tape } from "./tape";

/**
 * Registers the encoder's matrices. The returned function gives them after the transfer.
 * @param attended the source that the decode attends to; behind it, a pad has the embedding of <pad> and the state 0
 */
export function tapeEncoder(
  tape: Tape,
  network: Network,
  { layers }: Encoded,
  { attended, plan: { pads } }: Pick<PlannedDecode, "attended" | "plan">,
): () => Trace["encoder"] {
  const { ops, shape } = network;
  const ids = [...attended.source, ...Array.from({ length: pads }, () => PAD)];
  const rows = ids.length;
  const [X, K] = [tokenSize(shape, "encoder"), keySize(shape)];
  const matrix = (columns: number, data: Float32Array): TraceMatrix => ({ rows, columns, data });
  const embeddings =
    shape.tokenInput === "onehot"
      ? tape.derive(rows * X, () => ids.flatMap((id) => oneHotRow(X, id)))
      : tape.add(ops.lookUp(weight(network, "encoder.embedding.weight"), column(ops, ids)));
  const statesOf = (m: Matrix) => tape.add(withPads(ops, m, pads));
  const [bottom, top] = [layers[0], layers.at(-1)];
  if (!bottom || !top) throw new Error("trace: expected an encoder with layers, got none");
  const states = statesOf(top.states);
  const lower = bottom === top ? null : statesOf(bottom.states);
  return () => ({
    embeddings: matrix(X, embeddings()),
    states: matrix(K, states()),
    lower: lower && matrix(K, lower()),
  });
}

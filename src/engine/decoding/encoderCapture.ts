/** Reads the encoder's quantities for the trace. */
import { tensor } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import type { Handover } from "../model/seq2seq";
import { tokenVectors } from "../model/tokenInput";
import type { Matrix, Trace } from "../results/trace";
import { keySize, tokenSize } from "../setup/modelShape";
import { PAD } from "../text/tokens";
import type { Collect } from "./capture";
import { withPads } from "./editedMemory";

/**
 * Registers the encoder's tensors. The returned function gives them after the transfer.
 * @param batch of one source
 * @param pads behind it: their embedding is that of <pad>, their states are 0
 */
export function collectEncoder(
  collect: Collect,
  { decoder, encoded }: Handover,
  batch: Batch,
  pads: number,
): () => Trace["encoder"] {
  const { weights, shape } = decoder;
  const rows = batch.sourceLength + pads;
  const matrix = (columns: number, data: Float32Array): Matrix => ({ rows, columns, data });
  const K = keySize(shape);
  const [bottom, top] = [encoded.layers[0], encoded.layers.at(-1)];
  if (!bottom || !top) throw new Error("trace: expected an encoder with layers, got none");
  const ids = tensor(
    [...batch.source, ...Array.from({ length: pads }, () => PAD)],
    [rows],
    "int32",
  );
  const embeddings = collect(tokenVectors(weights, shape, "encoder", ids));
  const states = collect(withPads(top, pads));
  const lower = shape.layers > 1 ? collect(withPads(bottom, pads)) : null;
  return () => ({
    embeddings: matrix(tokenSize(shape, "encoder"), embeddings()),
    states: matrix(K, states()),
    lower: lower && matrix(K, lower()),
  });
}

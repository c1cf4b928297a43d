/** Greedy decoding: the most probable token at every step, in each row until its own <eos>. */
import { argMax, cast, stack, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { sourceTensors } from "../model/batchTensors";
import { decoderStep, projectTokens, readLogits } from "../model/decoder";
import { handOver } from "../model/seq2seq";
import { readTensor } from "../model/readTensor";
import { plainResult } from "../model/scope";
import type { ModelShape } from "../setup/modelShape";
import type { Weights } from "../model/weights";
import { EOS, SOS } from "../text/tokens";
import type { Batch } from "../batch";

/** The model's answer to one source. */
export interface Decoded {
  /** Answer tokens before the first <eos>. */
  readonly tokens: readonly number[];
  /** Whether the model said <eos> before the length limit. */
  readonly ended: boolean;
  /** Source position with the largest weight at each step, the <eos> step included; null without attention. */
  readonly attendedTo: readonly number[] | null;
}

/** The most decoder steps: two more than the longest target, so that a wrong, longer answer shows. */
export function decodingLimit(maxTargetLength: number): number {
  return maxTargetLength + 2;
}

/**
 * Decodes every source of the batch, fed its own answers.
 * The answers stay on the backend until all steps are done: one transfer for the whole batch.
 * @param limit most decoder steps
 */
export function decodeGreedily(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  limit: number,
): Decoded[] {
  const steps = plainResult(() => {
    const { decoder, initial, attend } = handOver(weights, shape, sourceTensors(batch));
    let ids: Tensor = tensor(new Int32Array(batch.size).fill(SOS), [batch.size], "int32");
    let state = initial;
    const rows: Tensor[] = [];
    for (let t = 0; t < limit; t++) {
      const step = decoderStep(decoder, projectTokens(decoder, ids), state, attend);
      state = step.next;
      ids = argMax(readLogits(decoder, step.readout), 1); // [B]
      rows.push(ids, step.attended ? argMax(step.attended.weights, 1) : ids);
    }
    return readTensor(cast(stack(rows), "int32")) as Int32Array; // [2 limit, B]: answers, positions, answers, ...
  });
  return Array.from({ length: batch.size }, (_, row) =>
    readRow(steps, row, batch.size, shape.attention !== "none"),
  );
}

/** One row's answer, up to its own <eos>. */
export function readRow(
  steps: Int32Array,
  row: number,
  batchSize: number,
  attends: boolean,
): Decoded {
  const tokens: number[] = [];
  const attendedTo: number[] = [];
  for (let i = row; i < steps.length; i += 2 * batchSize) {
    const token = steps[i] ?? EOS;
    attendedTo.push(steps[i + batchSize] ?? 0);
    if (token === EOS) return { tokens, ended: true, attendedTo: attends ? attendedTo : null };
    tokens.push(token);
  }
  return { tokens, ended: false, attendedTo: attends ? attendedTo : null };
}

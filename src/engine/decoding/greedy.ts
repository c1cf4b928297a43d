/** Greedy decoding: at every step the most likely token, each row until its own <eos>. */
import { argMax, cast, stack, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { sourceTensors } from "../model/batchTensors";
import { decoderStep, projectTokens, readLogits } from "../model/decoder";
import { handOver } from "../model/seq2seq";
import { plainResult } from "../model/scope";
import type { ModelShape } from "../setup/modelShape";
import type { Weights } from "../model/weights";
import { EOS, SOS } from "../text/tokens";
import type { Batch } from "../batch";

/** What the model said about one source. */
export interface Decoded {
  /** Answer tokens up to the first <eos>, which is left out. */
  readonly tokens: readonly number[];
  /** Whether the model said <eos> before the length limit. */
  readonly ended: boolean;
  /** Source position with the largest weight at each step, the <eos> step included; null without attention. */
  readonly attendedTo: readonly number[] | null;
}

/** Longest answer that is waited for: two tokens beyond the task's longest target. */
export function decodingLimit(maxTargetLength: number): number {
  return maxTargetLength + 2;
}

/**
 * Decodes every source of the batch, feeding the model its own answers.
 * The answers stay on the backend until all steps are done: one readback for the whole batch.
 * @param limit most steps a row may take
 */
export function decodeGreedily(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  limit: number,
): Decoded[] {
  const steps = plainResult(() => {
    const { decoder, initial, memory } = handOver(weights, shape, sourceTensors(batch));
    let ids: Tensor = tensor(new Int32Array(batch.size).fill(SOS), [batch.size], "int32");
    let state = initial;
    const rows: Tensor[] = [];
    for (let t = 0; t < limit; t++) {
      const step = decoderStep(decoder, projectTokens(decoder, ids), state, memory);
      state = step.next;
      ids = argMax(readLogits(decoder, step.readout), 1); // [B]
      rows.push(ids, step.attended ? argMax(step.attended.weights, 1) : ids);
    }
    return cast(stack(rows), "int32").dataSync() as Int32Array; // [2 limit, B]: answers and looks in turn
  });
  return Array.from({ length: batch.size }, (_, row) =>
    readRow(steps, row, batch.size, shape.attention !== "none"),
  );
}

/** One row's answer: cut at its own <eos>, whatever the other rows do. */
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

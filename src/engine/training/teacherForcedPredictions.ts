/** Predictions under teacher forcing, token by token: answers, losses and attention weights. */
import { argMax, cast, logSoftmax, mul, neg, oneHot, stack, sum } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import { readTogether } from "../decoding/capture";
import { targetTensors } from "../model/batchTensors";
import { plainResult } from "../model/scope";
import { networkOf } from "../model/networks";
import type { Weights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";

/** The predictions for one pair, without padding. T and S are the pair's lengths, <eos> included. */
export interface TeacherForcedPrediction {
  readonly answers: Float32Array; //                  [T] ids of the most probable tokens
  readonly losses: Float32Array; //                   [T] -ln p(target), in nats
  readonly weights: readonly Float32Array[] | null; // T of [S]; null without attention
}

/** The predictions for every pair of the batch, fed the truth. */
export function predictTeacherForced(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
): TeacherForcedPrediction[] {
  const { size: B, targetLength: T, sourceLength: S } = batch;
  const read = plainResult(() => {
    const pass = { batch, inputs: batch.targetIn };
    const { logits, attentionWeights } = networkOf(shape).predict(weights, shape, pass);
    const target = oneHot(targetTensors(batch).ids, shape.targetTokens); //          [B T, V]
    return readTogether((collect) => {
      const answers = collect(cast(argMax(logits, 1), "float32")); //                [B T]
      const losses = collect(neg(sum(mul(target, logSoftmax(logits)), 1))); //       [B T]
      const attention =
        attentionWeights.length > 0 ? collect(stack([...attentionWeights])) : () => null; // [T, B, S]
      return () => ({ answers: answers(), losses: losses(), attention: attention() });
    });
  });
  return batch.targetLengths.map((length, row) => {
    const cut = (values: Float32Array) => values.slice(row * T, row * T + length);
    const sourceLength = batch.sourceLengths[row] ?? 0;
    const weightsAt = (attention: Float32Array, t: number): Float32Array => {
      const start = (t * B + row) * S;
      return attention.slice(start, start + sourceLength);
    };
    const { answers, losses, attention } = read;
    return {
      answers: cut(answers),
      losses: cut(losses),
      weights: attention && Array.from({ length }, (_, t) => weightsAt(attention, t)),
    };
  });
}

/** What a model makes of targets that it is fed, token by token: its answers, its losses and where it looked. */
import { argMax, cast, logSoftmax, mul, neg, oneHot, stack, sum } from "@tensorflow/tfjs-core";
import type { Batch } from "../batch";
import { readTogether } from "../decoding/capture";
import { targetTensors } from "../model/batchTensors";
import { plainResult } from "../model/scope";
import { predict } from "../model/seq2seq";
import type { Weights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";

/** One pair under teacher forcing; padding is cut off. T and S are its own lengths, <eos> counted. */
export interface ForcedReading {
  readonly answers: Float32Array; //                  [T] ids of the likeliest tokens
  readonly losses: Float32Array; //                   [T] -ln p(target), in nats
  readonly weights: readonly Float32Array[] | null; // T of [S]; null without attention
}

/** Feeds every pair of the batch its truth and reads what the model makes of it. */
export function readForced(weights: Weights, shape: ModelShape, batch: Batch): ForcedReading[] {
  const { size: B, targetLength: T, sourceLength: S } = batch;
  const read = plainResult(() => {
    const { logits, looks } = predict(weights, shape, { batch, inputs: batch.targetIn });
    const target = oneHot(targetTensors(batch).ids, shape.targetTokens); //          [B T, V]
    return readTogether((collect) => {
      const answers = collect(cast(argMax(logits, 1), "float32")); //                [B T]
      const losses = collect(neg(sum(mul(target, logSoftmax(logits)), 1))); //       [B T]
      const attention = looks.length > 0 ? collect(stack([...looks])) : () => null; // [T, B, S]
      return () => ({ answers: answers(), losses: losses(), attention: attention() });
    });
  });
  return batch.targetLengths.map((length, row) => {
    const cut = (values: Float32Array) => values.slice(row * T, row * T + length);
    const sourceLength = batch.sourceLengths[row] ?? 0;
    const look = (attention: Float32Array, t: number): Float32Array => {
      const start = (t * B + row) * S;
      return attention.slice(start, start + sourceLength);
    };
    const { answers, losses, attention } = read;
    return {
      answers: cut(answers),
      losses: cut(losses),
      weights: attention && Array.from({ length }, (_, t) => look(attention, t)),
    };
  });
}

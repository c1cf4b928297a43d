/** Divides a batch among threads by rows. */
import type { Batch } from "../../batch";
import type { BatchRows } from "../../training/dropoutMasks";
import type { TrainingExample } from "../../training/learner";

export interface Share {
  readonly example: TrainingExample;
  /** Its part of all real target tokens, n_i / N: the batch's mean is the weighted sum of the shares' means. */
  readonly weight: number;
}

/**
 * Divides an example into consecutive rows of about the same number. Each share keeps the padding of the whole batch,
 * and its part of the whole batch's masks.
 * @returns at most one share for each thread; shares without real target tokens are left out
 */
export function shareOut(example: TrainingExample, threads: number): readonly Share[] {
  const { batch } = example;
  const total = realTokens(batch);
  const shares = Array.from({ length: threads }, (_, i) => {
    const first = Math.floor((i * batch.size) / threads);
    const count = Math.floor(((i + 1) * batch.size) / threads) - first;
    const share = cutExample(example, { first, count, of: batch.size });
    return { example: share, weight: realTokens(share.batch) / total };
  });
  return shares.filter(({ weight }) => weight > 0);
}

const realTokens = ({ targetLengths }: Batch): number => targetLengths.reduce((a, b) => a + b, 0);

/** Some rows of an example, with the padding of the whole batch and their part of its dropout masks. */
export function cutExample(
  { batch, truthFed, dropout }: TrainingExample,
  rows: BatchRows,
): TrainingExample {
  const { first, count } = rows;
  const { sourceLength: S, targetLength: T } = batch;
  const from = (width: number): [number, number] => [first * width, (first + count) * width];
  return {
    batch: {
      size: count,
      sourceLength: S,
      targetLength: T,
      source: batch.source.slice(...from(S)),
      targetIn: batch.targetIn.slice(...from(T)),
      targetOut: batch.targetOut.slice(...from(T)),
      sourceLengths: batch.sourceLengths.slice(...from(1)),
      targetLengths: batch.targetLengths.slice(...from(1)),
    },
    truthFed: truthFed.slice(...from(T)),
    dropout: { ...dropout, rows },
  };
}

/** Pairs as padded arrays of ids: the input of the network. */
import type { Pair, Task } from "./tasks/task";
import { EOS, PAD, SOS, type Vocabulary } from "./text/tokens";

/** B pairs, padded with <pad> to at least the longest of the batch. Row-major, one row for each pair. */
export interface Batch {
  readonly size: number; //               B
  readonly sourceLength: number; //       S, <eos> counted
  readonly targetLength: number; //       T, <eos> counted
  readonly source: Int32Array; //         [B, S]  x1..xm <eos>
  readonly targetIn: Int32Array; //       [B, T]  <sos> y1..yn
  readonly targetOut: Int32Array; //      [B, T]  y1..yn <eos>
  readonly sourceLengths: readonly number[]; // real tokens of each row, <eos> counted
  readonly targetLengths: readonly number[];
}

/** The sources of a batch, without targets. */
export type SourceRows = Pick<Batch, "size" | "sourceLength" | "source" | "sourceLengths">;

/** Minimum lengths to pad to. */
export interface Padding {
  readonly sourceLength: number;
  readonly targetLength: number;
}

function ids(vocabulary: Vocabulary, tokens: readonly string[]): number[] {
  return tokens.map((token) => vocabulary.idOf(token));
}

/** Rows of ids under each other, padded to a length. */
export function padded(rows: readonly (readonly number[])[], length: number): Int32Array {
  const data = new Int32Array(rows.length * length).fill(PAD);
  rows.forEach((row, i) => data.set(row, i * length));
  return data;
}

/** Makes a batch, padded to its longest pair or to `least`. */
export function makeBatch(task: Task, pairs: readonly Pair[], least?: Padding): Batch {
  const sources = pairs.map((pair) => [...ids(task.sourceVocabulary, pair.source), EOS]);
  const targets = pairs.map((pair) => [...ids(task.targetVocabulary, pair.target), EOS]);
  const sourceLength = Math.max(least?.sourceLength ?? 0, ...sources.map((row) => row.length));
  const targetLength = Math.max(least?.targetLength ?? 0, ...targets.map((row) => row.length));
  return {
    size: pairs.length,
    sourceLength,
    targetLength,
    source: padded(sources, sourceLength),
    targetIn: padded(
      targets.map((row) => [SOS, ...row.slice(0, -1)]),
      targetLength,
    ),
    targetOut: padded(targets, targetLength),
    sourceLengths: sources.map((row) => row.length),
    targetLengths: targets.map((row) => row.length),
  };
}

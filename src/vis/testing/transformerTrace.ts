/** A Transformer's trace with made-up heads, for tests of figures: each head looks at one place. */
import type { HeadTrace, Matrix, Trace, TransformerTrace } from "../../engine/results/trace";
import { makeTrace, type TraceOptions } from "./traces";

/** Numbers of a query in these heads. */
export const HEAD_SIZE = 4;

const matrix = (rows: number, columns: number, of: (i: number) => number): Matrix => ({
  rows,
  columns,
  data: Float32Array.from({ length: rows * columns }, (_, i) => of(i)),
});

/** n queries that give most of their weight to one of m keys. All numbers follow from q, k and v. */
function headAt(n: number, m: number, place: number): HeadTrace {
  const scores = matrix(n, m, (i) => (i % m === place ? 2 : 0));
  const total = Math.exp(2) + m - 1;
  return {
    queries: matrix(n, HEAD_SIZE, () => 1),
    keys: matrix(m, HEAD_SIZE, (i) => (Math.floor(i / HEAD_SIZE) === place ? 1 : 0)),
    values: matrix(m, HEAD_SIZE, () => 1),
    scores,
    weights: matrix(n, m, (i) => Math.exp(scores.data[i] ?? 0) / total),
    contexts: matrix(n, HEAD_SIZE, () => 1),
  };
}

const looks = (n: number, m: number): HeadTrace[][] => [
  [headAt(n, m, 0), headAt(n, m, 1)],
  [headAt(n, m, 2), headAt(n, m, 3)],
];

/** Two layers with two heads: the heads of a layer look at places 0 and 1, those of the other at 2 and 3. */
export function makeTransformerTrace(options: TraceOptions = {}): Trace {
  const trace = makeTrace({
    network: "transformer",
    layers: 2,
    cell: "rnn",
    attention: "dot",
    ...options,
  });
  const [T, S] = [trace.steps.length, trace.source.length];
  const transformer: TransformerTrace = {
    encoder: looks(S, S),
    self: looks(T, T),
    cross: looks(T, S),
  };
  return { ...trace, transformer };
}

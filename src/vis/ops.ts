/** The operations of one decoder step in the order in which they happen, with the shapes that go in and come out. */
import type { DecoderStep, Trace } from "../engine/trace";
import { isLuong, subscript, symbolsOf } from "./symbols";

export type Op =
  "embed" | "query" | "score" | "softmax" | "context" | "cell" | "combine" | "output";

/** Bahdanau looks and then updates the state, Luong updates and then looks. */
export function opsOf(trace: Trace): readonly Op[] {
  if (trace.attention === "none") return ["embed", "cell", "output"];
  if (isLuong(trace)) return ["cell", "query", "score", "softmax", "context", "combine", "output"];
  return ["query", "score", "softmax", "context", "cell", "output"];
}

export interface ShapedTensor {
  readonly symbol: string;
  readonly shape: readonly number[];
}

/** The tensors of an operation, inputs first, its result last. */
export function shapesOf(trace: Trace, step: DecoderStep, index: number, op: Op): ShapedTensor[] {
  const { rows: S, columns: H } = trace.encoder.states;
  const E = step.embedding.length;
  const { state, key } = symbolsOf(trace);
  const now = subscript(index + 1);
  const before = `${state}${subscript(index)}`;
  const after = `${state}${now}`;
  const query = { symbol: isLuong(trace) ? after : before, shape: [1, H] };
  const scores = { symbol: `e${now}`, shape: [1, S] };
  const weights = { symbol: `α${now}`, shape: [1, S] };
  const context = { symbol: `c${now}`, shape: [1, H] };
  const keys = { symbol: key, shape: [S, H] };
  const joins = step.attention !== null && !isLuong(trace);
  const input = { symbol: `x${now}`, shape: [1, joins ? E + H : E] };
  const read = { symbol: isLuong(trace) ? `h̃${now}` : after, shape: [1, H] };
  const table: Record<Op, ShapedTensor[]> = {
    embed: [input],
    query: [query],
    score: [query, keys, scores],
    softmax: [scores, weights],
    context: [weights, keys, context],
    cell: [input, { symbol: before, shape: [1, H] }, { symbol: after, shape: [1, H] }],
    combine: [{ symbol: `[c${now}; h${now}]`, shape: [1, 2 * H] }, read],
    output: [read, { symbol: `o${now}`, shape: [1, step.logits.length] }],
  };
  return table[op];
}

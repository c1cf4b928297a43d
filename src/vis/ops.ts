/** The operations of one decoder step in the order in which they happen, with the shapes that go in and come out. */
import type { DecoderStep, Trace } from "../engine/trace";
import { inputSymbol, isLuong, joinsContext, subscript, symbolsOf } from "./symbols";

export type Op =
  "embed" | "query" | "score" | "softmax" | "context" | "cell" | "combine" | "output";

/** Bahdanau looks and then updates the state, Luong updates and then looks. */
export function opsOf(trace: Trace): readonly Op[] {
  if (trace.attention === "none") return ["embed", "cell", "output"];
  if (isLuong(trace))
    return ["embed", "cell", "query", "score", "softmax", "context", "combine", "output"];
  return ["query", "score", "softmax", "context", "embed", "cell", "output"];
}

export interface ShapedTensor {
  readonly symbol: string;
  readonly shape: readonly number[];
  readonly role: "value" | "learned" | "result";
}

type Named = readonly [symbol: string, ...shape: number[]];

interface Operation {
  readonly reads: readonly Named[];
  readonly learned?: readonly Named[];
  readonly gives: Named;
}

/** The tensors of an operation: inputs, parameters as PyTorch stores them ([out, in]), its result. */
export function shapesOf(trace: Trace, step: DecoderStep, index: number, op: Op): ShapedTensor[] {
  const { reads, learned = [], gives } = operationsOf(trace, step, index)[op];
  const shaped =
    (role: ShapedTensor["role"]) =>
    ([symbol, ...shape]: Named): ShapedTensor => ({ symbol, shape, role });
  return [
    ...reads.map(shaped("value")),
    ...learned.map(shaped("learned")),
    shaped("result")(gives),
  ];
}

function operationsOf(trace: Trace, step: DecoderStep, index: number): Record<Op, Operation> {
  const { rows: S, columns: H } = trace.encoder.states;
  const E = step.embedding.length;
  const V = step.logits.length;
  const { state, key } = symbolsOf(trace);
  const now = subscript(index + 1);
  const before: Named = [`${state}${subscript(index)}`, 1, H];
  const after: Named = [`${state}${now}`, 1, H];
  const query: Named = [`q${now}`, 1, H];
  const scores: Named = [`e${now}`, 1, S];
  const weights: Named = [`α${now}`, 1, S];
  const context: Named = [`c${now}`, 1, H];
  const keys: Named = [key, S, H];
  const joins = joinsContext(trace);
  const X = joins ? E + H : E;
  const input: Named = [`x${now}`, 1, X];
  const read: Named = isLuong(trace) ? [`h̃${now}`, 1, H] : after;
  const embedded: Named = joins ? [`E(${inputSymbol(trace, index)})`, 1, E] : input;
  const gates: Named[] = [
    ["3 × W_i", H, X],
    ["3 × W_h", H, H],
  ];
  return {
    embed: { reads: [], learned: [["E", V, E]], gives: embedded },
    query: { reads: [isLuong(trace) ? after : before], gives: query },
    score: { reads: [query, keys], learned: scoreParameters(trace, H), gives: scores },
    softmax: { reads: [scores], gives: weights },
    context: { reads: [weights, keys], gives: context },
    cell: { reads: [input, before], learned: gates, gives: after },
    combine: {
      reads: [[`[c${now}; h${now}]`, 1, 2 * H]],
      learned: [["W_c", H, 2 * H]],
      gives: read,
    },
    output: { reads: [read], learned: [["W_o", V, H]], gives: [`o${now}`, 1, V] },
  };
}

function scoreParameters({ attention }: Trace, H: number): Named[] {
  if (attention === "general") return [["W", H, H]];
  if (attention !== "additive") return [];
  return [
    ["W", H, H],
    ["U", H, H],
    ["v", H],
  ];
}

/** The operations of one decoder step in order, with the shapes of their inputs, parameters and results. */
import { cellBlocks, hasMemory } from "../../engine/cells/layout";
import {
  contextEntersCell,
  decoderInputSize,
  decoderLayersOf,
  decoderTop,
  hasAttentionalState,
  keySize,
  type ModelShape,
  tokenSize,
} from "../../engine/setup/modelShape";
import { shapeInPyTorch } from "../../engine/setup/learnedParameter";
import { scoreParameters } from "../../engine/setup/learnedParameters";
import type { Op } from "../../engine/results/operation";
import type { Trace } from "../../engine/results/trace";
import { layerSuffix, memorySymbol, stateSymbol, tokenSymbol } from "./stepSymbols";
import { subscript, SYMBOLS } from "./symbols";

/** Bahdanau timing attends and then updates the state; Luong timing updates and then attends. */
export function opsOf({ shape }: Trace): readonly Op[] {
  const cells: Op[] = decoderLayersOf(shape) > 1 ? ["cell", "upper"] : ["cell"];
  const attend: Op[] = ["query", "score", "softmax", "context"];
  if (shape.attention === "none") return ["embed", ...cells, "output"];
  switch (shape.timing) {
    case "luong":
      return ["embed", ...cells, ...attend, "combine", "output"];
    case "bahdanau":
      return [...attend, "embed", ...cells, "output"];
    default:
      return shape.timing satisfies never;
  }
}

/** The chosen operation; a model without it shows its cell. */
export function shownOperation(trace: Trace, chosen: Op): Op {
  return opsOf(trace).includes(chosen) ? chosen : "cell";
}

/** The 0-based layer of a cell operation; null for others. */
export function layerOf(op: Op): number | null {
  if (op === "cell") return 0;
  return op === "upper" ? 1 : null;
}

/** Whether an operation of the first step reads the decoder's first state. */
export function readsFirstState({ shape }: Trace, op: Op): boolean {
  return layerOf(op) !== null || (op === "query" && contextEntersCell(shape));
}

/** A size, or a number of blocks of that size: "3·64" is one matrix with the rows of three gates. */
type Dimension = number | `${number}·${number}`;

export interface ShapedTensor {
  readonly symbol: string;
  readonly shape: readonly Dimension[];
  readonly role: "value" | "learned" | "result";
}

type Named = readonly [symbol: string, ...shape: Dimension[]];

interface Operation {
  readonly reads: readonly Named[];
  readonly learned?: readonly Named[];
  readonly gives: readonly Named[];
}

/** The tensors of an operation: inputs, parameters as PyTorch stores them ([out, in]), results. */
export function shapesOf(trace: Trace, index: number, op: Op): ShapedTensor[] {
  const layer = layerOf(op);
  const operation =
    layer === null
      ? plainOperation(trace, index)[op as PlainOp]
      : cellOperation(trace, index, layer);
  const { reads, learned = [], gives } = operation;
  const shaped =
    (role: ShapedTensor["role"]) =>
    ([symbol, ...shape]: Named): ShapedTensor => ({ symbol, shape, role });
  return [
    ...reads.map(shaped("value")),
    ...learned.map(shaped("learned")),
    ...gives.map(shaped("result")),
  ];
}

/** Rows of a cell's matrices: H for each gate. */
function cellRows({ cell, hiddenSize: H }: ModelShape): Dimension {
  const blocks = cellBlocks(cell);
  return blocks === 1 ? H : `${blocks}·${H}`;
}

/** The first matrix that a token meets: the embedding table, or the token columns of the first cell's matrix. */
function tokenTable(shape: ModelShape): Named {
  const { targetTokens: V } = shape;
  switch (shape.tokenInput) {
    case "onehot":
      return [`W = W_ih${layerSuffix(shape, 0)}[:, :${V}]`, cellRows(shape), V];
    case "learned":
      return ["E", V, shape.embeddingSize];
    default:
      return shape.tokenInput satisfies never;
  }
}

/** A cell has a matrix for its input and one for its state, each with a block of rows per gate. */
function cellOperation(trace: Trace, index: number, layer: number): Operation {
  const { shape } = trace;
  const { cell, hiddenSize: H } = shape;
  const now = index + 1;
  const state = (time: number): Named => [stateSymbol(trace, time, layer), 1, H];
  const memory = (time: number): Named => [memorySymbol(trace, time, layer), 1, H];
  const X = layer === 0 ? decoderInputSize(shape) : H;
  const input: Named =
    layer === 0 ? [`x${subscript(now)}`, 1, X] : [stateSymbol(trace, now, layer - 1), 1, X];
  const rows = cellRows(shape);
  const mark = layerSuffix(shape, layer);
  const learned: Named[] = [
    [`W_ih${mark}`, rows, X],
    [`W_hh${mark}`, rows, H],
    [`b_ih${mark}`, rows],
    [`b_hh${mark}`, rows],
  ];
  const hasC = hasMemory(cell);
  return {
    reads: hasC ? [input, state(index), memory(index)] : [input, state(index)],
    learned,
    gives: hasC ? [memory(now), state(now)] : [state(now)],
  };
}

type PlainOp = Exclude<Op, "cell" | "upper">;

function plainOperation(trace: Trace, index: number): Record<PlainOp, Operation> {
  const { shape } = trace;
  const { hiddenSize: H, targetTokens: V } = shape;
  const S = trace.source.length;
  const K = keySize(shape);
  const now = subscript(index + 1);
  const top = decoderTop(shape);
  const isLuong = hasAttentionalState(shape);
  const after: Named = [stateSymbol(trace, index + 1, top), 1, H];
  const asked: Named = isLuong ? after : [stateSymbol(trace, index, top), 1, H];
  const query: Named = [`q${now}`, 1, H];
  const scores: Named = [`e${now}`, 1, S];
  const weights: Named = [`α${now}`, 1, S];
  const context: Named = [`c${now}`, 1, K];
  const keys: Named = [SYMBOLS.key, S, K];
  const combined: Named = [`h̃${now}`, 1, H];
  const read = isLuong ? combined : after;
  const token: Named = [tokenSymbol(trace, index), 1, tokenSize(shape, "decoder")];
  return {
    embed: { reads: [], learned: [tokenTable(shape)], gives: [token] },
    query: { reads: [asked], gives: [query] },
    score: { reads: [query, keys], learned: scoreTensors(shape), gives: [scores] },
    softmax: { reads: [scores], gives: [weights] },
    context: { reads: [weights, keys], gives: [context] },
    combine: { reads: [context, after], learned: [["W_c", H, K + H]], gives: [combined] },
    output: {
      reads: [read],
      learned: [
        ["W_out", V, H],
        ["b_out", V],
      ],
      gives: [[`ℓ${now}`, 1, V]],
    },
  };
}

function scoreTensors(shape: ModelShape): Named[] {
  return scoreParameters(shape).map((spec) => [spec.symbol, ...shapeInPyTorch(spec)]);
}

/** The parameters and activations of a model with their shapes, as rows of a table. */
import { hasMemory } from "../../engine/cells/layout";
import {
  contextEntersCell,
  decoderLayersOf,
  decoderInputSize,
  feedsInput,
  hasAttentionalState,
  isBidirectional,
  keySize,
  type ModelShape,
  tokenSize,
} from "../../engine/setup/modelShape";
import { shapeInPyTorch } from "../../engine/setup/learnedParameter";
import { type ParameterName, parameterSpecs, sizeOf } from "../../engine/setup/learnedParameters";
import { SYMBOLS, tokenFunction } from "./symbols";

/** The part of the model that a parameter belongs to: the first word of its name. */
export type Part = "encoder" | "attention" | "decoder";

export interface ParameterRow {
  readonly name: ParameterName; // PyTorch's
  readonly shape: readonly number[]; // PyTorch's: a matrix is [out, in]
  readonly count: number;
}

export interface ParameterGroup {
  readonly part: Part;
  readonly rows: readonly ParameterRow[]; // at least one
  readonly count: number;
}

const PARTS: readonly Part[] = ["encoder", "attention", "decoder"];

/** Every parameter by part, in the order of the flat vector. Parts without parameters are omitted. */
export function parameterGroups(shape: ModelShape): ParameterGroup[] {
  const rows = parameterSpecs(shape).map((spec) => ({
    name: spec.name,
    shape: shapeInPyTorch(spec),
    count: sizeOf(spec.shape),
  }));
  return PARTS.map((part) => {
    const own = rows.filter(({ name }) => name.startsWith(`${part}.`));
    return { part, rows: own, count: own.reduce((sum, { count }) => sum + count, 0) };
  }).filter((group) => group.rows.length > 0);
}

/** size: null if it depends on the example, as S does */
export interface Dimension {
  readonly letter: string;
  readonly size: number | null;
}

export type ActivationName =
  | "sourceIds"
  | "sourceTokens" // embeddings or one-hot vectors
  | "encoderStates" // the keys and values
  | "finalState" // last encoder state, before the bridge
  | "decoderState" // the first state, and the state after each step
  | "cellInput"
  | "query"
  | "weights" // the scores have the same shape
  | "context"
  | "attentional"
  | "logits";

export interface ActivationRow {
  readonly name: ActivationName;
  readonly symbol: string;
  readonly shape: readonly Dimension[];
}

/** The tensors from a batch of source ids to the logits of one decoder step, in the order of computation. */
export function activationRows(shape: ModelShape, batchSize: number): ActivationRow[] {
  const d = dimensions(shape, batchSize);
  const token = `${tokenFunction(shape)}(x)`;
  const { key, state } = SYMBOLS;
  const withMemory = (letter: string): string =>
    hasMemory(shape.cell) ? `(${letter}, C)` : letter;
  const encoder: ActivationRow[] = [
    { name: "sourceIds", symbol: "x", shape: [d.B, d.S] },
    { name: "sourceTokens", symbol: token, shape: [d.B, d.S, d.sourceToken] },
    { name: "encoderStates", symbol: `${key}₁ … ${key}_S`, shape: [d.B, d.S, d.K] },
    { name: "finalState", symbol: withMemory(key), shape: [d.finalLayers, d.B, d.H] },
    { name: "decoderState", symbol: withMemory(state), shape: [d.decoderLayers, d.B, d.H] },
  ];
  const attention: ActivationRow[] = [
    { name: "query", symbol: "q", shape: [d.B, d.one, d.H] },
    { name: "weights", symbol: "α", shape: [d.B, d.one, d.S] },
    { name: "context", symbol: "c", shape: [d.B, d.one, d.K] },
  ];
  const input: ActivationRow = {
    name: "cellInput",
    symbol: inputSymbol(shape),
    shape: [d.B, d.one, d.input],
  };
  const combined: ActivationRow = { name: "attentional", symbol: "h̃", shape: [d.B, d.one, d.H] };
  const logits: ActivationRow = { name: "logits", symbol: "ℓ", shape: [d.B, d.V] };
  if (shape.attention === "none") return [...encoder, input, logits];
  return hasAttentionalState(shape)
    ? [...encoder, input, ...attention, combined, logits]
    : [...encoder, ...attention, input, logits];
}

/** Width of a token: the size of its embedding, or of its vocabulary. */
const TOKEN_LETTERS = {
  learned: { source: "E", target: "E" },
  onehot: { source: "Vₓ", target: "V" },
} as const satisfies Record<ModelShape["tokenInput"], unknown>;

function dimensions(shape: ModelShape, batchSize: number) {
  const { hiddenSize, layers, targetTokens } = shape;
  const isDouble = isBidirectional(shape);
  const isShallow = decoderLayersOf(shape) < layers;
  const token = TOKEN_LETTERS[shape.tokenInput];
  return {
    one: { letter: "1", size: 1 },
    B: { letter: "B", size: batchSize },
    S: { letter: "S", size: null },
    H: { letter: "H", size: hiddenSize },
    K: { letter: isDouble ? "2H" : "H", size: keySize(shape) },
    decoderLayers: isShallow ? { letter: "1", size: 1 } : { letter: "L", size: layers },
    finalLayers: { letter: isDouble ? "2L" : "L", size: isDouble ? 2 * layers : layers },
    V: { letter: "V", size: targetTokens },
    sourceToken: { letter: token.source, size: tokenSize(shape, "encoder") },
    input: { letter: inputLetters(shape, token.target), size: decoderInputSize(shape) },
  } satisfies Readonly<Record<string, Dimension>>;
}

/** Width of the first decoder layer's input, as a sum. */
function inputLetters(shape: ModelShape, token: string): string {
  const context = isBidirectional(shape) ? "2H" : "H";
  if (contextEntersCell(shape)) return `${token}+${context}`;
  return feedsInput(shape) ? `${token}+H` : token;
}

function inputSymbol(shape: ModelShape): string {
  const token = `${tokenFunction(shape)}(y)`;
  if (contextEntersCell(shape)) return `[${token}; c]`;
  return feedsInput(shape) ? `[${token}; h̃]` : token;
}

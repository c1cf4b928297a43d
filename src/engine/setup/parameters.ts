/**
 * The parameters of a model: names, shapes and first values.
 * Names are PyTorch's. A matrix is kept as [in, out], so that a layer reads y = x W + b; PyTorch keeps its transpose.
 */
import type { CellKind } from "./config";
import {
  CELL_BLOCKS,
  decoderInputSize,
  hasAttentionalState,
  isBidirectional,
  keySize,
  type ModelShape,
  tokenSize,
} from "./modelShape";
import type { Random } from "../rng";

export interface ParameterSpec {
  readonly name: ParameterName;
  readonly shape: readonly number[];
  /** First values: the standard normal, or uniform in [-bound, bound]. */
  readonly initial:
    { readonly kind: "normal" } | { readonly kind: "uniform"; readonly bound: number };
  /** Whether PyTorch keeps this matrix transposed, as [out, in]. */
  readonly transposedInPyTorch: boolean;
}

export type Side = "encoder" | "decoder";

/** A layer of a network and, in the encoder, a direction of it, as PyTorch writes them. */
export type LayerName = `l${number}` | `l${number}_reverse`;

export type ParameterName =
  | `${Side}.embedding.weight`
  | `${Side}.${CellKind}.${"weight" | "bias"}_${"ih" | "hh"}_${LayerName}`
  | `encoder.${BridgeName}.${"weight" | "bias"}`
  | `attention.${"query" | "key" | "concat" | "v"}.weight`
  | "attention.diagonal"
  | "decoder.attentional.weight"
  | `decoder.out.${"weight" | "bias"}`;

/** The maps from both directions' last states to the decoder's first: one for h and, in an LSTM, one for c. */
export type BridgeName = "bridge" | "bridge_cell";

type Size = readonly [input: number, output: number];

/** nn.Embedding: rows drawn from the standard normal. */
function embedding(side: Side, tokens: number, size: number): ParameterSpec {
  const initial = { kind: "normal" } as const;
  return {
    name: `${side}.embedding.weight`,
    shape: [tokens, size],
    initial,
    transposedInPyTorch: false,
  };
}

/** nn.Linear's weight: uniform in +-1/sqrt(in). */
function linear(name: ParameterName, [input, output]: Size): ParameterSpec {
  const initial = { kind: "uniform", bound: 1 / Math.sqrt(input) } as const;
  return { name, shape: [input, output], initial, transposedInPyTorch: true };
}

/** A parameter that is no matrix: uniform in +-1/sqrt(in), where `input` is what its layer reads. */
function vector(name: ParameterName, input: number, size: number): ParameterSpec {
  const initial = { kind: "uniform", bound: 1 / Math.sqrt(input) } as const;
  return { name, shape: [size], initial, transposedInPyTorch: false };
}

/** nn.RNN, nn.GRU, nn.LSTM: everything uniform in +-1/sqrt(H); a block of H columns per gate, in PyTorch's order. */
function cell(shape: ModelShape, side: Side, layer: LayerName, input: number): ParameterSpec[] {
  const { cell: kind, hiddenSize: H } = shape;
  const columns = CELL_BLOCKS[kind] * H;
  const initial = { kind: "uniform", bound: 1 / Math.sqrt(H) } as const;
  const spec = (part: "weight" | "bias", of: "ih" | "hh", dims: number[]): ParameterSpec => ({
    name: `${side}.${kind}.${part}_${of}_${layer}`,
    shape: dims,
    initial,
    transposedInPyTorch: part === "weight",
  });
  return [
    spec("weight", "ih", [input, columns]),
    spec("weight", "hh", [H, columns]),
    spec("bias", "ih", [columns]),
    spec("bias", "hh", [columns]),
  ];
}

/** All layers of one side; layers above the first read the states of the one below. */
function network(shape: ModelShape, side: Side, firstInput: number): ParameterSpec[] {
  const isDouble = side === "encoder" && isBidirectional(shape);
  const upperInput = isDouble ? keySize(shape) : shape.hiddenSize;
  return Array.from({ length: shape.layers }, (_, l) => {
    const input = l === 0 ? firstInput : upperInput;
    const forward = cell(shape, side, `l${l}`, input);
    return isDouble ? [...forward, ...cell(shape, side, `l${l}_reverse`, input)] : forward;
  }).flat();
}

function bridge(shape: ModelShape): ParameterSpec[] {
  if (!isBidirectional(shape)) return [];
  const { hiddenSize: H } = shape;
  const names: BridgeName[] = shape.cell === "lstm" ? ["bridge", "bridge_cell"] : ["bridge"];
  return names.flatMap((name) => [
    linear(`encoder.${name}.weight`, [2 * H, H]),
    vector(`encoder.${name}.bias`, 2 * H, H),
  ]);
}

function attention(shape: ModelShape): ParameterSpec[] {
  const { attention: kind, hiddenSize: H } = shape;
  const K = keySize(shape);
  switch (kind) {
    case "none":
    case "dot":
      return [];
    case "general":
      return [linear("attention.key.weight", [K, H])];
    case "diagonal":
      return [vector("attention.diagonal", H, H)];
    case "additive":
      return [
        linear("attention.query.weight", [H, H]),
        linear("attention.key.weight", [K, H]),
        linear("attention.v.weight", [H, 1]),
      ];
    case "concat":
      return [linear("attention.concat.weight", [H + K, H]), linear("attention.v.weight", [H, 1])];
    default:
      return kind satisfies never;
  }
}

function embeddings(shape: ModelShape, side: Side): ParameterSpec[] {
  if (shape.tokenInput === "onehot") return [];
  const tokens = side === "encoder" ? shape.sourceTokens : shape.targetTokens;
  return [embedding(side, tokens, shape.embeddingSize)];
}

/** Every parameter of the model, in the order in which the flat vector holds them. */
export function parameterSpecs(shape: ModelShape): ParameterSpec[] {
  const { hiddenSize: H, targetTokens: V } = shape;
  const combined: Size = [keySize(shape) + H, H];
  return [
    ...embeddings(shape, "encoder"),
    ...network(shape, "encoder", tokenSize(shape, "encoder")),
    ...bridge(shape),
    ...attention(shape),
    ...embeddings(shape, "decoder"),
    ...network(shape, "decoder", decoderInputSize(shape)),
    ...(hasAttentionalState(shape) ? [linear("decoder.attentional.weight", combined)] : []),
    linear("decoder.out.weight", [H, V]),
    vector("decoder.out.bias", H, V),
  ];
}

/** How many numbers a shape holds. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}

/** How many numbers the model learns. */
export function parameterCount(shape: ModelShape): number {
  return parameterSpecs(shape).reduce((sum, spec) => sum + sizeOf(spec.shape), 0);
}

/** First values of all parameters, end to end, as PyTorch's defaults have them. */
export function initialParameters(shape: ModelShape, random: Random): Float32Array {
  const values = new Float32Array(parameterCount(shape));
  let offset = 0;
  for (const { name, shape: dims, initial } of parameterSpecs(shape)) {
    const stream = random.fork(name); // a parameter's values do not depend on which others the model has
    const draw =
      initial.kind === "normal"
        ? () => normal(stream)
        : () => initial.bound * (2 * stream.next() - 1);
    const end = offset + sizeOf(dims);
    while (offset < end) values[offset++] = draw();
  }
  return values;
}

/** Standard normal (Box and Muller 1958). */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

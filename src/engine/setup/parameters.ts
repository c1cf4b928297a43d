/**
 * The parameters of a model: names, shapes and first values.
 * Names are PyTorch's. A matrix is kept as [in, out], so that a layer reads y = x W + b; PyTorch keeps its transpose.
 */
import { cellBlocks, hasMemory } from "../cells/layout";
import { SCORE_PARAMETERS } from "../scores/parameters";
import type { ScoreParameter, ScoreParameterName } from "../scores/score";
import type { CellKind } from "./config";
import {
  decoderInputSize,
  hasAttentionalState,
  isBidirectional,
  keySize,
  type ModelShape,
  type ReadingDirection,
  readingsOf,
  tokenSize,
} from "./modelShape";
import { embedding, linear, type Parameter, recurrent, vector } from "./parameter";
import type { Random } from "../rng";

export interface ParameterSpec extends Parameter {
  readonly name: ParameterName;
}

export type Side = "encoder" | "decoder";

/** A layer of a network and, in the encoder, a direction of it, as PyTorch writes them. */
export type LayerName = `l${number}` | `l${number}_reverse`;

export type ParameterName =
  | `${Side}.embedding.weight`
  | `${Side}.${CellKind}.${"weight" | "bias"}_${"ih" | "hh"}_${LayerName}`
  | `encoder.${BridgeName}.${"weight" | "bias"}`
  | ScoreParameterName
  | "decoder.attentional.weight"
  | `decoder.out.${"weight" | "bias"}`;

/** The maps from both directions' last states to the decoder's first: one for h and, in an LSTM, one for c. */
export type BridgeName = "bridge" | "bridge_cell";

/** nn.RNN, nn.GRU, nn.LSTM: a block of H columns for each gate or candidate, in PyTorch's order. */
function cell(shape: ModelShape, side: Side, layer: LayerName, input: number): ParameterSpec[] {
  const { cell: kind, hiddenSize: H } = shape;
  const columns = cellBlocks(kind) * H;
  const name = `${side}.${kind}` as const;
  return [
    { name: `${name}.weight_ih_${layer}`, ...recurrent([input, columns], H) },
    { name: `${name}.weight_hh_${layer}`, ...recurrent([H, columns], H) },
    { name: `${name}.bias_ih_${layer}`, ...vector(H, columns) },
    { name: `${name}.bias_hh_${layer}`, ...vector(H, columns) },
  ];
}

/** A layer's name in a reading of the source. l is 0-based */
export function layerName(l: number, reading: ReadingDirection): LayerName {
  switch (reading) {
    case "forward":
      return `l${l}`;
    case "backward":
      return `l${l}_reverse`;
    default:
      return reading satisfies never;
  }
}

/** All layers of one side; layers above the first read the states of the one below. */
function network(shape: ModelShape, side: Side, firstInput: number): ParameterSpec[] {
  const readings = side === "encoder" ? readingsOf(shape) : (["forward"] as const);
  const upperInput = readings.length * shape.hiddenSize;
  return Array.from({ length: shape.layers }, (_, l) => {
    const input = l === 0 ? firstInput : upperInput;
    return readings.flatMap((reading) => cell(shape, side, layerName(l, reading), input));
  }).flat();
}

function bridge(shape: ModelShape): ParameterSpec[] {
  if (!isBidirectional(shape)) return [];
  const { hiddenSize: H } = shape;
  const names: BridgeName[] = hasMemory(shape.cell) ? ["bridge", "bridge_cell"] : ["bridge"];
  return names.flatMap((name) => [
    { name: `encoder.${name}.weight`, ...linear([2 * H, H]) },
    { name: `encoder.${name}.bias`, ...vector(2 * H, H) },
  ]);
}

/** What the score function learns, and its letters in the equations. */
export function scoreParameters(shape: ModelShape): (ParameterSpec & ScoreParameter)[] {
  if (shape.attention === "none") return [];
  const { learned } = SCORE_PARAMETERS[shape.attention];
  const parameters = learned({ H: shape.hiddenSize, K: keySize(shape) });
  return Object.entries<ScoreParameter>(parameters).map(([name, parameter]) => ({
    name: name as ScoreParameterName,
    ...parameter,
  }));
}

function attention(shape: ModelShape): ParameterSpec[] {
  return scoreParameters(shape).map(({ name, shape: dims, initial, transposedInPyTorch }) => ({
    name,
    shape: dims,
    initial,
    transposedInPyTorch,
  }));
}

function embeddings(shape: ModelShape, side: Side): ParameterSpec[] {
  const { tokenInput, embeddingSize: E } = shape;
  const tokens = side === "encoder" ? shape.sourceTokens : shape.targetTokens;
  switch (tokenInput) {
    case "learned":
      return [{ name: `${side}.embedding.weight`, ...embedding(tokens, E) }];
    case "onehot":
      return [];
    default:
      return tokenInput satisfies never;
  }
}

function attentional(shape: ModelShape): ParameterSpec[] {
  if (!hasAttentionalState(shape)) return [];
  const { hiddenSize: H } = shape;
  return [{ name: "decoder.attentional.weight", ...linear([keySize(shape) + H, H]) }];
}

/** Every parameter of the model, in the order in which the flat vector holds them. */
export function parameterSpecs(shape: ModelShape): ParameterSpec[] {
  const { hiddenSize: H, targetTokens: V } = shape;
  return [
    ...embeddings(shape, "encoder"),
    ...network(shape, "encoder", tokenSize(shape, "encoder")),
    ...bridge(shape),
    ...attention(shape),
    ...embeddings(shape, "decoder"),
    ...network(shape, "decoder", decoderInputSize(shape)),
    ...attentional(shape),
    { name: "decoder.out.weight", ...linear([H, V]) },
    { name: "decoder.out.bias", ...vector(H, V) },
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

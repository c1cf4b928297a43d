/**
 * The parameters of a model: names, shapes and initial values.
 * Names are PyTorch's. A matrix is stored as [in, out], so that a layer is y = x W + b; PyTorch stores the transpose.
 */
import { cellBlocks, hasMemory } from "../cells/layout";
import { SCORE_PARAMETERS } from "../scores/parameters";
import type { ScoreParameter, ScoreParameterName } from "../scores/score";
import type { CellKind, NetworkKind } from "./config";
import {
  decoderInputSize,
  decoderLayersOf,
  hasAttentionalState,
  isBidirectional,
  keySize,
  type ModelShape,
  type ReadingDirection,
  directionsOf,
  tokenSize,
} from "./modelShape";
import { embedding, linear, type Parameter, recurrent, vector } from "./learnedParameter";
import { type TransformerParameterName, transformerParameters } from "./transformerParameters";
import type { Random } from "../rng";

export interface ParameterSpec extends Parameter {
  readonly name: ParameterName;
}

export type Side = "encoder" | "decoder";

/** PyTorch's name of a layer and, in the encoder, of its direction. */
export type LayerName = `l${number}` | `l${number}_reverse`;

export type ParameterName =
  | `${Side}.embedding.weight`
  | `${Side}.${CellKind}.${"weight" | "bias"}_${"ih" | "hh"}_${LayerName}`
  | `encoder.${BridgeName}.${"weight" | "bias"}`
  | ScoreParameterName
  | TransformerParameterName
  | "decoder.attentional.weight"
  | `classifier.${"weight" | "bias"}` // of an encoder alone
  | "decoder.class_embedding.weight" // of a decoder alone
  | `decoder.out.${"weight" | "bias"}`;

/** The maps from both directions' last states to the decoder's initial state: one for h and, in an LSTM, one for c. */
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

/** The name of layer `l` (0-based) in a direction. */
export function layerName(l: number, direction: ReadingDirection): LayerName {
  switch (direction) {
    case "forward":
      return `l${l}`;
    case "backward":
      return `l${l}_reverse`;
    default:
      return direction satisfies never;
  }
}

/** All layers of one side; the input of an upper layer is the state of the layer below. */
function network(shape: ModelShape, side: Side, firstInput: number): ParameterSpec[] {
  const directions = side === "encoder" ? directionsOf(shape) : (["forward"] as const);
  const upperInput = directions.length * shape.hiddenSize;
  const layers = side === "encoder" ? shape.layers : decoderLayersOf(shape);
  return Array.from({ length: layers }, (_, l) => {
    const input = l === 0 ? firstInput : upperInput;
    return directions.flatMap((direction) => cell(shape, side, layerName(l, direction), input));
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

/** The parameters of the score function, with their symbols in the equations. */
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

const SPECS: Readonly<Record<NetworkKind, (shape: ModelShape) => ParameterSpec[]>> = {
  recurrent: recurrentParameters,
  transformer: transformerParameters,
};

/** Half of the family alone has parameters of its own; those of every other model follow from its shape. */
interface OwnParameters {
  readonly parameters?: readonly ParameterSpec[];
}

/** Every parameter of the model, in the order in which the flat vector holds them. */
export function parameterSpecs(shape: ModelShape & OwnParameters): readonly ParameterSpec[] {
  return shape.parameters ?? SPECS[shape.network](shape);
}

function recurrentParameters(shape: ModelShape): ParameterSpec[] {
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

/** Initial values of all parameters in one flat vector, distributed as PyTorch's defaults. */
export function initialParameters(shape: ModelShape, random: Random): Float32Array {
  const values = new Float32Array(parameterCount(shape));
  let offset = 0;
  for (const { name, shape: dims, initial } of parameterSpecs(shape)) {
    const stream = random.fork(name); // values independent of the model's other parameters
    const end = offset + sizeOf(dims);
    while (offset < end) values[offset++] = draw(initial, stream);
  }
  return values;
}

function draw(initial: Parameter["initial"], random: Random): number {
  switch (initial.kind) {
    case "normal":
      return normal(random);
    case "uniform":
      return initial.bound * (2 * random.next() - 1);
    case "constant":
      return initial.value;
    default:
      return initial satisfies never;
  }
}

/** Standard normal (Box and Muller 1958). */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/**
 * The parameters of a Transformer: names, shapes and first values of nn.TransformerEncoder and nn.TransformerDecoder
 * with `norm_first=True` and a last norm. Token vectors are nn.Embedding's; learned positions are, too.
 */
import { constant, embedding, glorot, linear, type Parameter, vector } from "./learnedParameter";
import type { ParameterSpec, Side } from "./learnedParameters";
import { innerSize, type ModelShape } from "./modelShape";

/** The attention of a layer: to its own side, or in the decoder to the encoder's states. */
export type AttentionName = "self_attn" | "multihead_attn";

/** A layer of one side, 0 at the bottom. */
export type TransformerLayerName = `${Side}.layers.${number}`;

/** A norm has a weight and a bias. */
export type NormName = `${TransformerLayerName}.norm${1 | 2 | 3}` | `${Side}.norm`;

export type TransformerParameterName =
  | `${Side}.positions.weight`
  | `${TransformerLayerName}.${AttentionName}.${"in_proj_weight" | "in_proj_bias"}`
  | `${TransformerLayerName}.${AttentionName}.out_proj.${"weight" | "bias"}`
  | `${TransformerLayerName}.linear${1 | 2}.${"weight" | "bias"}`
  | `${NormName}.${"weight" | "bias"}`;

/** The rows of a table of learned positions; positions behind the last one share its row. */
export const LEARNED_POSITIONS = 64;

/** The attentions of a layer, in the order in which it computes them. */
const ATTENTIONS: Readonly<Record<Side, readonly AttentionName[]>> = {
  encoder: ["self_attn"],
  decoder: ["self_attn", "multihead_attn"],
};

/** Every parameter of a Transformer, in the order of the flat vector. */
export function transformerParameters(shape: ModelShape): ParameterSpec[] {
  const { hiddenSize: d, targetTokens: V } = shape;
  return [
    ...side(shape, "encoder"),
    ...side(shape, "decoder"),
    { name: "decoder.out.weight", ...linear([d, V]) },
    { name: "decoder.out.bias", ...vector(d, V) },
  ];
}

function side(shape: ModelShape, name: Side): ParameterSpec[] {
  const { hiddenSize: d, layers } = shape;
  const tokens = name === "encoder" ? shape.sourceTokens : shape.targetTokens;
  const positions: ParameterSpec[] =
    shape.positions === "learned"
      ? [{ name: `${name}.positions.weight`, ...embedding(LEARNED_POSITIONS, d) }]
      : [];
  return [
    { name: `${name}.embedding.weight`, ...embedding(tokens, d) },
    ...positions,
    ...Array.from({ length: layers }, (_, l) => layer(shape, name, l)).flat(),
    ...norm(`${name}.norm`, d),
  ];
}

function layer(shape: ModelShape, of: Side, l: number): ParameterSpec[] {
  const { hiddenSize: d } = shape;
  const name: TransformerLayerName = `${of}.layers.${l}`;
  const F = innerSize(shape);
  const norms = [1, 2, 3].slice(0, ATTENTIONS[of].length + 1) as (1 | 2 | 3)[];
  return [
    ...ATTENTIONS[of].flatMap((attention) => attentionParameters(name, attention, d)),
    { name: `${name}.linear1.weight`, ...linear([d, F]) },
    { name: `${name}.linear1.bias`, ...vector(d, F) },
    { name: `${name}.linear2.weight`, ...linear([F, d]) },
    { name: `${name}.linear2.bias`, ...vector(F, d) },
    ...norms.flatMap((n) => norm(`${name}.norm${n}`, d)),
  ];
}

/** nn.MultiheadAttention: the matrices of q, k and v side by side, then that of the joined heads. */
function attentionParameters(
  layerName: TransformerLayerName,
  attention: AttentionName,
  d: number,
): ParameterSpec[] {
  const name = `${layerName}.${attention}` as const;
  return [
    { name: `${name}.in_proj_weight`, ...glorot([d, 3 * d]) },
    { name: `${name}.in_proj_bias`, ...constant(3 * d, 0) },
    { name: `${name}.out_proj.weight`, ...linear([d, d]) },
    { name: `${name}.out_proj.bias`, ...constant(d, 0) },
  ];
}

/** nn.LayerNorm: multiplies by 1 and adds 0 at first. */
function norm(name: NormName, d: number): ParameterSpec[] {
  const filled = (value: number): Parameter => constant(d, value);
  return [
    { name: `${name}.weight`, ...filled(1) },
    { name: `${name}.bias`, ...filled(0) },
  ];
}

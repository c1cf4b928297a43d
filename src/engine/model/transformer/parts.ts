/** The parts of a Transformer that look at one position alone: token vectors, norm and feed-forward network. */
import {
  add,
  mean,
  mul,
  relu,
  reshape,
  rsqrt,
  square,
  sub,
  type Tensor,
  tensor,
  tensor1d,
} from "@tensorflow/tfjs-core";
import type { Side } from "../../setup/learnedParameters";
import type { ModelShape } from "../../setup/modelShape";
import { sinusoid } from "../../setup/positions";
import {
  LEARNED_POSITIONS,
  type NormName,
  type TransformerLayerName,
} from "../../setup/transformerParameters";
import type { Dropout } from "../dropout";
import { lookUp, product } from "../product";
import { type Weights, weight } from "../weights";

/** A model on tensors, for one pass. */
export interface Pieces {
  readonly weights: Weights;
  readonly shape: ModelShape;
  readonly dropout: Dropout;
}

/** The variance is at least this in a norm, as in nn.LayerNorm. */
const NORM_EPSILON = 1e-5;

/** x W + b at every position. x [B, n, I], W [I, O], b [O] -> [B, n, O] */
export function linear(x: Tensor, w: Tensor, b: Tensor): Tensor {
  const [B, n, I] = x.shape as [number, number, number];
  return reshape(add(product(reshape(x, [B * n, I]), w), b), [B, n, -1]);
}

/**
 * Token vectors with their positions added.
 * @param ids [B, n] int32
 * @param from the position of the first of the n tokens
 * @returns [B, n, d]
 */
export function embed(
  { weights, shape, dropout }: Pieces,
  of: Side,
  ids: Tensor,
  from: number,
): Tensor {
  const [B, n] = ids.shape as [number, number];
  const table = weight(weights, `${of}.embedding.weight`);
  const tokens = reshape(lookUp(reshape(ids, [B * n]), table), [B, n, -1]);
  const marked = add(tokens, positionsOf(weights, shape, of, { from, count: n }));
  return dropout(`${of}.embedding`, marked);
}

interface Span {
  readonly from: number;
  readonly count: number;
}

/** The vectors of consecutive positions. [n, d] */
function positionsOf(weights: Weights, shape: ModelShape, of: Side, { from, count }: Span): Tensor {
  const places = Array.from({ length: count }, (_, i) => from + i);
  const { hiddenSize: d, positions } = shape;
  switch (positions) {
    case "sinusoidal":
      return tensor(
        places.flatMap((place) => sinusoid(place, d)),
        [count, d],
      );
    case "learned": {
      const rows = places.map((place) => Math.min(place, LEARNED_POSITIONS - 1));
      return lookUp(tensor1d(rows, "int32"), weight(weights, `${of}.positions.weight`));
    }
    default:
      return positions satisfies never;
  }
}

/** (x - mean) / sqrt(variance + epsilon) * weight + bias at every position (Ba et al. 2016). x [B, n, d] */
export function norm({ weights }: Pieces, name: NormName, x: Tensor): Tensor {
  const centred = sub(x, mean(x, -1, true));
  const variance = mean<Tensor>(square(centred), -1, true); // [B, n, 1]
  const even = mul(centred, rsqrt(add(variance, NORM_EPSILON)));
  return add(mul(even, weight(weights, `${name}.weight`)), weight(weights, `${name}.bias`));
}

/** relu(x W1 + b1) W2 + b2 at every position. x [B, n, d] */
export function feedForward({ weights }: Pieces, layer: TransformerLayerName, x: Tensor): Tensor {
  const of = (part: 1 | 2, name: "weight" | "bias"): Tensor =>
    weight(weights, `${layer}.linear${part}.${name}`);
  const inner = relu(linear(x, of(1, "weight"), of(1, "bias"))); // [B, n, F]
  return linear(inner, of(2, "weight"), of(2, "bias"));
}

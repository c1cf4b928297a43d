/** Attention with several heads: each compares queries and keys in a share of the state (Vaswani et al. 2017, section 3.2). */
import {
  add,
  concat,
  customGrad,
  matMul,
  mul,
  reshape,
  slice,
  softmax,
  type Tensor,
  transpose,
} from "@tensorflow/tfjs-core";
import { headsOf } from "../../setup/modelShape";
import type { AttentionName, TransformerLayerName } from "../../setup/transformerParameters";
import type { Save } from "../product";
import { weight } from "../weights";
import { linear, type Pieces } from "./parts";

/** Keys and values of all heads. [B h, m, d/h] each */
export interface KeysAndValues {
  readonly keys: Tensor;
  readonly values: Tensor;
}

/** One attention of a layer, for all heads. n queries, m keys. */
export interface AttendedHeads extends KeysAndValues {
  readonly queries: Tensor; //  [B h, n, d/h]
  readonly scores: Tensor; //   q.k / sqrt(d/h), nothing masked   [B, h, n, m]
  readonly weights: Tensor; //  softmax over the keys in sight    [B, h, n, m]
  readonly contexts: Tensor; // sum of values, by head            [B h, n, d/h]
  readonly output: Tensor; //   the joined contexts times W + b   [B, n, d]
}

/** The attention of a layer by its name. */
export interface AttentionPlace {
  readonly layer: TransformerLayerName;
  readonly attention: AttentionName;
}

/** Queries, keys and values are consecutive thirds of one matrix, as in nn.MultiheadAttention. */
type Third = 0 | 1 | 2;

/** One of q, k and v for states x. [B, n, d] -> [B h, n, d/h] */
function project(
  { weights, shape }: Pieces,
  { layer, attention }: AttentionPlace,
  third: Third,
  x: Tensor,
): Tensor {
  const { hiddenSize: d } = shape;
  const name = `${layer}.${attention}` as const;
  const w = slice(weight(weights, `${name}.in_proj_weight`), [0, third * d], [d, d]);
  const b = slice(weight(weights, `${name}.in_proj_bias`), [third * d], [d]);
  return splitHeads(linear(x, w, b), headsOf(shape));
}

/** The keys and values of states x [B, m, d]. */
export function keysAndValues(pieces: Pieces, place: AttentionPlace, x: Tensor): KeysAndValues {
  return { keys: project(pieces, place, 1, x), values: project(pieces, place, 2, x) };
}

/** Head i has the i-th share of every state. [B, n, d] -> [B h, n, d/h] */
function splitHeads(x: Tensor, h: number): Tensor {
  const [B, n, d] = x.shape as [number, number, number];
  return reshape(transpose(reshape(x, [B, n, h, d / h]), [0, 2, 1, 3]), [B * h, n, d / h]);
}

/** [B h, n, d/h] -> [B, n, d] */
function joinHeads(x: Tensor, h: number): Tensor {
  const [rows, n, share] = x.shape as [number, number, number];
  return reshape(transpose(reshape(x, [rows / h, h, n, share]), [0, 2, 1, 3]), [
    rows / h,
    n,
    h * share,
  ]);
}

/**
 * Attends from states x to keys and values.
 * @param x [B, n, d]
 * @param hides added to the scores: 0 at keys in sight, else far below every score; broadcasts to [B, h, n, m]
 */
export function attendHeads(
  pieces: Pieces,
  place: AttentionPlace,
  { x, hides, ...given }: KeysAndValues & { readonly x: Tensor; readonly hides: Tensor },
): AttendedHeads {
  const h = headsOf(pieces.shape);
  const [B, n, d] = x.shape as [number, number, number];
  const m = given.keys.shape[1] ?? 0;
  const queries = project(pieces, place, 0, x);
  const scale = 1 / Math.sqrt(d / h);
  const products = batchProduct(queries, transpose(given.keys, [0, 2, 1])); // [B h, n, m]
  const scores = reshape(mul(products, scale), [B, h, n, m]);
  const weights = softmax(add(scores, hides)); //                              [B, h, n, m]
  const contexts = batchProduct(reshape(weights, [B * h, n, m]), given.values);
  const name = `${place.layer}.${place.attention}.out_proj` as const;
  const [w, b] = [weight(pieces.weights, `${name}.weight`), weight(pieces.weights, `${name}.bias`)];
  const output = linear(joinHeads(contexts, h), w, b);
  return { ...given, queries, scores, weights, contexts, output };
}

/** More keys and values behind those of earlier positions. */
export function appended(
  past: KeysAndValues | null,
  { keys, values }: KeysAndValues,
): KeysAndValues {
  if (past === null) return { keys, values };
  return { keys: concat([past.keys, keys], 1), values: concat([past.values, values], 1) };
}

/** a b for every row of a batch. [N, n, k], [N, k, m] -> [N, n, m]. Its gradients transpose first, as those of `product`. */
function batchProduct(a: Tensor, b: Tensor): Tensor {
  const op = customGrad((left, right, save) => {
    (save as Save)([left as Tensor, right as Tensor]);
    return {
      value: matMul(left as Tensor, right as Tensor),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [x, y] = saved as [Tensor, Tensor];
        return [matMul(dy, transpose(y, [0, 2, 1])), matMul(transpose(x, [0, 2, 1]), dy)];
      },
    };
  });
  return op(a, b);
}

/** How tokens enter a network: as rows of a learned embedding, or as one-hot vectors. */
import { add, cast, oneHot, type Tensor } from "@tensorflow/tfjs-core";
import { type ModelShape, tokenSize } from "../setup/modelShape";
import type { Side } from "../setup/parameters";
import type { Dropout } from "./dropout";
import { lookUp, product } from "./product";
import { type Weights, weight } from "./weights";

/** x W + b for the tokens' vectors x. W [X, GH], b [GH] -> [N, GH] */
export type TokenProjection = (w: Tensor, b: Tensor) => Tensor;

interface Reader {
  readonly weights: Weights;
  readonly shape: ModelShape;
  readonly dropout: Dropout;
}

/**
 * Tokens ready to be projected by a layer; both directions of an encoder project the same vectors.
 * A one-hot vector times W is a row of W, so the product is never carried out. Nothing of a one-hot vector is dropped.
 * @param ids [N] int32
 */
export function tokenProjection(
  { weights, shape, dropout }: Reader,
  side: Side,
  ids: Tensor,
): TokenProjection {
  const { tokenInput } = shape;
  switch (tokenInput) {
    case "onehot":
      return (w, b) => add(lookUp(ids, w), b);
    case "learned": {
      const embedded = lookUp(ids, weight(weights, `${side}.embedding.weight`)); // [N, E]
      const kept = dropout(`${side}.embedding`, embedded);
      return (w, b) => add(product(kept, w), b);
    }
    default:
      return tokenInput satisfies never;
  }
}

/** The tokens' vectors themselves, for showing. ids [N] int32 -> [N, E], or one-hot [N, vocabulary] */
export function tokenVectors(weights: Weights, shape: ModelShape, side: Side, ids: Tensor): Tensor {
  const { tokenInput } = shape;
  switch (tokenInput) {
    case "onehot":
      return cast(oneHot(ids, tokenSize(shape, side)), "float32"); // asked for floats, wasm writes an integer's bits
    case "learned":
      return lookUp(ids, weight(weights, `${side}.embedding.weight`));
    default:
      return tokenInput satisfies never;
  }
}

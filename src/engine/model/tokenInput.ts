/** The tokens' input to a network: rows of a learned embedding, or one-hot vectors. */
import { add, cast, oneHot, type Tensor } from "@tensorflow/tfjs-core";
import { type ModelShape, tokenSize } from "../setup/modelShape";
import type { Side } from "../setup/learnedParameters";
import type { Dropout } from "./dropout";
import { lookUp, product } from "./product";
import { type Weights, weight } from "./weights";

/** x W + b for the tokens' vectors x. W [X, GH], b [GH] -> [N, GH] */
export type TokenProjection = (w: Tensor, b: Tensor) => Tensor;

interface TokenInput {
  readonly weights: Weights;
  readonly shape: ModelShape;
  readonly dropout: Dropout;
}

/**
 * The projection of the tokens' vectors; both directions of an encoder project the same vectors.
 * A one-hot vector times W is a row of W, so a look-up replaces the product. One-hot vectors have no dropout.
 * @param ids [N] int32
 */
export function tokenProjection(
  { weights, shape, dropout }: TokenInput,
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

/** The tokens' vectors, for traces. ids [N] int32 -> [N, E], or one-hot [N, vocabulary] */
export function tokenVectors(weights: Weights, shape: ModelShape, side: Side, ids: Tensor): Tensor {
  const { tokenInput } = shape;
  switch (tokenInput) {
    case "onehot":
      return cast(oneHot(ids, tokenSize(shape, side)), "float32"); // oneHot's own dtype gives wrong bits on wasm
    case "learned":
      return lookUp(ids, weight(weights, `${side}.embedding.weight`));
    default:
      return tokenInput satisfies never;
  }
}

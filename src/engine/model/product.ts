/** Matrix products and embedding look-ups whose gradients are fast on every backend. */
import {
  customGrad,
  gather,
  matMul,
  oneHot,
  type Tensor,
  type Tensor1D,
  transpose,
} from "@tensorflow/tfjs-core";

/** Saves tensors of the forward pass for the backward pass; customGrad's type lacks this signature. */
export type Save = (tensors: Tensor[]) => void;

/**
 * Matrix product x W.
 * Its gradients transpose explicitly before they multiply: WebAssembly multiplies a matrix that is only marked as
 * transposed in a scalar loop, far slower than a plain product.
 * @param x [N, I]
 * @param w [I, O]
 * @returns [N, O]
 */
export function product(x: Tensor, w: Tensor): Tensor {
  const op = customGrad((a, b, save) => {
    const [left, right] = [a as Tensor, b as Tensor];
    (save as Save)([left, right]);
    return {
      value: matMul(left, right),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [savedLeft, savedRight] = saved as [Tensor, Tensor];
        return [
          matMul(dy, transpose(savedRight)), // dx = dy W'   [N, I]
          matMul(transpose(savedLeft), dy), //  dW = x' dy   [I, O]
        ];
      },
    };
  });
  return op(x, w);
}

/**
 * Rows of a table by id. The gradient is a one-hot product, because not every backend can scatter.
 * @param ids [N] int32
 * @param table [V, E]
 * @returns [N, E]
 */
export function lookUp(ids: Tensor, table: Tensor): Tensor {
  const [tokens] = table.shape as [number, number];
  const op = customGrad((rows, save) => {
    (save as Save)([ids]);
    return {
      value: gather(rows as Tensor, ids as Tensor1D),
      gradFunc: (dy: Tensor, [savedIds]: Tensor[]) => {
        const chosen = oneHot(savedIds as Tensor, tokens); // [N, V]
        return [matMul(transpose(chosen), dy)]; //                      [V, E]
      },
    };
  });
  return op(table);
}

/**
 * Inverted dropout (Srivastava et al. 2014): training scales up the kept units, so that decoding needs no scaling.
 * It acts on embeddings and between layers, as in PyTorch's recurrent layers and common seq2seq code.
 */
import { mul, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { type DropoutMasks, type DropoutSite, noMasks } from "../training/dropoutMasks";

/** Drops units of x; the result has the same shape. */
export type Dropout = (site: DropoutSite, x: Tensor) => Tensor;

/** Keeps every unit, as in decoding. */
export const noDropout: Dropout = (_site, x) => x;

/** Dropout with these masks. */
export function dropoutBy(masks: DropoutMasks): Dropout {
  if (masks === noMasks) return noDropout;
  return (site, x) => {
    const mask = masks(site, x.size);
    return mask ? mul(x, tensor(mask, x.shape)) : x;
  };
}

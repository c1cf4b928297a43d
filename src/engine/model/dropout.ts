/**
 * Dropout (Srivastava et al. 2014), inverted: what stays is scaled up while training, so that nothing need be scaled
 * when decoding. It acts where PyTorch's recurrent layers and the usual seq2seq code have it: on embeddings and between layers.
 */
import { mul, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { type DropoutMasks, type DropoutSite, noMasks } from "../training/dropoutMasks";

/** Drops units of x; the same shape comes back. */
export type Dropout = (site: DropoutSite, x: Tensor) => Tensor;

/** As when decoding: everything stays. */
export const noDropout: Dropout = (_site, x) => x;

/** Dropout of tensors by these masks. */
export function dropoutBy(masks: DropoutMasks): Dropout {
  if (masks === noMasks) return noDropout;
  return (site, x) => {
    const mask = masks(site, x.size);
    return mask ? mul(x, tensor(mask, x.shape)) : x;
  };
}

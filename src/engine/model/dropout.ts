/**
 * Dropout (Srivastava et al. 2014), inverted: what stays is scaled up while training, so that nothing need be scaled
 * when decoding. It acts where PyTorch's recurrent layers and the usual seq2seq code have it: on embeddings and between layers.
 */
import { mul, type Tensor, tensor } from "@tensorflow/tfjs-core";
import type { Side } from "../parameters";
import type { Random } from "../rng";

/** Where units are dropped: behind the embedding of either side, and between its layers. */
export type DropoutSite = `${Side}.${"embedding" | "layers"}`;

/**
 * Factors for the units of a site: 0 where a unit is dropped. They follow the site's tensor, row-major by pair and
 * position: [B S, E], [B T, E], [B, S, K], and [B, H] at each step of the decoder. null: nothing is dropped.
 * A pass asks for them in this order: the encoder's embedding and layers, the decoder's embedding, then its layers step by step.
 */
export type DropoutMasks = (site: DropoutSite, size: number) => Float32Array | null;

/** As when decoding: everything stays. */
export const noMasks: DropoutMasks = () => null;

/**
 * Drops each unit with this probability, by masks that the random stream decides.
 * The masks are drawn here rather than by the tensor library, whose generator restarts from its seed at every call.
 */
export function drawMasks(rate: number, random: Random): DropoutMasks {
  if (rate === 0) return noMasks;
  const kept = 1 / (1 - rate);
  return (_site, size) => {
    const mask = new Float32Array(size);
    for (let i = 0; i < size; i++) mask[i] = random.next() < rate ? 0 : kept;
    return mask;
  };
}

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

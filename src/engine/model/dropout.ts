/**
 * Dropout (Srivastava et al. 2014), inverted: what stays is scaled up while training, so that nothing need be scaled
 * when decoding. It acts where PyTorch's recurrent layers and the usual seq2seq code have it: on embeddings and between layers.
 */
import { mul, type Tensor, tensor } from "@tensorflow/tfjs-core";
import type { Side } from "../parameters";
import type { Random } from "../rng";

/** Where units are dropped: behind the embedding of either side, and between its layers. */
export type DropoutSite = `${Side}.${"embedding" | "layers"}`;

/** Drops units of x; the same shape comes back. */
export type Dropout = (site: DropoutSite, x: Tensor) => Tensor;

/** As when decoding: everything stays. */
export const noDropout: Dropout = (_site, x) => x;

/**
 * Drops each unit with this probability, by masks that the random stream decides.
 * The masks are drawn here rather than by the tensor library, whose generator restarts from its seed at every call.
 */
export function dropoutOf(rate: number, random: Random): Dropout {
  if (rate === 0) return noDropout;
  const kept = 1 / (1 - rate);
  return (_site, x) => {
    const mask = new Float32Array(x.size);
    for (let i = 0; i < mask.length; i++) mask[i] = random.next() < rate ? 0 : kept;
    return mul(x, tensor(mask, x.shape));
  };
}

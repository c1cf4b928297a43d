/** The diagonal score on tensors: general with a diagonal W. */
import { mul } from "@tensorflow/tfjs-core";
import { multiplicative } from "../forms/multiplicative/textbook";
import type { TextbookScore } from "../score";

/** q . (d * k) */
export const diagonal: TextbookScore<"diagonal"> = (own, keys) =>
  multiplicative(mul(keys, own("attention.diagonal")));

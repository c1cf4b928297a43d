/** The diagonal score in TeX; the option also shows the sum over elements. */
import type { ScoreTex } from "../score";

export const diagonal: ScoreTex = {
  step: ({ q, k }) => [String.raw`&= ${q}^{\top} (d \odot ${k})`],
  inner: null,
  option: ({ q, k, qi, ki }) => [
    String.raw`&= ${q}^{\top} \operatorname{diag}(d)\, ${k} = \textstyle\sum_i d_i\, ${qi}\, ${ki}`,
  ],
};

/** The dot product in TeX. */
import type { ScoreTex } from "../score";

export const dot: ScoreTex = {
  step: ({ q, k }) => [String.raw`&= ${q}^{\top}\, ${k}`],
  inner: null,
  option: ({ q, k }) => [String.raw`&= ${q}^{\top} ${k}`],
};

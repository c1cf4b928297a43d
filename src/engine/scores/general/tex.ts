/** The general score in TeX. */
import type { ScoreLines, ScoreTerms, ScoreTex } from "../score";

const lines = ({ q, k }: ScoreTerms): ScoreLines => [String.raw`&= ${q}^{\top} W\, ${k}`];

export const general: ScoreTex = {
  step: lines,
  inner: ({ k }) => String.raw`W\, ${k}`,
  option: lines,
};

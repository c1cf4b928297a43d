/** The additive score in TeX. */
import type { ScoreLines, ScoreTerms, ScoreTex } from "../score";

const lines = ({ q, k }: ScoreTerms): ScoreLines => [
  String.raw`&= v^{\top} \tanh(W ${q} + U ${k})`,
];

export const additive: ScoreTex = {
  step: lines,
  inner: ({ q, k }) => `W ${q} + U ${k}`,
  option: lines,
};

/** The concat score in TeX, with its equivalence to the additive score. */
import { additive } from "../additive/tex";
import type { ScoreLines, ScoreTerms, ScoreTex } from "../score";

const lines =
  (gap: string) =>
  (terms: ScoreTerms): ScoreLines => [
    String.raw`&= v^{\top} \tanh(W_a${gap} [${terms.q};\, ${terms.k}])`,
    ...additive.step(terms),
    String.raw`W_a &= [\,W \;\; U\,]`,
  ];

export const concat: ScoreTex = {
  step: lines(String.raw`\,`),
  inner: ({ q, k }) => String.raw`W_a [${q};\, ${k}]`,
  option: lines(""),
};

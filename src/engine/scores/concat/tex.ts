/** The concat score in TeX: it is additive with W and U side by side in one matrix, and says so. */
import { additive } from "../additive/tex";
import type { ScoreLines, ScoreTerms, ScoreTex } from "../score";

const lines =
  (gap: string) =>
  (terms: ScoreTerms): ScoreLines => [
    String.raw`&= v^{\top} \tanh(W_a${gap} [${terms.q};\, ${terms.k}])`,
    ...additive.step(terms),
    String.raw`W_a &= [\,W \;\; U\,]`,
  ];

export const concat: ScoreTex = { step: lines(String.raw`\,`), option: lines("") };

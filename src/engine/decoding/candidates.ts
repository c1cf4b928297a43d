/** The most probable tokens of a step. */
import type { Vocabulary } from "../text/tokens";
import { viewToken } from "../text/tokens";
import { type Candidate, TOP_CANDIDATES } from "../results/trace";

/**
 * The most probable tokens, best first; ties go to the smaller id, like argmax.
 * @param logits [V]
 */
export function topCandidates(
  logits: Float32Array,
  vocabulary: Vocabulary,
): [Candidate, ...Candidate[]] {
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const total = logits.reduce((sum, x) => sum + Math.exp(x - largest), 0); // shifted, so that exp cannot overflow
  const candidates = Array.from(logits, (logit, id) => ({ id, logit }))
    .toSorted((a, b) => b.logit - a.logit || a.id - b.id)
    .slice(0, TOP_CANDIDATES)
    .map(({ id, logit }) => ({
      token: viewToken(vocabulary, id),
      logit,
      probability: Math.exp(logit - largest) / total,
    }));
  return candidates as [Candidate, ...Candidate[]];
}

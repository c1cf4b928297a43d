/** Draws tokens from the model's distribution instead of taking the most probable one. */
import { createRandom } from "../rng";
import { EOS, SOS } from "../text/tokens";
import type { EditPlan } from "./editPlan";
import type { Search } from "./search";

export interface SamplingSettings {
  readonly temperature: number; // above 0
  readonly seed: number;
  readonly limit: number; // most steps, <eos> included
}

/**
 * Draws an answer token by token. It draws at every step, also where a hand says the token, so that an edit leaves the
 * later draws as they are.
 * @returns its tokens, with <eos> if one was drawn or said
 */
export function* sampleAnswer(
  { said }: EditPlan,
  { temperature, seed, limit }: SamplingSettings,
): Search<readonly number[]> {
  const random = createRandom(seed, "sampling");
  const path: number[] = [];
  for (let step = 0; step < limit && path.at(-1) !== EOS; step++) {
    const logits = yield { step, parents: [0], tokens: [path.at(-1) ?? SOS] };
    const drawn = sampleToken(logits, temperature, random.next());
    path.push(said.get(step) ?? drawn);
  }
  return path;
}

/**
 * Inverse transform sampling: [0, 1) is divided among the tokens by softmax(logits / temperature), and the token is that
 * whose part contains u. A temperature below 1 sharpens the distribution, above 1 flattens it. NaN logits give the first
 * token, like argmax.
 * @param logits [V]
 * @param temperature above 0
 * @param u uniform in [0, 1)
 */
export function sampleToken(logits: Float32Array, temperature: number, u: number): number {
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  let total = 0;
  const reached = Array.from(logits, (x) => (total += Math.exp((x - largest) / temperature)));
  const below = reached.filter((sum) => sum <= u * total).length;
  const unfinished = reached.filter((sum) => sum < total).length; // rounding may raise u total to the total; then the last token
  return Math.min(below, unfinished);
}

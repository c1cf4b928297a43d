/** Texts of target tokens that a trace mentions; it holds no vocabulary. */
import type { Trace } from "../../engine/results/trace";
import { SPECIAL_TOKENS, type TokenView } from "../../engine/text/tokens";

/** The target token with this id; null: the trace does not mention it. */
export function knownToken({ steps, expected }: Trace, id: number): TokenView | null {
  const special = SPECIAL_TOKENS[id];
  if (special !== undefined) return { id, text: special };
  for (const step of steps) {
    const mentioned = [step.chosen, step.input, ...step.top.map(({ token }) => token)];
    const found = mentioned.find((token) => token.id === id);
    if (found) return found;
  }
  return expected?.find((token) => token.id === id) ?? null;
}

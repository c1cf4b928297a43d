/** The decoded tokens compared with the right answer, position by position. */
import type { Unit } from "../../engine/tasks/task";
import { EOS, UNK, type TokenView } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";

/** "open": the right answer is unknown. */
export type Mark = "right" | "wrong" | "open";

export interface JudgedToken {
  readonly token: TokenView;
  readonly mark: Mark;
}

/** One judged token per step. <unk> is never right, even where the right answer is <unk> too. */
export function judge(trace: Trace): JudgedToken[] {
  return trace.steps.map(({ chosen }, t) => {
    const truth = trace.expected?.[t];
    const isRight = truth?.id === chosen.id && chosen.id !== UNK;
    const mark = !trace.expected ? "open" : isRight ? "right" : "wrong";
    return { token: chosen, mark };
  });
}

/** The judged tokens up to a step, without <eos>. Tokens after an <eos>, which teacher forcing can produce, stay. */
export function withoutEos(judged: readonly JudgedToken[], step: number): JudgedToken[] {
  return judged.slice(0, step + 1).filter(({ token }) => token.id !== EOS);
}

export interface SplitTokens {
  readonly before: readonly JudgedToken[]; // with each <eos> that other tokens follow
  readonly ends: readonly JudgedToken[]; //   the <eos> tokens at the end
}

/** The judged tokens up to a step, split before the final <eos> tokens. */
export function splitAtEnd(judged: readonly JudgedToken[], step: number): SplitTokens {
  const all = judged.slice(0, step + 1);
  const end = all.findLastIndex(({ token }) => token.id !== EOS) + 1;
  return { before: all.slice(0, end), ends: all.slice(end) };
}

/** The separator of joined tokens: a blank between words, nothing between characters. */
export function joinerOf(unit: Unit): "" | " " {
  return unit === "word" ? " " : "";
}

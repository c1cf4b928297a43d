/** The decoded tokens beside the right answer, token by token. */
import type { Unit } from "../../engine/tasks/task";
import { EOS, UNK, type TokenView } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";

/** "open": nobody knows the right answer. */
export type Mark = "right" | "wrong" | "open";

export interface JudgedToken {
  readonly token: TokenView;
  readonly mark: Mark;
}

/** What was said at each step, judged by position; "unknown" is no answer, even where the truth is unknown too. */
export function judge(trace: Trace): JudgedToken[] {
  return trace.steps.map(({ chosen }, t) => {
    const truth = trace.expected?.[t];
    const isRight = truth?.id === chosen.id && chosen.id !== UNK;
    const mark = !trace.expected ? "open" : isRight ? "right" : "wrong";
    return { token: chosen, mark };
  });
}

/** The judged tokens up to a step, <eos> left out; everything that teacher forcing makes the model say after its <eos> stays. */
export function spoken(judged: readonly JudgedToken[], step: number): JudgedToken[] {
  return judged.slice(0, step + 1).filter(({ token }) => token.id !== EOS);
}

export interface Ends {
  readonly before: readonly JudgedToken[]; // an <eos> that teacher forcing led on from, too
  readonly ends: readonly JudgedToken[]; //   every <eos> that nothing follows
}

/** The judged tokens up to a step, every one of them, parted where nothing but <eos> follows. */
export function endsOf(judged: readonly JudgedToken[], step: number): Ends {
  const all = judged.slice(0, step + 1);
  const end = all.findLastIndex(({ token }) => token.id !== EOS) + 1;
  return { before: all.slice(0, end), ends: all.slice(end) };
}

/** What stands between tokens that are put together for reading: a blank between words, nothing between characters. */
export function joinerOf(unit: Unit): "" | " " {
  return unit === "word" ? " " : "";
}

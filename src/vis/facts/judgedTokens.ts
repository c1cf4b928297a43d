/** The decoded tokens compared with the right answer. */
import type { Unit } from "../../engine/tasks/task";
import { EOS, UNK, type TokenView } from "../../engine/text/tokens";
import type { DecoderStep, Trace } from "../../engine/results/trace";
import type { Show } from "../../engine/show";
import { alignTokens, type Places } from "./alignTokens";

/** "open": the right answer is unknown. */
export type Mark = "right" | "wrong" | "open";

export interface JudgedToken {
  readonly token: TokenView;
  readonly mark: Mark;
  /** The place in the right answer that the token stands for; null: it is one too many, or the answer is unknown. */
  readonly place: number | null;
}

/** <unk> is never right, even where the right answer is <unk> too. */
function isRight(said: TokenView, expected: TokenView): boolean {
  return said.id === expected.id && said.id !== UNK;
}

/** What the judgement of a decode needs. */
export type Judgeable = Pick<Trace, "expected"> & {
  readonly steps: readonly Pick<DecoderStep, "chosen">[];
  readonly show: Pick<Show, "feeding">;
};

/**
 * One judged token per step. Own answers are aligned with the right answer, so that one missing token does not make all
 * later ones wrong. With teacher forcing each step has the place of the truth it is to say.
 */
export function judge({ steps, expected, show }: Judgeable): JudgedToken[] {
  const said = steps.map(({ chosen }) => chosen);
  if (!expected) return said.map((token) => ({ token, mark: "open", place: null }));
  const places =
    show.feeding === "truth"
      ? said.map((_, t) => (t < expected.length ? t : null))
      : alignTokens(said, expected, isRight);
  return said.map((token, t) => {
    const place = places[t] ?? null;
    const truth = place === null ? undefined : expected[place];
    const right = truth !== undefined && isRight(token, truth) && !isEarlyEnd(token, place, places);
    return { token, mark: right ? "right" : "wrong", place };
  });
}

/** Whether an <eos> comes before the last token of the right answer, or of what stands for it. */
function isEarlyEnd({ id }: TokenView, place: number | null, places: Places): boolean {
  return id === EOS && place !== null && place > 0 && !places.includes(place - 1);
}

/** How many tokens are right, how many are too many, and whether a right one has moved to another place. */
export interface Score {
  readonly right: number;
  readonly excess: number;
  readonly isShifted: boolean;
}

/** The score of a decode with a known answer, up to a step. */
export function scoreOf(trace: Trace, step: number): Score {
  const judged = judge(trace);
  const isShifted = judged.some(({ mark, place }, t) => mark === "right" && place !== t);
  const soFar = judged.slice(0, step + 1);
  return {
    right: soFar.filter(({ mark }) => mark === "right").length,
    excess: soFar.filter(({ place }) => place === null).length,
    isShifted,
  };
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

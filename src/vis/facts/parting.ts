/** Where the shown decode and the one beside it part, aligned by step. */
import type { BesideDecode, BesideStep } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";
import { judge, type Judgeable } from "./judgedTokens";

/** One step of both decodes. */
export interface AlignedStep {
  readonly shown: TokenView | null; // the token it says; null: the decode has ended
  readonly beside: TokenView | null;
  /** Whether they say different tokens, or only one of them says one. */
  readonly differs: boolean;
  /** Whether the token is wrong and stands at the parting or after it. */
  readonly isShownError: boolean;
  readonly isBesideError: boolean;
}

export interface Parting {
  /** By step; as many as the longer decode has. */
  readonly steps: readonly AlignedStep[];
  /** The first step that reads different tokens, 0-based; null: every step that both have reads the same. */
  readonly reads: number | null;
  /** The first step that says different tokens, 0-based; null: both say the same. */
  readonly says: number | null;
  /**
   * With the truth fed to one of them only: the wrong token that both say, and that only one reads in the next step, the
   * first that reads different tokens. Null: there is none before they part.
   */
  readonly slip: Slip | null;
}

export interface Slip {
  readonly step: number; // 0-based
  readonly said: TokenView;
  readonly truth: TokenView;
}

/** What the comparison needs of the shown decode. */
export type Parted = Pick<Trace, "expected" | "show"> & {
  readonly steps: readonly BesideStep[];
};

export function partingOf(trace: Parted, beside: BesideDecode): Parting {
  const { steps: shown, expected } = trace;
  const length = Math.max(shown.length, beside.steps.length);
  const pairs = Array.from({ length }, (_, t) => [shown[t], beside.steps[t]] as const);
  const says = firstWhere(pairs, ([a, b]) => !isSame(a?.chosen, b?.chosen));
  const reads = firstWhere(pairs, ([a, b]) => Boolean(a && b) && !isSame(a?.input, b?.input));
  const isFedAlike = trace.show.feeding === beside.feeding;
  const errors = [judge(trace), judge({ steps: beside.steps, expected, show: beside })].map(
    (judged) => judged.map(({ mark }, t) => mark === "wrong" && says !== null && t >= says),
  );
  const steps = pairs.map(([a, b], t): AlignedStep => ({
    shown: a?.chosen ?? null,
    beside: b?.chosen ?? null,
    differs: !isSame(a?.chosen, b?.chosen),
    isShownError: errors[0]?.[t] ?? false,
    isBesideError: errors[1]?.[t] ?? false,
  }));
  return { steps, reads, says, slip: isFedAlike ? null : slipOf(trace, reads, says) };
}

function slipOf(
  { steps, expected }: Parted,
  reads: number | null,
  says: number | null,
): Slip | null {
  if (!expected || reads === null) return null;
  const step = reads - 1;
  const [said, truth] = [steps[step]?.chosen, expected[step]];
  const isShared = says === null || step < says;
  return isShared && said && truth && !isSame(said, truth) ? { step, said, truth } : null;
}

function isSame(a: TokenView | undefined, b: TokenView | undefined): boolean {
  return a?.id === b?.id;
}

/** The first index where the condition holds; null: nowhere. */
function firstWhere<Item>(
  items: readonly Item[],
  holds: (item: Item, index: number) => boolean,
): number | null {
  const index = items.findIndex(holds);
  return index < 0 ? null : index;
}

export interface RightTokens {
  readonly total: number; // of the right answer, <eos> counted
  readonly shown: RightCount;
  readonly beside: RightCount;
}

export interface RightCount {
  readonly right: number;
  /** Tokens that stand for none of the right answer. */
  readonly excess: number;
}

/** How many right tokens each decode says, as the page judges it; null where the right answer is unknown. */
export function rightTokensOf(trace: Parted, { steps, feeding }: BesideDecode): RightTokens | null {
  const { expected } = trace;
  if (!expected) return null;
  const beside = countRight({ steps, expected, show: { feeding } });
  return { total: expected.length, shown: countRight(trace), beside };
}

function countRight(decode: Judgeable): RightCount {
  const judged = judge(decode);
  return {
    right: judged.filter(({ mark }) => mark === "right").length,
    excess: judged.filter(({ place }) => place === null).length,
  };
}

/** How the student's edits change the answer, aligned by step. */
import type { TokenView } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";

export interface Changes {
  /** How many tokens differ, those that only one of the two answers has included. */
  readonly changed: number;
  /** The length of the longer answer. */
  readonly total: number;
  /** The first step with another token, 0-based; null: the answers are the same. */
  readonly first: number | null;
  /** Whether every changed token is one that the student said. */
  readonly isOnlyByHand: boolean;
  /** How many rows of the map differ by at least 0.01 in a weight. */
  readonly rows: number;
}

/** Null where the decode has no edits. */
export function changesOf({ steps, untouched }: Trace): Changes | null {
  if (!untouched) return null;
  const before = untouched.steps;
  const total = Math.max(steps.length, before.length);
  const at = Array.from({ length: total }, (_, t) => t);
  const changed = at.filter((t) => !isSameToken(steps[t]?.chosen, before[t]?.chosen));
  return {
    changed: changed.length,
    total,
    first: changed[0] ?? null,
    isOnlyByHand: changed.every((t) => steps[t]?.saidByHand === true),
    rows: at.filter((t) => isOtherRow(weightsAt(steps, t), weightsAt(before, t))).length,
  };
}

type Steps = Trace["steps"];

const weightsAt = (steps: Steps, t: number) => steps[t]?.attention?.weights ?? null;

function isSameToken(a: TokenView | undefined, b: TokenView | undefined): boolean {
  return a !== undefined && a.id === b?.id;
}

const SEEN = 0.01; // a smaller difference shows nowhere on the map

/** Whether both decodes have the row, with another weight. */
function isOtherRow(now: Float32Array | null, before: Float32Array | null): boolean {
  return (
    now !== null &&
    before !== null &&
    now.some((weight, s) => Math.abs(weight - (before[s] ?? 0)) >= SEEN)
  );
}

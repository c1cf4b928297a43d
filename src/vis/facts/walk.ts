/** Statements about a walked update: its loss as a sum, what moved most, and what the update changed in an example. */
import type { Trace } from "../../engine/results/trace";
import type {
  GroupAccount,
  ParameterMove,
  UpdateAccount,
} from "../../engine/results/updateAccount";
import { stepLoss } from "./probability";
import { alignTokens } from "./alignTokens";

/** A mean as the sum that it comes from. */
export interface Mean {
  readonly sum: number;
  readonly count: number;
  readonly mean: number;
}

export function meanOf(values: Iterable<number>): Mean {
  const all = [...values];
  const sum = all.reduce((total, value) => total + value, 0);
  return { sum, count: all.length, mean: sum / all.length };
}

/** The loss of the update: the mean over all real tokens of the batch. */
export function batchMean({ tokenLosses }: UpdateAccount): Mean {
  return meanOf(tokenLosses.flatMap((losses) => [...losses]));
}

/** The real tokens of the batch and all its cells. */
export function fillingOf({ rows }: UpdateAccount) {
  const total = (of: (row: UpdateAccount["rows"][number]) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0);
  return {
    source: { real: total((row) => row.sourceLength), cells: total((row) => row.source.length) },
    target: { real: total((row) => row.targetLength), cells: total((row) => row.wanted.length) },
    ownInputs: total((row) => row.truthFed.slice(0, row.targetLength).filter((fed) => !fed).length),
  };
}

/** The length of a group's move against the length of its weights. */
export function relativeMove({ move, weight }: GroupAccount): number {
  return move / weight;
}

/** The groups, the largest relative move first. */
export function byMove(groups: readonly GroupAccount[]): readonly GroupAccount[] {
  return groups.toSorted((a, b) => relativeMove(b) - relativeMove(a));
}

/** A listed number, and the group that it belongs to. */
export interface ListedMove {
  readonly group: GroupAccount;
  readonly move: ParameterMove;
}

/** The largest moves of all groups, or of one, the largest first. */
export function largestMoves(groups: readonly GroupAccount[], count: number): ListedMove[] {
  return groups
    .flatMap((group) => group.largest.map((move) => ({ group, move })))
    .toSorted((a, b) => Math.abs(b.move.move) - Math.abs(a.move.move))
    .slice(0, count);
}

/** -ln p(expected token) of each step; null where the right answer is unknown or over. */
export function lossesOf({
  steps,
  expected,
}: Pick<Trace, "steps" | "expected">): (number | null)[] {
  return steps.map(({ logits }, t) => {
    const truth = expected?.[t];
    return truth ? stepLoss(logits, truth.id) : null;
  });
}

/** The steps of both answers whose token the other does not have in its place. */
export interface AnswerChange {
  readonly gone: ReadonlySet<number>; // of the answer before
  readonly come: ReadonlySet<number>; // of the answer after
}

/** Aligns the answers with the fewest edits. */
export function answerChange(
  before: Pick<Trace, "steps">,
  after: Pick<Trace, "steps">,
): AnswerChange {
  const [old, now] = [before, after].map(({ steps }) => steps.map(({ chosen }) => chosen.id)) as [
    number[],
    number[],
  ];
  const places = alignTokens(now, old, (a, b) => a === b);
  const come = new Set(now.keys());
  const gone = new Set(old.keys());
  places.forEach((place, t) => {
    if (place === null || now[t] !== old[place]) return;
    come.delete(t);
    gone.delete(place);
  });
  return { gone, come };
}

/** By how much each weight of the map has changed, step by step; null without attention. */
export function mapChange(before: Trace, after: Trace): number[][] | null {
  if (before.shape.attention === "none") return null;
  return after.steps.map(({ attention }, t) => {
    const old = before.steps[t]?.attention?.weights;
    return Array.from(attention?.weights ?? [], (weight, s) => weight - (old?.[s] ?? 0));
  });
}

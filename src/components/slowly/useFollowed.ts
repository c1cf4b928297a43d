/** The example that the student follows through the update. */
import { useContext, useEffect, useMemo } from "react";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import {
  type Followed,
  isSameFollowed,
  type WalkedExample,
} from "../../engine/results/walkedExample";
import { page } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { LaneContext, useLane } from "../useLane";
import { rowIn } from "./followedRow";

/** What to follow; null: no walk is open. */
function useWanted(account: UpdateAccount | null): Followed | null {
  const follows = useApp(({ view }) => view.walk?.follows ?? null);
  const show = useApp(({ view }) => view.show);
  return useMemo(() => {
    if (follows === null || account === null) return null;
    if (follows === "stage") return { kind: "shown", show };
    return { kind: "row", row: rowIn(account, follows) };
  }, [account, follows, show]);
}

/** Asks the worker for the example, again after each new update. */
export function useFollowed(): void {
  const lane = useContext(LaneContext);
  const account = useLane(({ run }) => run.walk?.account ?? null);
  const wanted = useWanted(account);
  const known = useLane(({ run }) => run.walk?.example?.of ?? null);
  useEffect(() => {
    if (wanted && !(known && isSameFollowed(known, wanted))) page.decodeInWalk(wanted, lane);
    // oxlint-disable-next-line react/exhaustive-deps -- an answer to an earlier request is no reason to ask again
  }, [account, wanted, lane]);
}

/** The example that is on show, and the losses of its row; null before the first answer. */
export interface OnShow {
  readonly example: WalkedExample;
  /** In the update, [T]; null: the example is not in the batch. */
  readonly losses: Float64Array | null;
}

export function useOnShow({ tokenLosses }: UpdateAccount): OnShow | null {
  const example = useLane(({ run }) => run.walk?.example ?? null);
  if (!example) return null;
  const { of } = example;
  return { example, losses: of.kind === "row" ? (tokenLosses[of.row] ?? null) : null };
}

/** The account of the next batch of a lane, asked for while a part of the page shows it. */
import { useContext, useEffect, useRef } from "react";
import type { BatchAccount } from "../../engine/results/batchAccount";
import { page } from "../../state/actions/acts";
import { lacksPairs } from "../../state/slices/run";
import { type AppState, laneIn, useApp } from "../../state/store";
import type { LaneId } from "../../workers/protocol";
import { LaneContext, useRun } from "../useLane";

/** Names what to ask for; null: the worker has no batch. While the model trains, the weights of each evaluation. */
function wantedKey(state: AppState, lane: LaneId): string | null {
  const { run } = laneIn(state, lane);
  const { wholeBatch, masksOff } = state.view;
  if (run.info === null || run.status === "failed" || lacksPairs(run)) return null;
  const step = run.status === "training" ? (run.evaluations.at(-1)?.step ?? 0) : run.step;
  return JSON.stringify([lane, run.info.runId, run.info.config, step, wholeBatch, masksOff]);
}

export function useBatchAccount(): BatchAccount | null {
  const lane = useContext(LaneContext);
  const wanted = useApp((state) => wantedKey(state, lane));
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (wanted === null || asked.current === wanted) return;
    asked.current = wanted;
    page.readBatch(lane);
  }, [wanted, lane]);
  return useRun(({ batch }) => batch);
}

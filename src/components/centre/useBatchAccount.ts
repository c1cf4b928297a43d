/** The account of the next batch, asked for while a part of the page shows it. */
import { useEffect, useRef } from "react";
import type { BatchAccount } from "../../engine/results/batchAccount";
import { page } from "../../state/actions/acts";
import { LANE } from "../../state/slices/lane";
import { lacksPairs } from "../../state/slices/run";
import { type AppState, laneIn, useApp } from "../../state/store";
import { useRun } from "../useLane";

/** Names what to ask for; null: the worker has no batch. While the model trains, the weights of each evaluation. */
function wantedKey(state: AppState): string | null {
  const { run } = laneIn(state, LANE);
  const { wholeBatch, masksOff } = state.view;
  if (run.info === null || run.status === "failed" || lacksPairs(run)) return null;
  const step = run.status === "training" ? (run.evaluations.at(-1)?.step ?? 0) : run.step;
  return JSON.stringify([run.info.runId, run.info.config, step, wholeBatch, masksOff]);
}

export function useBatchAccount(): BatchAccount | null {
  const wanted = useApp(wantedKey);
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (wanted === null || asked.current === wanted) return;
    asked.current = wanted;
    page.readBatch();
  }, [wanted]);
  return useRun(({ batch }) => batch);
}

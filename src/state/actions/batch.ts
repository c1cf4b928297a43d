/** Acts of the view of a batch. */
import { type Mask, MASKS } from "../../engine/results/batchAccount";
import type { LaneId } from "../../workers/protocol";
import { LANE } from "../slices/lane";
import { type BatchPart, FIRST_ROWS } from "../slices/view";
import { laneOf, setView, useApp } from "../store";
import { askLane } from "./ask";

/** Asks the worker for the batch that the next update of a lane learns from. */
export function readBatch(lane: LaneId = LANE): void {
  const { info } = laneOf(lane).run;
  if (info === null) return;
  const { wholeBatch, masksOff: off } = useApp.getState().view;
  const rows = wholeBatch ? info.config.batchSize : FIRST_ROWS;
  askLane(lane, { type: "batch", runId: info.runId, rows, off });
}

/** Switches a mask on or off in the view of the batch. Training keeps its masks. */
export function switchMask(mask: Mask, isOn: boolean): void {
  const { masksOff } = useApp.getState().view;
  setView({
    masksOff: MASKS.filter((each) => (each === mask ? !isOn : masksOff.includes(each))),
  });
}

export const showBatchPart = (batchPart: BatchPart): void => setView({ batchPart });
export const showWholeBatch = (wholeBatch: boolean): void => setView({ wholeBatch });

/** Acts of the walk through one update. */
import type { Followed } from "../../engine/results/walkedExample";
import type { LaneId } from "../../workers/protocol";
import { LANE } from "../slices/lane";
import { ofLane } from "../slices/requests";
import { isWalking, type WalkFollows, type WalkStage, type WalkView } from "../slices/walk";
import { laneIn, laneOf, setView, useApp } from "../store";
import { ask, askLane } from "./ask";
import { lookBack } from "./showing";

/** Makes one update and walks through it; of two lanes side by side, an update of each. A walk on the stage goes on with the new update, at the same place. */
export function walkUpdate(): void {
  const state = useApp.getState();
  const lane = laneIn(state, LANE);
  const { show, walk } = state.view;
  const goesOn = isWalking(state.view, lane, ofLane(state.requests, LANE));
  const begin: WalkView = { stage: "batch", follows: 0, example: show.example };
  if (lane.run.status === "training") ask({ type: "pause" });
  lookBack("present");
  ask({ type: "walkUpdate" }, ({ view }) => ({
    view: { ...view, walk: goesOn ? walk : begin, centre: "network", playing: false },
  }));
}

function changeWalk(change: Partial<WalkView>): void {
  const { walk } = useApp.getState().view;
  if (walk) setView({ walk: { ...walk, ...change } });
}

export const showWalkStage = (stage: WalkStage): void => changeWalk({ stage });

/** Follows another example through the update. */
export const followInWalk = (follows: WalkFollows): void => changeWalk({ follows });

/** Asks for the decodes of the followed example in the walk of a lane. */
export function decodeInWalk(follow: Followed, lane: LaneId): void {
  const { info, walk } = laneOf(lane).run;
  if (!info || !walk) return;
  askLane(lane, { type: "followInWalk", runId: info.runId, step: walk.account.step, follow });
}

/** Gives the stage back. The update stays made. */
export const closeWalk = (): void => setView({ walk: null });

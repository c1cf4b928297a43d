/** Acts on lane B. They load with the first comparison (`comparing.ts`). */
import type { Config, FieldName } from "../../engine/setup/config";
import {
  differingFields,
  FIRST_PAIR,
  hasFixedB,
  type PairId,
  pairFacts,
  pairProblem,
  pairSettings,
  withChange,
} from "../slices/comparison";
import { INITIAL_LANE } from "../slices/lane";
import { ofLane } from "../slices/requests";
import { INITIAL_RUN } from "../slices/run";
import { laneOf, setLane, setView, useApp } from "../store";
import { neededUpdate } from "../slices/lane";
import { askLane } from "./ask";
import { followA } from "./followA";
import { askForB, scheduleB, sendTrainingViewToB } from "./laneB";
import { configure } from "./settings";

/** Puts lane B into the store, or gives it other settings. It asks for nothing. */
export function openLaneB(config: Config, pair: PairId | null): void {
  followA();
  useApp.setState(({ lanes, view }) => {
    const { backend } = lanes.a.run;
    const b = lanes.b ?? { ...INITIAL_LANE, run: { ...INITIAL_RUN, backend } };
    return { lanes: { ...lanes, b: { ...b, config } }, view: { ...view, pair } };
  });
}

/** Compares the page's model in a named pair, unless the pair has a problem (`pairProblem`). */
export function compareWith(pair: PairId): void {
  const a = laneOf("a");
  if (pairProblem(pair, pairFacts(a)) !== null) return;
  const settings = pairSettings(pair, a.config, a.run.info);
  const before = useApp.getState().view.pair;
  const isNew = useApp.getState().lanes.b === undefined;
  openLaneB(settings.b, pair);
  placePlayhead(pair, before);
  if (differingFields(settings.a, a.config).length > 0) configure(settings.a);
  setView({ mode: "compare", panel: "rail" });
  if (isNew) sendTrainingViewToB();
  const isOther = hasFixedB(pair) || hasFixedB(before) || pair !== before;
  if (isNew || (isOther && needsModel())) askForB();
  else scheduleB(); // settings that need no new model, such as P(feed truth)
}

/** Whether the worker lacks the model of lane B. A finished model is asked for by its pair. */
function needsModel(): boolean {
  const { lanes, requests, view } = useApp.getState();
  if (hasFixedB(view.pair)) return true;
  return lanes.b !== undefined && neededUpdate(lanes.b, ofLane(requests, "b")) === "configure";
}

/** In the pair "earlier" the playhead is that of B. It begins in the middle of the run. */
function placePlayhead(pair: PairId, before: PairId | null): void {
  if (pair === before || (pair !== "earlier" && before !== "earlier")) return;
  const { snapshots } = laneOf("a").run;
  const middle = snapshots[Math.floor((snapshots.length - 1) / 2)] ?? null;
  setView({ playhead: pair === "earlier" ? middle : null });
}

/** Opens the comparison of a mode that has none yet. */
export function openComparison(): void {
  if (useApp.getState().lanes.b === undefined) compareWith(FIRST_PAIR);
}

/** Changes settings of lane B. The task is A's. */
export function configureB(change: Partial<Config>): void {
  const { lanes, view } = useApp.getState();
  const { a, b } = lanes;
  if (!b) return;
  const config = withChange(b.config, change);
  const pair = view.pair && pairSettings(view.pair, a.config, a.run.info);
  const isPair = pair !== null && differingFields(pair.b, config).length === 0;
  setLane("b", { config });
  if (!isPair) setView({ pair: null });
  scheduleB();
}

/** Gives a setting of lane B the value of A. */
export function sameAsA(field: FieldName): void {
  configureB({ [field]: laneOf("a").config[field] });
}

/** Ends the comparison: lane B and its run are dropped, and mode Compare gives way to the lab. */
export function stopComparing(): void {
  if (useApp.getState().lanes.b === undefined) return;
  askLane("b", { type: "close" });
  const { mode } = useApp.getState().view;
  setView({ mode: mode === "compare" ? "lab" : mode, pair: null, panel: "rail" });
  useApp.setState(({ lanes: { a }, requests }) => ({
    lanes: { a },
    requests: requests.filter(({ lane }) => lane !== "b"),
  }));
}

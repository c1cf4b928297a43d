/** The walk through one update: what the student looks at of it, and whether it still is the newest update. */
import type { Trace } from "../../engine/results/trace";
import { type ExampleChoice, isSameExample } from "../../engine/show";
import type { Lane } from "./lane";
import { isAsked, type Requests } from "./requests";
import type { ViewState } from "./view";

/** In the order of the update. */
export const WALK_STAGES = [
  "batch",
  "forward",
  "loss",
  "gradient",
  "clip",
  "adam",
  "again",
] as const;

export type WalkStage = (typeof WALK_STAGES)[number];

/** What the walk follows through the update: a row of the batch, 0-based, or the example that stood on the stage. */
export type WalkFollows = number | "stage";

export interface WalkView {
  readonly stage: WalkStage;
  readonly follows: WalkFollows;
  /** The example on the stage when the walk began. */
  readonly example: ExampleChoice;
}

/** The stage `by` places later, within the walk. */
export function stageAfter(stage: WalkStage, by: number): WalkStage {
  const to = Math.max(0, Math.min(WALK_STAGES.length - 1, WALK_STAGES.indexOf(stage) + by));
  return WALK_STAGES[to] ?? stage;
}

/**
 * Whether the stage shows the walk. It gives way to what the student chooses after it: an earlier update, another
 * example, or more training.
 * @param requests the lane's
 */
export function isWalking(
  view: Pick<ViewState, "walk" | "playhead" | "show">,
  { run }: Lane,
  requests: Requests,
): boolean {
  const { walk, playhead, show } = view;
  if (walk === null || playhead !== null || !isSameExample(walk.example, show.example))
    return false;
  return isAsked(requests, "walkUpdate") || run.walk?.account.step === run.step;
}

/** The trace of the followed example that belongs to the stage of the walk; null: the page shows no walk. */
export function walkedTrace(
  view: Pick<ViewState, "walk" | "playhead" | "show">,
  lane: Lane,
  requests: Requests,
): Trace | null {
  if (!isWalking(view, lane, requests)) return null;
  const fed = lane.run.walk?.example?.fed;
  return (view.walk?.stage === "again" ? fed?.after : fed?.before) ?? null;
}

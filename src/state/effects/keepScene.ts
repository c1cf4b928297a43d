/** A lesson that the student leaves for the lab keeps what stands on its stage, and puts it there again on the way back. */
import type { LessonPlace } from "../../lessons/catalogue";
import { stepsAt } from "../ports/lessonFiles";
import { LANE } from "../slices/lane";
import { isGuided } from "../slices/lesson";
import type { ViewState } from "../slices/view";
import { type AppState, laneIn, setView, useApp } from "../store";
import { ALONE_ACTS } from "../actions/alone";
import { showScene } from "../actions/lessonScene";
import { useAlone } from "../aloneStore";
import { replaceShow } from "../actions/showing";

const KEPT = [
  "show",
  "step",
  "reached",
  "column",
  "centre",
  "drawn",
  "layer",
  "head",
  "selfMap",
] as const;

interface Kept {
  readonly place: LessonPlace;
  readonly view: Pick<ViewState, (typeof KEPT)[number]>;
  readonly runId: number | null;
  readonly step: number;
  /** What the page of the networks alone showed; null: it was closed. */
  readonly alone: string | null;
}

const isOpen = (state: AppState): boolean => isGuided(state) && state.view.lesson !== null;

function leave(state: AppState): Kept | null {
  const { view } = state;
  const { info, step } = laneIn(state, LANE).run;
  const { show, reached, column, centre, drawn, layer, head, selfMap } = view;
  const kept = { show, step: view.step, reached, column, centre, drawn, layer, head, selfMap };
  const { place: alone } = useAlone.getState();
  return view.lesson && { place: view.lesson, view: kept, runId: info?.runId ?? null, step, alone };
}

/** A goal is reached with what the student makes in the lab, so its stage stays as it is. */
function isGoal({ view: { lesson } }: AppState): boolean {
  return lesson !== null && stepsAt(lesson)?.[lesson.step]?.kind === "goal";
}

function isSameRun({ runId, step }: Kept, { run }: AppState["lanes"]["a"]): boolean {
  return run.info?.runId === runId && run.step === step && run.status !== "training";
}

function comeBack(kept: Kept, state: AppState): void {
  if (kept.place !== state.view.lesson) return;
  if (kept.alone !== null) ALONE_ACTS.openAlone(kept.alone);
  if (isGoal(state)) return;
  if (!isSameRun(kept, laneIn(state, LANE))) return showScene();
  const isChanged = JSON.stringify(kept.view.show) !== JSON.stringify(state.view.show);
  if (isChanged) replaceShow(kept.view.show);
  setView(kept.view);
}

/** Returns a function that stops this. */
export function keepScene(): () => void {
  let kept: Kept | null = null;
  return useApp.subscribe((state, before) => {
    if (isOpen(before) && !isOpen(state)) kept = leave(before);
    if (isOpen(before) || !isOpen(state) || !kept) return;
    const wanted = kept;
    kept = null;
    comeBack(wanted, state);
  });
}

/** Playback: shows the decoder's steps one after another at the chosen speed, and stops at the end. It never starts by itself. */
import { useEffect } from "react";
import { isSameExample } from "../../engine/show";
import { LANE } from "../../state/slices/lane";
import { isAsked } from "../../state/slices/requests";
import { laneOf, longestTrace, useApp } from "../../state/store";
import { clampStep } from "../../state/slices/view";
import { page, student } from "../../state/actions/acts";

function lastStep(): number {
  return (longestTrace(useApp.getState())?.steps.length ?? 1) - 1;
}

function currentStep(): number {
  const state = useApp.getState();
  return clampStep(longestTrace(state), state.view.step);
}

/** Whether the page still waits for the first decode, or for the example that the view names. Playback waits, too. */
function isDecoding(): boolean {
  const { trace } = laneOf(LANE).run;
  if (trace === null) return true;
  const { requests, view } = useApp.getState();
  const isShown = isSameExample(trace.show.example, view.show.example);
  return !isShown && isAsked(requests, "show");
}

/** Runs while the view is playing. One component on the page uses it. */
export function usePlayback(): void {
  const playing = useApp((state) => state.view.playing);
  const stepsPerSecond = useApp((state) => state.view.stepsPerSecond);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => {
      if (isDecoding()) return;
      const next = currentStep() + 1;
      if (next <= lastStep()) page.select(next);
      if (next >= lastStep()) page.setPlaying(false);
    }, 1000 / stepsPerSecond);
    return () => clearInterval(timer);
  }, [playing, stepsPerSecond]);
}

/** Starts or stops playback; at the end it starts over. A draft in the source box is decoded and played. */
export function togglePlayback(): void {
  const { view, draft } = useApp.getState();
  const { playing } = view;
  student.decodeDraft();
  const isOver = draft !== null || currentStep() >= lastStep();
  if (!playing && isOver) student.select(0);
  student.setPlaying(!playing);
}

/** The targets of a manual jump, which ends playback. */
export type Jump = "first" | "previous" | "next" | "last";

/** A draft in the source box is decoded first; "previous" and "last" then show it whole, the others its first step. */
export function jump(to: Jump): void {
  if (useApp.getState().draft !== null) {
    student.decodeDraft();
    if (to === "first" || to === "next") student.select(0);
    return;
  }
  student.setPlaying(false);
  const step = { first: 0, previous: currentStep() - 1, next: currentStep() + 1, last: lastStep() }[
    to
  ];
  student.select(step);
}

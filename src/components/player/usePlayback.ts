/** Playback: shows the decoder's steps one after another at the chosen speed, and stops at the end. It never starts by itself. */
import { useEffect } from "react";
import { LANE } from "../../state/slices/lane";
import { laneOf, useApp } from "../../state/store";
import { clampStep } from "../../state/slices/view";
import { page, student } from "../../state/actions/acts";

function lastStep(): number {
  return (laneOf(LANE).run.trace?.steps.length ?? 1) - 1;
}

function currentStep(): number {
  return clampStep(laneOf(LANE).run.trace, useApp.getState().view.step);
}

/** Runs while the view is playing. One component on the page uses it. */
export function usePlayback(): void {
  const playing = useApp((state) => state.view.playing);
  const stepsPerSecond = useApp((state) => state.view.stepsPerSecond);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => {
      const next = currentStep() + 1;
      if (next <= lastStep()) page.select(next);
      if (next >= lastStep()) page.setPlaying(false);
    }, 1000 / stepsPerSecond);
    return () => clearInterval(timer);
  }, [playing, stepsPerSecond]);
}

/** Starts or stops playback; at the end it starts over. */
export function togglePlayback(): void {
  const { playing } = useApp.getState().view;
  if (!playing && currentStep() >= lastStep()) student.select(0);
  student.setPlaying(!playing);
}

/** The targets of a manual jump, which ends playback. */
export type Jump = "first" | "previous" | "next" | "last";

export function jump(to: Jump): void {
  student.setPlaying(false);
  const step = { first: 0, previous: currentStep() - 1, next: currentStep() + 1, last: lastStep() }[
    to
  ];
  student.select(step);
}

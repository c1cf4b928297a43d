/** Playback: takes the decoder's steps one after another at the chosen speed, and stops at the end. Never starts by itself. */
import { useEffect } from "react";
import { select, setPlaying, useApp } from "../../state/store";
import { clampStep } from "../../state/slices/view";

function lastStep(): number {
  return (useApp.getState().run.trace?.steps.length ?? 1) - 1;
}

function currentStep(): number {
  const { run, view } = useApp.getState();
  return clampStep(run.trace, view.step);
}

/** Runs while the view says so; one component on the page uses it. */
export function usePlayback(): void {
  const playing = useApp((state) => state.view.playing);
  const stepsPerSecond = useApp((state) => state.view.stepsPerSecond);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => {
      const next = currentStep() + 1;
      if (next <= lastStep()) select(next);
      if (next >= lastStep()) setPlaying(false);
    }, 1000 / stepsPerSecond);
    return () => clearInterval(timer);
  }, [playing, stepsPerSecond]);
}

/** Starts or stops playback; at the end it starts over. */
export function togglePlayback(): void {
  const { playing } = useApp.getState().view;
  if (!playing && currentStep() >= lastStep()) select(0);
  setPlaying(!playing);
}

/** The places that the player jumps to by hand; doing so ends playback. */
export type Jump = "first" | "previous" | "next" | "last";

export function jump(to: Jump): void {
  setPlaying(false);
  const step = { first: 0, previous: currentStep() - 1, next: currentStep() + 1, last: lastStep() }[
    to
  ];
  select(step);
}

/** How long the training that runs takes at most, from its speed in the last half minute. */
import { useContext, useEffect, useState } from "react";
import type { LaneId } from "../../workers/protocol";
import { laneIn, useApp } from "../../state/store";
import { LaneContext } from "../useLane";

/** An update and when the page had it. */
interface Moment {
  readonly at: number; // ms
  readonly step: number;
}

const EVERY = 1000; // ms between two looks
const WINDOW = 30; // looks; evaluations and pauses for drawing belong to the speed
const LEAST = 3; // looks before there is a speed

/**
 * Milliseconds until the update at which training ends at the latest; null: nothing trains, or the speed is not known yet.
 * @param isOn whether the model trains
 * @param end that update
 */
export function useTimeLeft(isOn: boolean, end: number): number | null {
  const lane = useContext(LaneContext);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (!isOn) return undefined;
    const moments: Moment[] = [];
    const timer = setInterval(() => {
      moments.push(momentOf(lane));
      if (moments.length > WINDOW) moments.shift();
      setLeft(timeLeft(moments, end));
    }, EVERY);
    return () => {
      clearInterval(timer);
      setLeft(null);
    };
  }, [isOn, end, lane]);
  return left;
}

function momentOf(lane: LaneId): Moment {
  return { at: performance.now(), step: laneIn(useApp.getState(), lane).run.step };
}

/** Null without a speed. */
function timeLeft(moments: readonly Moment[], end: number): number | null {
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined || moments.length < LEAST) return null;
  const updates = last.step - first.step;
  if (updates <= 0) return null;
  return (Math.max(0, end - last.step) * (last.at - first.at)) / updates;
}

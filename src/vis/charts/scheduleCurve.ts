/** P(feed truth) over the training steps as geometry: a small picture of a schedule. */
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { type ForcingSettings, truthProbability } from "../../engine/setup/truthProbability";

export interface ScheduleCurve {
  readonly path: string;
  /** Where P has halved; null where training ends before, or the floor keeps it above. */
  readonly half: { readonly x: number; readonly y: number } | null;
}

const POINTS = 48; // pieces of the line, enough for a smooth one

/**
 * The curve from the first step to the last, in a box of this size; P of 1 at its top, 0 at its bottom.
 * @param steps where the training stops at the latest
 */
export function layoutSchedule(
  settings: ForcingSettings,
  steps: number,
  { width, height }: { readonly width: number; readonly height: number },
): ScheduleCurve {
  const toX = scaleLinear([0, steps], [0, width]);
  const toHeight = scaleLinear([0, 1], [height, 0]);
  const toY = (step: number): number => toHeight(truthProbability(settings, step));
  const samples = Array.from({ length: POINTS + 1 }, (_, i) => (i / POINTS) * steps);
  const { halfLife, forcing, forcingFloor } = settings;
  const isReached = halfLife <= steps && forcing > 0 && forcingFloor <= forcing / 2;
  return {
    path: line<number>((step) => toX(step), toY).digits(1)(samples) ?? "",
    half: isReached ? { x: toX(halfLife), y: toY(halfLife) } : null,
  };
}

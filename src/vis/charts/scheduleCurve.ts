/** P(feed truth) over the training steps as geometry: a small picture of a schedule. */
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
  const toX = (step: number): number => (step / steps) * width;
  const toY = (step: number): number => (1 - truthProbability(settings, step)) * height;
  const samples = Array.from({ length: POINTS + 1 }, (_, i) => (i / POINTS) * steps);
  const { halfLife, forcing, forcingFloor } = settings;
  const isReached = halfLife <= steps && forcing > 0 && forcingFloor <= forcing / 2;
  return {
    path: line<number>(toX, toY).digits(1)(samples) ?? "",
    half: isReached ? { x: toX(halfLife), y: toY(halfLife) } : null,
  };
}

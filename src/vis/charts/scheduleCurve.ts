/** P(feed truth) over the training steps as geometry. */
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { type ForcingSettings, truthProbability } from "../../engine/setup/truthProbability";

export interface ScheduleCurve {
  readonly path: string;
  /** The point where P is half its first value; null if training ends before it or the floor lies above it. */
  readonly half: { readonly x: number; readonly y: number } | null;
}

const POINTS = 48; // segments; the line looks smooth

/**
 * The curve in a box of this size; P = 1 lies at the top, P = 0 at the bottom.
 * @param steps the step limit of the training
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

/** The learning curves as numbers: losses in buckets, the axis of updates, and the values at an update. */
import { bisector, max, min } from "d3-array";
import { scaleLinear, type ScaleLinear } from "d3-scale";
import type { Evaluation, LossPoint } from "../../engine/results/history";

/** The area of a plot that holds the curves, in pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Tick {
  readonly value: number;
  readonly at: number; // pixels
}

/** Several updates drawn as one point: their mean and their range. */
export interface Bucket {
  readonly step: number; // the last update in the bucket
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const byStep = bisector(({ step }: { readonly step: number }) => step);

const MAX_BUCKETS = 240; // a plot has no room for more points

/**
 * At most MAX_BUCKETS points for the first `count` losses, each the mean over equally many updates; a long history has
 * the losses of some of them. The bucket size alone decides which updates share a bucket, so earlier points stay in
 * place as losses arrive.
 */
export function bucketLosses(points: readonly LossPoint[], count: number): readonly Bucket[] {
  const size = bucketSize(points[count - 1]?.step ?? 0);
  const buckets: Bucket[] = [];
  for (let from = 0, to = 0; from < count; from = to) {
    to = byStep.right(points, size * Math.ceil((points[from]?.step ?? 0) / size), from, count);
    const losses = points.slice(from, to);
    const finite = losses.map(({ loss }) => loss).filter(Number.isFinite);
    const last = losses.at(-1);
    if (!last || finite.length === 0) continue;
    buckets.push({
      step: last.step,
      mean: finite.reduce((sum, loss) => sum + loss, 0) / finite.length,
      low: min(finite) ?? 0,
      high: max(finite) ?? 0,
    });
  }
  return buckets;
}

/**
 * Updates per bucket: a power of two, so the size doubles rarely instead of changing with every update.
 * @param last the last update
 */
export function bucketSize(last: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(last / MAX_BUCKETS)));
}

const NICE = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const SHORTEST_AXIS = 20; // updates

/** The end of the axis: a round number at or above the last update, so the axis rarely changes. */
export function axisEnd(last: number): number {
  if (last <= SHORTEST_AXIS) return SHORTEST_AXIS;
  const unit = 10 ** Math.floor(Math.log10(last));
  return (NICE.find((factor) => factor * unit >= last) ?? 10) * unit;
}

/** From updates to pixels, clamped to the frame. */
export function updateScale(end: number, { left, right }: Frame): ScaleLinear<number, number> {
  return scaleLinear([0, end], [left, right]).clamp(true);
}

/** From values to y, clamped to the frame. */
export function heightScale(top: number, frame: Frame): ScaleLinear<number, number> {
  return scaleLinear([0, top], [frame.bottom, frame.top]).clamp(true);
}

/** Each value with its position. */
export function placeTicks(
  values: readonly number[],
  scale: (value: number) => number,
): readonly Tick[] {
  return values.map((value) => ({ value, at: scale(value) }));
}

const TICK_SPACING = 64; // pixels: "20,000" and a gap

/** Round numbers of updates to label below the curves, as many as fit. */
export function updateTicks(end: number, frame: Frame): readonly Tick[] {
  const room = Math.max(1, Math.floor((frame.right - frame.left) / TICK_SPACING));
  const scale = updateScale(end, frame);
  return placeTicks(scale.ticks(room).filter(Number.isInteger), scale);
}

/** Largest loss on the axis: above the chance level, and at most three times chance. */
export function lossTop(buckets: readonly Bucket[], chance: number): number {
  const highest = max(buckets, ({ high }) => high) ?? 0;
  return Math.max(1.12 * chance, Math.min(highest, 3 * chance)) || 1;
}

/** The latest loss and the latest evaluation at or before an update. */
export function valuesAtUpdate(
  points: readonly LossPoint[],
  count: number,
  evaluations: readonly Evaluation[],
  update: number,
): { readonly loss: LossPoint | null; readonly evaluation: Evaluation | null } {
  return {
    loss: points[byStep.right(points, update, 0, count) - 1] ?? null,
    evaluation: evaluations[byStep.right(evaluations, update) - 1] ?? null,
  };
}

/** The learning curves as geometry: path strings and ticks in pixels. */
import { bisector, max, min } from "d3-array";
import { scaleLinear, type ScaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { Evaluation, LossPoint } from "../../engine/results/history";

/** The area of a panel that holds the curve. Both panels share `left` and `right`, so their steps line up. */
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

/** Several steps drawn as one point: their mean and their range. */
export interface Bucket {
  readonly step: number; // the last step in the bucket
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface LossPanel {
  readonly line: string;
  /** From the smallest to the largest loss of each bucket; "" where a bucket is a single step. */
  readonly band: string;
  /** Steps per point of the line. */
  readonly bucketSize: number;
  readonly yTicks: readonly Tick[];
  /** y of the chance level: the loss of guessing among all tokens. */
  readonly chanceAt: number;
}

export interface SharePanel {
  readonly match: string;
  readonly tokens: string;
  /** One dot per evaluation, at its exact match. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly yTicks: readonly Tick[];
}

const MAX_BUCKETS = 240; // a panel has no room for more points

/**
 * At most MAX_BUCKETS points for the first `count` losses, each the mean of equally many steps.
 * The bucket size alone decides which steps share a bucket, so earlier points stay in place as losses arrive.
 */
export function bucketLosses(points: readonly LossPoint[], count: number): readonly Bucket[] {
  const size = bucketSize(count);
  const buckets: Bucket[] = [];
  for (let from = 0; from < count; from += size) {
    const losses = points.slice(from, Math.min(count, from + size));
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

/** Steps per bucket: a power of two, so the size doubles rarely instead of changing with every step. */
export function bucketSize(count: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(count / MAX_BUCKETS)));
}

const NICE = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The end of the step axis: a round number at or above the last step, so the axis rarely changes. */
export function axisEnd(lastStep: number): number {
  if (lastStep <= 100) return 100;
  const unit = 10 ** Math.floor(Math.log10(lastStep));
  return (NICE.find((factor) => factor * unit >= lastStep) ?? 10) * unit;
}

/** From steps to pixels, clamped to the frame. */
function stepScale(end: number, { left, right }: Frame): ScaleLinear<number, number> {
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

/** The step nearest to an x in the frame. */
export function xToStep(x: number, end: number, frame: Frame): number {
  return Math.round(stepScale(end, frame).invert(x));
}

const TICK_SPACING = 64; // pixels: "20,000" and a gap

/** Round steps to label below the curves, as many as fit. */
export function stepTicks(end: number, frame: Frame): readonly Tick[] {
  const room = Math.max(1, Math.floor((frame.right - frame.left) / TICK_SPACING));
  const scale = stepScale(end, frame);
  return placeTicks(scale.ticks(room), scale);
}

/** Largest loss on the axis: above the chance level, and at most three times chance. */
export function lossTop(buckets: readonly Bucket[], chance: number): number {
  const highest = max(buckets, ({ high }) => high) ?? 0;
  return Math.max(1.12 * chance, Math.min(highest, 3 * chance)) || 1;
}

interface LossInput {
  readonly points: readonly LossPoint[];
  readonly count: number;
  readonly chance: number; // ln V
}

export function layoutLoss(
  { points, count, chance }: LossInput,
  end: number,
  frame: Frame,
): LossPanel {
  const buckets = bucketLosses(points, count);
  const top = lossTop(buckets, chance);
  const x = stepScale(end, frame);
  const y = heightScale(top, frame);
  const size = bucketSize(count);
  const path = line<Bucket>(
    ({ step }) => x(step),
    ({ mean }) => y(mean),
  ).digits(1);
  const range = area<Bucket>(
    ({ step }) => x(step),
    ({ low }) => y(low),
    ({ high }) => y(high),
  ).digits(1);
  return {
    line: path(buckets) ?? "",
    band: size > 1 ? (range(buckets) ?? "") : "",
    bucketSize: size,
    yTicks: placeTicks(y.ticks(3), y),
    chanceAt: y(chance),
  };
}

/** Exact match and token accuracy over the steps, both in [0, 1]. */
export function layoutShares(
  evaluations: readonly Evaluation[],
  end: number,
  frame: Frame,
): SharePanel {
  const x = stepScale(end, frame);
  const y = heightScale(1, frame);
  const path = (share: (evaluation: Evaluation) => number): string => {
    const curve = line<Evaluation>(
      ({ step }) => x(step),
      (evaluation) => y(share(evaluation)),
    );
    return curve.digits(1)(evaluations) ?? "";
  };
  return {
    match: path(({ exactMatch }) => exactMatch),
    tokens: path(({ tokenAccuracy }) => tokenAccuracy),
    dots: evaluations.map(({ step, exactMatch }) => ({ x: x(step), y: y(exactMatch) })),
    yTicks: placeTicks([0, 0.5, 1], y),
  };
}

const byStep = bisector(({ step }: { readonly step: number }) => step);

/** The latest loss and the latest evaluation at or before a step. */
export function valuesAtStep(
  points: readonly LossPoint[],
  count: number,
  evaluations: readonly Evaluation[],
  step: number,
): { readonly loss: LossPoint | null; readonly evaluation: Evaluation | null } {
  return {
    loss: points[byStep.right(points, step, 0, count) - 1] ?? null,
    evaluation: evaluations[byStep.right(evaluations, step) - 1] ?? null,
  };
}

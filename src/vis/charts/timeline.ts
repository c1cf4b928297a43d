/** The plot of the timeline as geometry: all curves of a run on one axis of updates, with the places of their names. */
import { area, line } from "d3-shape";
import type {
  BestEvaluation,
  Criterion,
  Evaluation,
  LossPoint,
} from "../../engine/results/history";
import {
  type Bucket,
  bucketLosses,
  bucketSize,
  type Frame,
  heightScale,
  lossTop,
  placeTicks,
  type Tick,
  updateScale,
  updateTicks,
} from "./curves";

export interface TimelineData {
  readonly points: readonly LossPoint[];
  readonly count: number; // of the points that belong to the run
  readonly evaluations: readonly Evaluation[];
  /** Loss of guessing among all tokens: ln V. */
  readonly chance: number;
  /** P(feed truth) of an update; null: not known. */
  readonly truthAt: ((update: number) => number | null) | null;
  /** The best evaluation; null: there is none to mark. */
  readonly best: BestEvaluation | null;
  /** What makes it the best: its mark stands on that curve. */
  readonly judgedBy: Criterion;
  /** What stands beside the losses: exact match and P(feed truth), or entropy and alignment error of the attention. */
  readonly beside: "answers" | "attention";
  readonly last: number; // the newest update
  readonly end: number; // of the axis
}

export type CurveName = "loss" | "heldOut" | "match" | "truth" | "entropy" | "alignment";

/** From back to front. */
export const CURVES_BY_DEPTH: readonly CurveName[] = [
  "truth",
  "loss",
  "heldOut",
  "entropy",
  "match",
  "alignment",
];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface TimelineLayout {
  /** Path strings; "" where a curve has no points. */
  readonly curves: Readonly<Record<CurveName, string>>;
  /** From the smallest to the largest loss of each bucket; "" where a bucket is a single update. */
  readonly band: string;
  /** One per evaluation, at its exact match or its alignment error; none where they would merge into a thick line. */
  readonly dots: readonly Point[];
  readonly best: Point | null;
  readonly lossTicks: readonly Tick[];
  readonly shareTicks: readonly Tick[];
  readonly updateTicks: readonly Tick[];
  /** y of the chance level. */
  readonly chanceAt: number;
  /** y of the entropy of even attention, and that entropy in nats; null where no entropy is drawn. */
  readonly even: Tick | null;
  /** The name of each drawn curve, near the height of its end, without overlap. */
  readonly names: readonly { readonly curve: CurveName; readonly at: number }[];
}

const TRUTH_POINTS = 80; // of the curve of P(feed truth)
const MOST_DOTS = 40;

export function layoutTimeline(data: TimelineData, frame: Frame): TimelineLayout {
  const { points, count, evaluations, beside, end } = data;
  const best = beside === "answers" ? data.best : null;
  const buckets = bucketLosses(points, count);
  const x = updateScale(end, frame);
  const loss = heightScale(lossTop(buckets, data.chance), frame);
  const share = heightScale(1, frame);
  const nothing: readonly Point[] = [];
  const ofAnswers = (each: Evaluation): Point => ({ x: x(each.step), y: share(each.exactMatch) });
  const even = evenEntropy(data);
  const lines: Readonly<Record<CurveName, readonly Point[]>> = {
    loss: buckets.map(({ step, mean }) => ({ x: x(step), y: loss(mean) })),
    heldOut: heldOutLosses(evaluations).map((each) => ({ x: x(each.step), y: loss(each.loss) })),
    ...(beside === "answers"
      ? { match: evaluations.map(ofAnswers), entropy: nothing, alignment: nothing }
      : { match: nothing, ...attentionLines(evaluations, { x, loss, share }) }),
    truth: truthPoints(data).map((each) => ({ x: x(each.update), y: share(each.value) })),
  };
  const marked = beside === "answers" ? lines.match : lines.alignment;
  return {
    curves: {
      loss: pathOf(lines.loss),
      heldOut: pathOf(lines.heldOut),
      match: pathOf(lines.match),
      truth: pathOf(lines.truth),
      entropy: pathOf(lines.entropy),
      alignment: pathOf(lines.alignment),
    },
    band: bucketSize(points[count - 1]?.step ?? 0) > 1 ? bandOf(buckets, x, loss) : "",
    dots: marked.length > MOST_DOTS ? nothing : marked,
    best: best && { x: x(best.step), y: heightOf(best, data.judgedBy, { loss, share }) },
    lossTicks: placeTicks(loss.ticks(2), loss),
    shareTicks: placeTicks([0, 0.5, 1], share),
    updateTicks: updateTicks(end, frame),
    chanceAt: loss(data.chance),
    even: even === null ? null : { value: even, at: loss(even) },
    names: placeNames(lines, frame),
  };
}

interface Scales {
  readonly x: (update: number) => number;
  readonly loss: (nats: number) => number;
  readonly share: (value: number) => number;
}

/** The best evaluation on the curve that it is the best of. */
function heightOf(
  { exactMatch, heldOutLoss }: BestEvaluation,
  by: Criterion,
  { loss, share }: Pick<Scales, "loss" | "share">,
): number {
  return by === "loss" && heldOutLoss !== undefined ? loss(heldOutLoss) : share(exactMatch);
}

/** The entropy on the axis of the losses, which are in nats too, and the alignment error on that of shares. */
function attentionLines(
  evaluations: readonly Evaluation[],
  { x, loss, share }: Scales,
): Pick<Record<CurveName, readonly Point[]>, "entropy" | "alignment"> {
  return {
    entropy: evaluations.flatMap(({ step, entropy }) =>
      entropy ? [{ x: x(step), y: loss(entropy.mean) }] : [],
    ),
    alignment: evaluations.flatMap(({ step, alignmentError }) =>
      alignmentError === null ? [] : [{ x: x(step), y: share(alignmentError) }],
    ),
  };
}

/** The newest measured entropy of even attention, in nats; null where no entropy is drawn. */
function evenEntropy({ evaluations, beside }: TimelineData): number | null {
  if (beside === "answers") return null;
  return evaluations.findLast(({ entropy }) => entropy)?.entropy?.even ?? null;
}

/** The evaluations that measured the held-out loss. */
function heldOutLosses(evaluations: readonly Evaluation[]): { step: number; loss: number }[] {
  return evaluations.flatMap(({ step, heldOutLoss }) =>
    heldOutLoss === undefined ? [] : [{ step, loss: heldOutLoss }],
  );
}

export const pathOf = (points: readonly Point[]): string =>
  line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(1)(points) ?? "";

function bandOf(
  buckets: readonly Bucket[],
  x: (update: number) => number,
  y: (loss: number) => number,
): string {
  const range = area<Bucket>(
    ({ step }) => x(step),
    ({ low }) => y(low),
    ({ high }) => y(high),
  );
  return range.digits(1)(buckets) ?? "";
}

function truthPoints(data: TimelineData): { update: number; value: number }[] {
  const { truthAt, last, beside } = data;
  if (truthAt === null || last === 0 || beside === "attention") return [];
  const spacing = Math.max(1, last / TRUTH_POINTS);
  const updates = Array.from({ length: Math.floor(last / spacing) + 1 }, (_, i) => i * spacing);
  return updates.flatMap((update) => {
    const value = truthAt(update);
    return value === null ? [] : [{ update, value }];
  });
}

/** The mark of the best evaluation. */
export function diamond({ x, y }: Point): string {
  return `M${x} ${y - 5}l5 5l-5 5l-5 -5z`;
}

export const NAME_HEIGHT = 14; // pixels

/** A low frame has no room for all names; the last ones stay out. */
const BY_IMPORTANCE: readonly CurveName[] = [
  "loss",
  "match",
  "entropy",
  "alignment",
  "heldOut",
  "truth",
];

function placeNames(
  lines: Readonly<Record<CurveName, readonly Point[]>>,
  frame: Frame,
): TimelineLayout["names"] {
  const room = Math.floor((frame.bottom - frame.top) / NAME_HEIGHT) + 1;
  const named = BY_IMPORTANCE.filter((curve) => lines[curve].length > 0).slice(0, room);
  return namesAtEnds(
    named.map((curve) => ({ curve, points: lines[curve] })),
    frame,
  );
}

/** The heights of the names of curves: near the curves' ends, each at least a line below the one above. */
export function namesAtEnds<Curve>(
  curves: readonly { readonly curve: Curve; readonly points: readonly Point[] }[],
  frame: Frame,
): readonly { readonly curve: Curve; readonly at: number }[] {
  const ends = curves
    .flatMap(({ curve, points }) => {
      const end = points.at(-1);
      return end ? [{ curve, y: end.y }] : [];
    })
    .toSorted((a, b) => a.y - b.y);
  const places = spread(
    ends.map(({ y }) => y),
    frame,
  );
  return ends.map(({ curve }, i) => ({ curve, at: places[i] ?? 0 }));
}

/** Moves ascending heights apart to at least NAME_HEIGHT: down from the top of the frame, then up from its bottom. */
function spread(heights: readonly number[], { top, bottom }: Frame): readonly number[] {
  const down: number[] = [];
  for (const y of heights) down.push(Math.max(y, (down.at(-1) ?? top - NAME_HEIGHT) + NAME_HEIGHT));
  const up: number[] = [];
  for (const y of down.toReversed())
    up.unshift(Math.min(y, (up[0] ?? bottom + NAME_HEIGHT) - NAME_HEIGHT));
  return up;
}

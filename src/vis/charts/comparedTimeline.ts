/** The curves of two runs on one axis of updates, as geometry: loss and exact match of each. */
import {
  type Bucket,
  bucketLosses,
  type Frame,
  heightScale,
  lossTop,
  placeTicks,
  updateScale,
  updateTicks,
} from "./curves";
import {
  NAME_HEIGHT,
  namesAtEnds,
  pathOf,
  type Point,
  type TimelineData,
  type TimelineLayout,
} from "./timeline";

export type Side = "a" | "b";

export interface ComparedCurve {
  readonly side: Side;
  readonly kind: "loss" | "match";
}

/** What a curve needs of a run. */
export type ComparedRun = Pick<TimelineData, "points" | "count" | "evaluations">;

export interface ComparedTimeline extends Pick<
  TimelineLayout,
  "lossTicks" | "shareTicks" | "updateTicks" | "chanceAt" | "even"
> {
  /** From back to front; curves without a point are left out. */
  readonly curves: readonly (ComparedCurve & {
    readonly path: string;
    readonly points: readonly Point[];
  })[];
  /** The name of each curve, near the height of its end, without overlap. */
  readonly names: readonly { readonly curve: ComparedCurve; readonly at: number }[];
}

const SIDES: readonly Side[] = ["b", "a"];

/** A low frame has no room for all names; the last ones stay out. */
function importance({ side, kind }: ComparedCurve): number {
  return (kind === "match" ? 0 : 2) + (side === "a" ? 0 : 1);
}

/**
 * @param chance loss of guessing among all tokens; both runs have the same vocabulary
 * @param end of the axis of updates
 */
export function layoutCompared(
  runs: Readonly<Record<Side, ComparedRun>>,
  { chance, end }: { readonly chance: number; readonly end: number },
  frame: Frame,
): ComparedTimeline {
  const buckets: Record<Side, readonly Bucket[]> = {
    a: bucketLosses(runs.a.points, runs.a.count),
    b: bucketLosses(runs.b.points, runs.b.count),
  };
  const x = updateScale(end, frame);
  const loss = heightScale(lossTop([...buckets.a, ...buckets.b], chance), frame);
  const share = heightScale(1, frame);
  const lines = (["loss", "match"] as const).flatMap((kind) =>
    SIDES.map((side) => {
      const points: readonly Point[] =
        kind === "loss"
          ? buckets[side].map(({ step, mean }) => ({ x: x(step), y: loss(mean) }))
          : runs[side].evaluations.map((each) => ({ x: x(each.step), y: share(each.exactMatch) }));
      return { side, kind, points };
    }),
  );
  const drawn = lines.filter(({ points }) => points.length > 0);
  const room = Math.floor((frame.bottom - frame.top) / NAME_HEIGHT) + 1;
  const named = drawn.toSorted((p, q) => importance(p) - importance(q)).slice(0, room);
  return {
    curves: drawn.map((line) => ({ ...line, path: pathOf(line.points) })),
    lossTicks: placeTicks(loss.ticks(2), loss),
    shareTicks: placeTicks([0, 0.5, 1], share),
    updateTicks: updateTicks(end, frame),
    chanceAt: loss(chance),
    even: null,
    names: namesAtEnds(
      named.map(({ side, kind, points }) => ({ curve: { side, kind }, points })),
      frame,
    ),
  };
}

/** Exposure bias as geometry, in pixels: the gap between two lines, bands over updates, and recovery by distance. */
import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { area } from "d3-shape";
import type { DistanceScore, ExposureMoment } from "../../engine/results/exposure";
import { type Frame, heightScale, placeTicks, type Tick } from "./curves";
import { accuracyOf, type PositionPoint } from "./positionChart";
import { pathOf, type Point } from "./timeline";

/** The path of the area between the truth's line and the line of own answers. */
export function gapPath(points: readonly PositionPoint[]): string {
  const between = area<PositionPoint>(
    ({ x }) => x,
    ({ freeY }) => freeY,
    ({ forcedY }) => forcedY,
  );
  return between.digits(1)(points) ?? "";
}

export type Feeding = "forced" | "free";

/** A cell of a band: a bar as long as the share, in the room of the whole. */
export interface BandCell {
  readonly step: number;
  readonly position: number;
  readonly share: number; // [0, 1]
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

export interface Bands {
  readonly cells: Readonly<Record<Feeding, readonly BandCell[]>>;
  readonly columns: readonly (Tick & { readonly left: number; readonly hasLabel: boolean })[]; // updates
  readonly rows: readonly Tick[]; // positions
  readonly columnWidth: number;
  readonly height: number;
}

const ROW = 11; // pixels
const GAP = 3; // between columns
const LABEL_ROOM = 38; // "1,200" and a gap

/** @param frame left and right of the columns, and the top of the rows */
export function layoutBands(
  moments: readonly ExposureMoment[],
  { left, right, top }: Pick<Frame, "left" | "right" | "top">,
): Bands {
  const room = (right - left) / Math.max(1, moments.length);
  const every = Math.max(1, Math.ceil(LABEL_ROOM / room));
  const columnWidth = Math.max(1, room - GAP);
  const positions = max(moments, ({ byPosition }) => byPosition.length) ?? 0;
  const cellsOf = (feeding: Feeding): BandCell[] =>
    moments.flatMap(({ step, byPosition }, column) =>
      byPosition.map((score) => {
        const share = accuracyOf(score)[feeding];
        const { position } = score;
        const [x, y] = [left + column * room, top + (position - 1) * ROW];
        return { step, position, share, x, y, length: share * columnWidth };
      }),
    );
  const last = moments.length - 1;
  return {
    cells: { forced: cellsOf("forced"), free: cellsOf("free") },
    columns: moments.map(({ step }, i) => ({
      value: step,
      left: left + i * room,
      at: left + i * room + columnWidth / 2,
      hasLabel: (last - i) % every === 0,
    })),
    rows: Array.from({ length: positions }, (_, i) => ({
      value: i + 1,
      at: top + (i + 0.5) * ROW,
    })),
    columnWidth,
    height: top + positions * ROW,
  };
}

export const RECOVERY_LINES = ["rightUntouched", "recovered", "right"] as const;

export type RecoveryLine = (typeof RECOVERY_LINES)[number];

export interface RecoveryChart {
  readonly lines: Readonly<
    Record<RecoveryLine, { readonly path: string; readonly points: readonly Point[] }>
  >;
  readonly columns: readonly (DistanceScore & {
    readonly x: number;
    readonly hasLabel: boolean;
  })[];
  readonly yTicks: readonly Tick[];
}

const DISTANCE_ROOM = 30; // "+10" and a gap

/** @param after with examples at each distance */
export function layoutRecovery(after: readonly DistanceScore[], frame: Frame): RecoveryChart {
  const x = scaleLinear([0.5, after.length + 0.5], [frame.left, frame.right]);
  const y = heightScale(1, frame);
  const every = Math.max(
    1,
    Math.ceil(DISTANCE_ROOM / ((frame.right - frame.left) / Math.max(1, after.length))),
  );
  const lineOf = (name: RecoveryLine) => {
    const points = after.map((score) => ({
      x: x(score.distance),
      y: y(score[name] / score.examples),
    }));
    return { path: pathOf(points), points };
  };
  return {
    lines: {
      rightUntouched: lineOf("rightUntouched"),
      recovered: lineOf("recovered"),
      right: lineOf("right"),
    },
    columns: after.map((score) => ({
      ...score,
      x: x(score.distance),
      hasLabel: (score.distance - 1) % every === 0,
    })),
    yTicks: placeTicks([0, 0.5, 1], y),
  };
}

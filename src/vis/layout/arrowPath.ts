/** One arrow as an SVG path: straight segments with rounded corners, and a head. */

export type Tone = "encoder" | "decoder" | "attention" | "truth" | "quiet";

export interface Arrow {
  readonly key: string;
  readonly tone: Tone;
  readonly path: string;
  /** Corners of the arrow head; null for a line without a head. */
  readonly head: string | null;
  /** Dashed: a query rather than a flow of values. */
  readonly dashed: boolean;
  /** Double: the two vectors h and c of an LSTM. */
  readonly double: boolean;
}

export interface ArrowStyle {
  readonly tone: Tone;
  readonly head: number; // length; 0 for a line without a head
  readonly dashed?: boolean;
  readonly double?: boolean;
}

export interface Pen {
  readonly head: number; // length of an arrow head
  readonly clear: number; // gap between an arrow and the boxes that it connects
}

export function penOf({ compact }: { readonly compact: boolean }): Pen {
  return compact ? { head: 4, clear: 1 } : { head: 5, clear: 2 };
}

export type Point = readonly [x: number, y: number];

const RADIUS = 6;

/**
 * An arrow along horizontal and vertical segments.
 * @throws if there are fewer than two points
 */
export function arrow(key: string, points: readonly Point[], style: ArrowStyle): Arrow {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (!end || !before) throw new Error(`arrow ${key}: expected two points, got ${points.length}`);
  const { head } = style;
  const back = Math.max(0, head - 1); // the shaft ends inside the head
  const [dx, dy] = [Math.sign(end[0] - before[0]), Math.sign(end[1] - before[1])];
  return {
    key,
    tone: style.tone,
    path: roundedPath([...points.slice(0, -1), [end[0] - dx * back, end[1] - dy * back]]),
    head: head > 0 ? headAt(end, [dx, dy], head) : null,
    dashed: style.dashed ?? false,
    double: style.double ?? false,
  };
}

function headAt([x, y]: Point, [dx, dy]: Point, length: number): string {
  const [baseX, baseY] = [x - dx * length, y - dy * length];
  const half = length * 0.6;
  return `${x},${y} ${baseX - dy * half},${baseY + dx * half} ${baseX + dy * half},${baseY - dx * half}`;
}

function roundedPath(points: readonly Point[]): string {
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (!before) return `M${point[0]} ${point[1]}`;
      if (!after) return `L${point[0]} ${point[1]}`;
      const [enter, leave] = [toward(point, before), toward(point, after)];
      return `L${enter[0]} ${enter[1]}Q${point[0]} ${point[1]} ${leave[0]} ${leave[1]}`;
    })
    .join("");
}

/** The point RADIUS (or half the way) from one point to the next. */
function toward([x, y]: Point, [toX, toY]: Point): Point {
  const length = Math.abs(toX - x) + Math.abs(toY - y);
  const share = Math.min(RADIUS, length / 2) / Math.max(1, length);
  return [x + (toX - x) * share, y + (toY - y) * share];
}

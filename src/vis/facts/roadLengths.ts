/** The lengths (Euclidean norms) of the gradients on the stage, by position and road. */
import {
  DECODER_ROADS,
  type DecoderRoad,
  ENCODER_ROADS,
  type EncoderRoad,
  type Gradient,
  type Roads,
} from "../../engine/results/roads";

/** The gradient of an encoder state, and its roads. Lengths of parts do not add up; their vectors do. */
export type ColumnRoads = Readonly<Record<EncoderRoad | "whole", number>> & {
  /** The part that leaves through the map at this very column. */
  readonly direct: number;
  /** The part that comes along the encoder: from the next state and, in two directions, from the previous one. */
  readonly along: readonly number[];
};

export type StepRoads = Readonly<Record<DecoderRoad | "whole", number>>;

export interface RoadLengths {
  readonly columns: readonly ColumnRoads[]; // S
  /** Of an LSTM's memory, by road; null in other cells. S */
  readonly memories: readonly Readonly<Record<EncoderRoad | "whole", number>>[] | null;
  readonly steps: readonly StepRoads[]; // s(0) ... s(T)
  /** Through each cell of the map: as a value, and as a key. [T][S] */
  readonly cells: readonly (readonly Readonly<Record<"values" | "scores", number>>[])[];
  /** All that a step sends through the map. T */
  readonly sent: readonly number[];
  /** From the decoder's first state to the last state of each direction. */
  readonly corner: readonly number[];
  /** The longest gradient of a state. */
  readonly longest: number;
}

/** @param directions in which the encoder reads: 1 or 2 */
export function roadLengths(roads: Roads, directions: number): RoadLengths {
  const { encoder, decoder, cells } = roads;
  const columns = columnsOf(encoder, directions);
  const steps = byRow(decoder.output.rows, (row) => ofRoads(decoder, DECODER_ROADS, row));
  const through = byRow(cells.values.rows, (t) =>
    byRow(cells.values.size, (s) => ({
      values: rowOf(cells.values, t)[s] ?? 0,
      scores: rowOf(cells.scores, t)[s] ?? 0,
    })),
  );
  return {
    columns,
    memories:
      encoder.memories && byRow(columns.length, (s) => ofRoads(encoder.memories, ENCODER_ROADS, s)),
    steps,
    cells: through,
    sent: through.map((row) =>
      Math.hypot(...row.flatMap(({ values, scores }) => [values, scores])),
    ),
    corner: cornerOf(encoder.states.corner, directions),
    longest: Math.max(...[...columns, ...steps].map(({ whole }) => whole)),
  };
}

function columnsOf(encoder: Roads["encoder"], directions: number): ColumnRoads[] {
  const { states, direct } = encoder;
  const half = states.corner.size / directions;
  return byRow(states.corner.rows, (s) => {
    const own = sumOf([rowOf(direct.values, s), rowOf(direct.scores, s)]);
    const whole = sumOf(ENCODER_ROADS.map((road) => rowOf(states[road], s)));
    const arrived = whole.map((x, i) => x - (own[i] ?? 0));
    const along = byRow(directions, (d) => {
      const end = d === 0 ? states.corner.rows - 1 : 0; // the last state of a direction is fed by the corner alone
      return s === end ? 0 : lengthOf(arrived.slice(d * half, (d + 1) * half));
    });
    return { ...ofRoads(states, ENCODER_ROADS, s), direct: lengthOf(own), along };
  });
}

/** The forward direction ends at the last column, the backward one at the first. */
function cornerOf(corner: Gradient, directions: number): number[] {
  const half = corner.size / directions;
  return byRow(directions, (d) => {
    const end = rowOf(corner, d === 0 ? corner.rows - 1 : 0);
    return lengthOf(end.slice(d * half, (d + 1) * half));
  });
}

function ofRoads<Road extends string>(
  parts: Readonly<Record<Road, Gradient>> | null,
  roads: readonly Road[],
  row: number,
): Readonly<Record<Road | "whole", number>> {
  const vectors = roads.map((road) => (parts ? rowOf(parts[road], row) : []));
  const lengths = Object.fromEntries(roads.map((road, i) => [road, lengthOf(vectors[i] ?? [])]));
  return { ...lengths, whole: lengthOf(sumOf(vectors)) } as Record<Road | "whole", number>;
}

function rowOf({ size, data }: Gradient, row: number): readonly number[] {
  return Array.from(data.subarray(row * size, (row + 1) * size));
}

function sumOf(vectors: readonly (readonly number[])[]): number[] {
  return (vectors[0] ?? []).map((_, i) => vectors.reduce((sum, each) => sum + (each[i] ?? 0), 0));
}

function lengthOf(vector: readonly number[]): number {
  return Math.hypot(...vector);
}

function byRow<T>(count: number, of: (row: number) => T): T[] {
  return Array.from({ length: count }, (_, row) => of(row));
}

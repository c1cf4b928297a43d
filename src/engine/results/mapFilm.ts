/** The attention map of one example at several updates of a run: plain data. */
import type { ExampleChoice } from "../show";
import type { TokenView } from "../text/tokens";
import type { AttentionEntropy } from "./entropy";
import { entropyOf } from "./entropy";
import type { Matrix, Trace } from "./trace";

export interface MapFrame {
  readonly step: number; // update of the weights
  readonly weights: Matrix; // [T, S]
  /** Mean over the rows of this map. */
  readonly entropy: AttentionEntropy;
}

export interface MapFilm {
  readonly example: ExampleChoice;
  readonly source: readonly TokenView[]; // S
  readonly frames: readonly MapFrame[]; // ascending; empty without attention
}

/** The map of a trace; null without attention. */
export function mapFrame({ steps, source, trainedSteps }: Trace): MapFrame | null {
  const rows = steps.flatMap(({ attention }) => (attention ? [attention.weights] : []));
  if (rows.length === 0) return null;
  const nats = rows.reduce((sum, row) => sum + entropyOf(row), 0);
  const weights = {
    rows: rows.length,
    columns: source.length,
    data: Float32Array.from(rows.flatMap((row) => Array.from(row))),
  };
  const entropy = { mean: nats / rows.length, even: Math.log(source.length) };
  return { step: trainedSteps, weights, entropy };
}

/** At most `most` of the values, evenly spread, with the first and the last. */
export function pickEvenly<T>(values: readonly T[], most: number): readonly T[] {
  if (values.length <= most) return values;
  const picked = Array.from(
    { length: most },
    (_, i) => values[Math.round((i * (values.length - 1)) / (most - 1))],
  );
  return picked.filter((value) => value !== undefined);
}

/** How much measurements differ. A swing of the machine must not be read as a change. */
import { median } from "./median";
import { short } from "./table";

export interface Spread {
  readonly median: number;
  readonly low: number; //  10th percentile
  readonly high: number; // 90th percentile
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: median(values), low: percentile(sorted, 0.1), high: percentile(sorted, 0.9) };
}

/** The value below which this share of the sorted values lies, between two neighbours in proportion. */
function percentile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) return Number.NaN;
  return low === high ? low : low + (at - Math.floor(at)) * (high - low); // also where both are infinite
}

/** The ratios of neighbouring measurements, which the machine slows down alike. */
export function ratiosOf(above: readonly number[], below: readonly number[]): number[] {
  return above.map((value, i) => value / (below[i] ?? Number.NaN));
}

/** Median and percentiles, such as "1.52 (1.40 to 1.71)"; of one measurement its value. */
export function writeSpread(values: readonly number[]): string {
  if (values.length < 2) return short(values[0]);
  const { median: middle, low, high } = spreadOf(values);
  return `${short(middle)} (${short(low)} to ${short(high)})`;
}

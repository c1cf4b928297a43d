/** The ratios that the targets are about. */
import type { Counts } from "./counts";
import { type ComparedId, OURS } from "./names";
import type { SizeResult } from "./rounds";

export interface Ratios {
  /** Another system's milliseconds over ours, or ours over the floor; absent where a system is missing. */
  readonly ratios: {
    readonly pytorchH64?: number;
    readonly pytorchH128?: number;
    readonly jaxH64?: number;
    readonly stockH64?: number; // on its best backend
    readonly floorH64?: number; // ours over the floor
  };
  /** Draw calls of one update on WebGL, at H = 64. */
  readonly launchesWebgl?: number;
}

export function ratiosOf(sizes: readonly SizeResult[], { launches }: Counts): Ratios {
  const at = (hidden: number): SizeResult | undefined =>
    sizes.find(({ size }) => size.hidden === hidden);
  const best = (hidden: number, ...ids: ComparedId[]): number =>
    Math.min(...ids.map((id) => at(hidden)?.milliseconds[id] ?? Number.POSITIVE_INFINITY));
  const overOurs = (hidden: number, ...ids: ComparedId[]): number =>
    best(hidden, ...ids) / best(hidden, OURS);
  const ratios = {
    pytorchH64: overOurs(64, "pytorch"),
    pytorchH128: overOurs(128, "pytorch"),
    jaxH64: overOurs(64, "jaxWasm"),
    stockH64: overOurs(64, "stockWasm", "stockWebgl"),
    floorH64: best(64, OURS) / (at(64)?.floor ?? Number.NaN),
  };
  const known = Object.entries(ratios).filter(([, ratio]) => Number.isFinite(ratio));
  const drawn = launches.fusedWebgl;
  return {
    ratios: Object.fromEntries(known),
    ...(drawn === undefined ? {} : { launchesWebgl: drawn }),
  };
}

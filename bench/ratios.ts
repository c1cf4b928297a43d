/** The ratios that the targets are about, round by round: systems take turns, so a slow moment slows both. */
import type { Counts } from "./counts";
import { type ComparedId, OURS } from "./names";
import type { SizeResult } from "./rounds";
import { ratiosOf } from "./spread";

export interface Ratios {
  /** Another system's milliseconds over ours, or ours over the floor, in each round; empty where a system is missing. */
  readonly ratios: {
    readonly pytorchH64: readonly number[];
    readonly pytorchH128: readonly number[];
    readonly jaxH64: readonly number[];
    readonly stockH64: readonly number[]; // on its best backend
    readonly floorH64: readonly number[]; // ours over the floor
  };
  /** Draw calls of one update on WebGL, at H = 64. */
  readonly launchesWebgl?: number;
}

export function targetRatios(sizes: readonly SizeResult[], { launches }: Counts): Ratios {
  const at = (hidden: number): SizeResult | undefined =>
    sizes.find(({ size }) => size.hidden === hidden);
  const drawn = launches.fusedWebgl;
  return {
    ratios: {
      pytorchH64: overOurs(at(64), "pytorch"),
      pytorchH128: overOurs(at(128), "pytorch"),
      jaxH64: overOurs(at(64), "jaxWasm"),
      stockH64: overOurs(at(64), "stockWasm", "stockWebgl"),
      floorH64: overFloor(at(64)),
    },
    ...(drawn === undefined ? {} : { launchesWebgl: drawn }),
  };
}

/** The best of these systems over ours in each round; empty where neither has times. */
export function overOurs(
  size: SizeResult | undefined,
  ...ids: readonly ComparedId[]
): readonly number[] {
  return overSystem(OURS, size, ids);
}

/** The best of these systems over another one in each round; empty where either is missing. */
export function overSystem(
  base: ComparedId,
  size: SizeResult | undefined,
  ids: readonly ComparedId[],
): readonly number[] {
  const ours = size?.milliseconds[base];
  const theirs = ids.flatMap((id) => {
    const times = size?.milliseconds[id];
    return times ? [times] : [];
  });
  if (!ours || theirs.length === 0) return [];
  const best = ours.map((_, round) => Math.min(...theirs.map((times) => times[round] ?? Infinity)));
  return ratiosOf(best, ours);
}

/** Ours over the floor in each round; empty where ours has no times. */
export function overFloor(size: SizeResult | undefined): readonly number[] {
  return ratiosOf(size?.milliseconds[OURS] ?? [], size?.floor ?? []);
}

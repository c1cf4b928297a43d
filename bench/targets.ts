/** What the engine is to reach, round by round: systems take turns, so a slow moment of the machine slows both. */
import type { Counts } from "./counts";
import { median } from "./median";
import { PLAIN } from "./names";
import { overFloor, overOurs } from "./ratios";
import type { SizeResult } from "./rounds";
import { writeSpread } from "./spread";
import { table } from "./table";

interface Target {
  readonly what: string;
  readonly limit: "at least" | "at most";
  readonly value: number;
  /** In each round; empty where a system is missing. */
  readonly measured: readonly number[];
}

/** The targets as a table that says which are reached. */
export function renderTargets(sizes: readonly SizeResult[], counts: Counts): string {
  return table([
    ["", "target", "measured", "reached"],
    ...targetsOf(sizes, counts).map(({ what, limit, value, measured }) => {
      const middle = median(measured);
      const isReached = limit === "at least" ? middle >= value : middle <= value;
      const cells =
        measured.length === 0
          ? ["not measured", ""]
          : [writeSpread(measured), isReached ? "yes" : "NO"];
      return [what, `${limit} ${value}`, ...cells];
    }),
  ]);
}

function targetsOf(sizes: readonly SizeResult[], { launches }: Counts): Target[] {
  const at = (hidden: number, vocabulary = 60): SizeResult | undefined =>
    sizes.find(({ size }) => size.hidden === hidden && size.vocabulary === vocabulary);
  return [
    slower("PyTorch, H = 64", 2.1, overOurs(at(64), "pytorch")),
    slower("PyTorch, H = 128", 1.25, overOurs(at(128), "pytorch")),
    slower("PyTorch, H = 256", 1.05, overOurs(at(256), "pytorch")),
    slower("PyTorch, H = 256, V = 3000", 0.95, overOurs(at(256, 3000), "pytorch")),
    slower("jax-js, H = 64", 3, overOurs(at(64), "jaxWasm")),
    slower("stock tfjs, H = 64, its best backend", 10, overOurs(at(64), "stockWasm", "stockWebgl")),
    floor("H = 64", 1.65, at(64)),
    floor("H = 256", 1.2, at(256)),
    floor("H = 256, V = 3000", 1.15, at(256, 3000)),
    {
      what: "our plain JavaScript, H = 64, ms",
      limit: "at most",
      value: 75,
      measured: at(64)?.milliseconds[PLAIN] ?? [],
    },
    {
      what: "launches on WebGL",
      limit: "at most",
      value: 120,
      measured: launches.fusedWebgl === undefined ? [] : [launches.fusedWebgl],
    },
  ];
}

/** A system's time over ours. */
const slower = (name: string, value: number, measured: readonly number[]): Target => ({
  what: `${name}, over ours`,
  limit: "at least",
  value,
  measured,
});

const floor = (name: string, value: number, size: SizeResult | undefined): Target => ({
  what: `ours over the floor, ${name}`,
  limit: "at most",
  value,
  measured: overFloor(size),
});

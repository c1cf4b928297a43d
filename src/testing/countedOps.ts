/** Operations that count their calls, to measure the launches of a pass. */
import type { CellOps, Ops } from "../engine/fused/ops";

const FREE = new Set(["scope", "keep", "release", "read"]); // no work on the device

/** Calls by the operation's name, uploads included. */
export type Counts = Map<string, number>;

/** The operations with counters. */
export function countedOps(ops: Ops): { readonly ops: Ops; readonly counts: Counts } {
  const counts: Counts = new Map();
  const cells = Object.fromEntries(
    Object.entries(ops.cells).map(([kind, cell]) => [kind, counted(cell, counts, `${kind}.`)]),
  ) as Record<keyof Ops["cells"], CellOps>;
  return { ops: { ...counted(ops, counts, ""), cells }, counts };
}

function counted<T extends object>(operations: T, counts: Counts, prefix: string): T {
  return new Proxy(operations, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof found !== "function" || typeof key !== "string" || FREE.has(key)) return found;
      return (...inputs: unknown[]): unknown => {
        const name = prefix + key;
        counts.set(name, (counts.get(name) ?? 0) + 1);
        return found.apply(target, inputs) as unknown;
      };
    },
  });
}

export function total(counts: Counts): number {
  return [...counts.values()].reduce((sum, n) => sum + n, 0);
}

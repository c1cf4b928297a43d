/** Measures how often each fused operation is called in an update, and how long it takes. */
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import type { Ops } from "../../src/engine/fused/ops";
import type { Work } from "../work";
import { startEngine } from "./engine";
import type { System } from "./system";

/** The share of one operation in an update. */
export interface Share {
  readonly calls: number;
  readonly milliseconds: number;
}

/** By operation; "everything else" is the time between operations. */
export type Profile = Readonly<Record<string, Share>>;

const MEMORY = ["matrix", "zeros", "keep", "release", "read", "readNow", "room"]; // operations that compute nothing
const REST = "everything else";

/** The number of operations in one update that compute something. */
export async function countOperations(ops: Ops, work: Work): Promise<number> {
  let count = 0;
  const system = watched(ops, work, (name, run) => {
    if (!MEMORY.includes(name)) count++;
    return run();
  });
  await system.train(1);
  return count;
}

/** The time of an update by operation. The clock is coarse, but its errors cancel in the mean over many updates. */
export async function profile(ops: Ops, work: Work, steps: number): Promise<Profile> {
  const shares = new Map<string, Share>();
  const add = (name: string, milliseconds: number): void => {
    const before = shares.get(name) ?? { calls: 0, milliseconds: 0 };
    shares.set(name, {
      calls: before.calls + 1 / steps,
      milliseconds: before.milliseconds + milliseconds / steps,
    });
  };
  const system = watched(ops, work, (name, run) => {
    const before = performance.now();
    const result = run();
    add(name, performance.now() - before);
    return result;
  });
  await system.train(steps); // compiles
  shares.clear();
  const before = performance.now();
  await system.train(steps);
  const total = (performance.now() - before) / steps;
  const inside = [...shares.values()].reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return { ...Object.fromEntries(shares), [REST]: { calls: 1, milliseconds: total - inside } };
}

type Around = (name: string, run: () => unknown) => unknown;

/** A separate learner on watched operations, so that the timed one runs without the watch. */
function watched(ops: Ops, work: Work, around: Around): System {
  return startEngine(fusedArithmetic(watch(ops, around)), work);
}

/** The same operations, with every call passed through `around`. */
function watch<T extends object>(operations: T, around: Around): T {
  return new Proxy(operations, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver);
      if (typeof found === "object" && found !== null)
        return watch(found, (inner, run) => around(`${String(name)}.${inner}`, run));
      // The time of a scope contains the times of its operations.
      if (typeof found !== "function" || name === "scope") return found;
      return (...given: unknown[]): unknown =>
        around(String(name), () => Reflect.apply(found, target, given) as unknown);
    },
  });
}

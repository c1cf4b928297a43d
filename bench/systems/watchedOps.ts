/** The fused operations, watched: how often each is called, and how long it takes. */
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import type { Ops } from "../../src/engine/fused/ops";
import type { Work } from "../work";
import { startEngine } from "./engine";
import type { System } from "./system";

/** What one operation is to an update. */
export interface Share {
  readonly calls: number;
  readonly milliseconds: number;
}

/** By operation; "everything else" is what lies between them. */
export type Profile = Readonly<Record<string, Share>>;

const MEMORY = ["matrix", "zeros", "keep", "release", "read"]; // these compute nothing
const REST = "everything else";

/** Operations of one update that compute something. */
export async function countOperations(ops: Ops, work: Work): Promise<number> {
  let count = 0;
  const system = watched(ops, work, (name, run) => {
    if (!MEMORY.includes(name)) count++;
    return run();
  });
  await system.train(1);
  return count;
}

/** Where the time of an update goes, the mean of many. The clock is coarse; over many calls its errors cancel. */
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

/** A learner of its own, so that nothing watches while time is taken. */
function watched(ops: Ops, work: Work, around: Around): System {
  return startEngine(fusedArithmetic(watch(ops, around)), work);
}

/** The same operations, each of them run by `around`. */
function watch<T extends object>(operations: T, around: Around): T {
  return new Proxy(operations, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver);
      if (typeof found === "object" && found !== null)
        return watch(found, (inner, run) => around(`${String(name)}.${inner}`, run));
      if (typeof found !== "function" || name === "scope") return found; // a scope is not over before its operations are
      return (...given: unknown[]): unknown =>
        around(String(name), () => Reflect.apply(found, target, given) as unknown);
    },
  });
}

/** The app's engine by its fused operations. */
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import type { Ops } from "../../src/engine/fused/ops";
import { fusedOps } from "../../src/workers/computation";
import type { Work } from "../work";
import { type Backend, startBackend } from "./backend";
import { startEngine } from "./engine";
import type { StartSystem } from "./system";

/** Starts the fused operations that the app has for a backend. */
export function onFused(name: Backend): StartSystem {
  return async (work) => {
    if (!(await startBackend(name))) return null;
    const ops = await fusedOps(name);
    if (!ops) return null;
    const system = startEngine(fusedArithmetic(ops), work);
    return name === "webgl" ? system : { ...system, launches: () => countOperations(ops, work) };
  };
}

const MEMORY = ["scope", "matrix", "zeros", "keep", "release", "read"]; // these compute nothing

/** Operations of one update, on a learner of its own so that nothing counts while time is taken. */
async function countOperations(ops: Ops, work: Work): Promise<number> {
  let count = 0;
  const counted = counting(ops, () => count++);
  const system = startEngine(fusedArithmetic(counted), work);
  await system.train(1);
  return count;
}

/** The same operations, which tell when one is called. */
function counting<T extends object>(operations: T, called: () => void): T {
  return new Proxy(operations, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver);
      if (typeof found === "object" && found !== null) return counting(found, called);
      if (typeof found !== "function" || MEMORY.includes(String(name))) return found;
      return (...given: unknown[]): unknown => {
        called();
        return Reflect.apply(found, target, given);
      };
    },
  });
}

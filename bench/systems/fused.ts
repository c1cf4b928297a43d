/** The app's engine by its fused operations. */
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import { fusedOps } from "../../src/workers/backend/computation";
import { type Backend, startBackend } from "./backend";
import { startEngine } from "./engine";
import type { StartSystem } from "./system";
import { countOperations, profile } from "./watchedOps";

/** Starts the fused operations that the app has for a backend. */
export function onFused(name: Backend): StartSystem {
  return async (work) => {
    if (!(await startBackend(name))) return null;
    const ops = await fusedOps(name);
    if (!ops) return null;
    const system = startEngine(fusedArithmetic(ops), work);
    if (name === "webgl") return system; // counted by draw call; an operation ends before the GPU is done with it
    return {
      ...system,
      launches: () => countOperations(ops, work),
      profile: (steps) => profile(ops, work, steps),
    };
  };
}

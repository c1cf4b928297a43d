/** The app's engine on its fused operations. */
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import { fusedOps } from "../../src/workers/backend/computation";
import { type Backend, startBackend } from "./backend";
import { startEngine } from "./engine";
import type { StartSystem } from "./system";
import { countOperations, profile } from "./watchedOps";

/** Starts the engine on the fused operations of a backend. */
export function onFused(name: Backend): StartSystem {
  return async (work) => {
    if (!(await startBackend(name))) return null;
    const ops = await fusedOps(name);
    if (!ops) return null;
    const system = startEngine(fusedArithmetic(ops), work);
    // On WebGL, launches are draw calls, and an operation returns before the GPU has finished it.
    if (name === "webgl") return system;
    return {
      ...system,
      launches: () => countOperations(ops, work),
      profile: (steps) => profile(ops, work, steps),
    };
  };
}

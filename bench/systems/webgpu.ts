/** The app's engine on WebGPU, as the app opens it; a software GPU is accepted. */
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import { openWebgpu } from "../../src/workers/backend/webgpu";
import { startEngine } from "./engine";
import { countDispatches } from "./launches";
import type { StartSystem } from "./system";

export const startWebgpu: StartSystem = async (work) => {
  const ops = await openWebgpu(true);
  if (!ops) return null;
  const system = startEngine(fusedArithmetic(ops), work);
  return { ...system, launches: () => countDispatches(async () => void (await system.train(1))) };
};

/** The leader of the threads in the benchmark. */
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import { gradientByTeam } from "../../src/engine/fused/threads/sharedGradient";
import { createWasmOps } from "../../src/engine/fused/wasm/wasmOps";
import { openTeam } from "../../src/workers/backend/threads";
import type { Work } from "../work";
import { startEngine } from "./engine";
import type { System } from "./system";

/** First the work, then a number of updates. The leader answers with a loss, or null where there are no threads. */
export type LeaderTask = { readonly work: Work } | { readonly steps: number };

let running: System | null = null;

async function start(work: Work): Promise<number | null> {
  const [ops, team] = [await createWasmOps(), await openTeam()];
  if (!ops || !team) return null;
  running = startEngine(fusedArithmetic(ops, gradientByTeam(ops, team)), work);
  return 0;
}

async function answer(task: LeaderTask): Promise<void> {
  globalThis.postMessage(
    "work" in task ? await start(task.work) : await running?.train(task.steps),
  );
}

globalThis.addEventListener("message", ({ data }: MessageEvent<LeaderTask>) => {
  answer(data).catch(reportError); // a rejected promise alone is not an error event of the worker
});

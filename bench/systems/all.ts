/** The systems that run in the browser. */
import { textbook } from "../../src/engine/training/textbookLearner";
import type { Work } from "../work";
import { type Backend, startBackend } from "./backend";
import { startEngine } from "./engine";
import { onFused } from "./fused";
import { startJax } from "./jax";
import { startStock } from "./stock";
import type { StartSystem, System } from "./system";
import { startThreads } from "./threads";
import { startWebgpu } from "./webgpu";

/** Starts a system on a backend of tfjs. */
function onTfjs(name: Backend, start: (work: Work) => System): StartSystem {
  return async (work) => ((await startBackend(name)) ? start(work) : null);
}

export const SYSTEMS = {
  fusedWasm: onFused("wasm"),
  fusedThreads: startThreads,
  fusedCpu: onFused("cpu"),
  fusedWebgl: onFused("webgl"),
  fusedWebgpu: startWebgpu,
  textbookWasm: onTfjs("wasm", (work) => startEngine(textbook, work)),
  textbookWebgl: onTfjs("webgl", (work) => startEngine(textbook, work)),
  stockWasm: onTfjs("wasm", startStock),
  stockWebgl: onTfjs("webgl", startStock),
  jaxWasm: startJax("wasm"),
  jaxWebgpu: startJax("webgpu"),
} satisfies Record<string, StartSystem>;

export type SystemId = keyof typeof SYSTEMS;

/** The compared systems, in the order of the table. */
import { availableParallelism } from "node:os";
import { threadsFor } from "../src/engine/threadCount";
import type { SystemId } from "./systems/all";

export type ComparedId = SystemId | "pytorch" | "pytorchCuda";

export const NAMES: Readonly<Record<ComparedId, string>> = {
  fusedWasm: "ours, fused, WebAssembly",
  fusedThreads: `ours, fused, WebAssembly, ${threadsFor(availableParallelism()) ?? "no"} threads`,
  fusedCpu: "ours, fused, plain JavaScript",
  fusedWebgl: "ours, fused, WebGL",
  fusedWebgpu: "ours, fused, WebGPU",
  textbookWasm: "ours, textbook composition, WebAssembly",
  textbookWebgl: "ours, textbook composition, WebGL",
  pytorch: "PyTorch, eager",
  pytorchCuda: "PyTorch, eager, CUDA",
  jaxWasm: "jax-js, WebAssembly",
  jaxWebgpu: "jax-js, WebGPU",
  stockWasm: "stock tfjs, WebAssembly",
  stockWebgl: "stock tfjs, WebGL",
};

/** Our fastest system on one thread of the processor. */
export const OURS = "fusedWasm" satisfies ComparedId;

/** The fallback where a browser has no WebAssembly. */
export const PLAIN = "fusedCpu" satisfies ComparedId;

/** On a software GPU, the times of these systems say nothing about a real one. */
export const ON_GPU: readonly ComparedId[] = ["fusedWebgl", "textbookWebgl", "stockWebgl"];

/** Compared by `--gpu` only. */
export const ONLY_ON_CARD: readonly ComparedId[] = ["fusedWebgpu", "jaxWebgpu", "pytorchCuda"];

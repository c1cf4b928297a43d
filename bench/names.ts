/** The systems that are compared, in the order of the table. */
import { availableParallelism } from "node:os";
import { threadsFor } from "../src/engine/threadCount";
import type { SystemId } from "./systems/all";

export type EntrantId = SystemId | "pytorch";

export const NAMES: Readonly<Record<EntrantId, string>> = {
  fusedWasm: "ours, fused, WebAssembly",
  fusedThreads: `ours, fused, WebAssembly, ${threadsFor(availableParallelism()) ?? "no"} threads`,
  fusedCpu: "ours, fused, plain JavaScript",
  fusedWebgl: "ours, fused, WebGL",
  textbookWasm: "ours, textbook composition, WebAssembly",
  textbookWebgl: "ours, textbook composition, WebGL",
  pytorch: "PyTorch, eager",
  jaxWasm: "jax-js, WebAssembly",
  stockWasm: "stock tfjs, WebAssembly",
  stockWebgl: "stock tfjs, WebGL",
};

/** Our fastest way on a processor: one thread, no GPU. */
export const OURS = "fusedWasm" satisfies EntrantId;

/** Systems whose time says nothing about a GPU where WebGL is software. */
export const ON_GPU: readonly EntrantId[] = ["fusedWebgl", "textbookWebgl", "stockWebgl"];

/** Starts tensor backends for tests and scripts under Node. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { fusedArithmetic } from "../engine/fused/fusedLearner";
import { createWasmOps } from "../engine/fused/wasm/wasmOps";
import { byKind } from "../engine/training/byKind";
import type { Arithmetic } from "../engine/training/learner";

/**
 * Makes this backend the current one.
 * @throws if it cannot start
 */
export async function startNodeBackend(name: "cpu" | "wasm"): Promise<void> {
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (name === "wasm" && !("wasm" in tf.engine().registry))
    setWasmPaths(`${process.cwd()}/node_modules/@tensorflow/tfjs-backend-wasm/dist/`);
  if (!(await tf.setBackend(name))) throw new Error(`backend "${name}" did not start`);
}

/**
 * Makes WebAssembly the current backend and returns the page's arithmetic for it.
 * @throws if it cannot start
 */
export async function startNodeArithmetic(): Promise<Arithmetic> {
  await startNodeBackend("wasm");
  const ops = await createWasmOps();
  if (!ops) throw new Error("expected WebAssembly SIMD, which this Node lacks");
  return byKind(fusedArithmetic(ops));
}

/** Chooses what computes models on a backend: fused operations that pass the self-test, else the textbook composition. */
import { type ExampleGradient, gradientAlone } from "../../engine/fused/exampleGradient";
import { fusedArithmetic } from "../../engine/fused/fusedLearner";
import type { HostOps, Ops } from "../../engine/fused/ops";
import { ALL_SHAPES, testArithmetic } from "../../engine/selfTest";
import { byKind } from "../../engine/training/byKind";
import type { Arithmetic } from "../../engine/training/learner";
import { textbook } from "../../engine/training/textbookLearner";
import type { BackendName, BackendReport } from "../protocol";

/** Backends of the tensor library. WebGPU and threads are none; beside them, WebAssembly computes the full evaluation. */
export type TensorBackend = Exclude<BackendName, "webgpu" | "threads">;

export interface Computation {
  readonly arithmetic: Arithmetic;
  readonly path: BackendReport["path"];
  /** Why the fused operations are not in use, for the developer; null where they are. */
  readonly fault: string | null;
}

/** The fused operations of the tensor library's active backend, which has this name; null where the device has none. */
export async function fusedOps(name: TensorBackend): Promise<Ops | null> {
  switch (name) {
    case "webgl":
      return (await import("../../engine/fused/webgl/webglOps")).createWebglOps();
    case "wasm":
      return wasmOps();
    case "cpu":
      return (await import("../../engine/fused/plain/plainOps")).createPlainOps();
    default:
      return name satisfies never;
  }
}

/** The fused operations of WebAssembly; null where the browser lacks its SIMD. */
export async function wasmOps(): Promise<HostOps | null> {
  return (await import("../../engine/fused/wasm/wasmOps")).createWasmOps();
}

/**
 * @param createOps gives the fused operations, or null where the device has none; it may throw
 * @param exampleGradient computes the gradient of a step with the fused operations
 */
export async function chooseComputation(
  createOps: () => Promise<Ops | null>,
  exampleGradient: ExampleGradient = gradientAlone,
): Promise<Computation> {
  try {
    const ops = await createOps();
    if (ops === null) return textbookWith("fused operations: not on this device");
    const arithmetic = fusedArithmetic(ops, exampleGradient);
    const result = await testArithmetic(arithmetic, ALL_SHAPES);
    if (!result.passed) return textbookWith(`fused operations off by: ${JSON.stringify(result)}`);
    return { arithmetic: byKind(arithmetic), path: "fused", fault: null };
  } catch (error) {
    return textbookWith(
      `fused operations: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function textbookWith(fault: string): Computation {
  return { arithmetic: textbook, path: "textbook", fault };
}

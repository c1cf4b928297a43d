/** The compiled module: which variant the browser can run, and the kernels that it exports. */
import { relaxed, simd } from "./kernels.generated";

type Kernel = (...numbers: number[]) => void;
/** `norm` gives that; the others the first row with an unusable id, or -1. */
type AnsweringKernel = (...numbers: number[]) => number;

/** What assembly/ exports; the equations and the order of the arguments stand there. */
export type Kernels = Readonly<
  Record<PlainName, Kernel> &
    Record<AnsweringName, AnsweringKernel> & { readonly firstFree: () => number }
> & { readonly memory: WebAssembly.Memory };

type AnsweringName = "crossEntropy" | "lookUp" | "lookUpGradient" | "norm";
type PlainName =
  | "add"
  | "additiveKeyGradient"
  | "additiveQueryGradient"
  | "additiveWeights"
  | "argMax"
  | "clear"
  | "columnSums"
  | "copy"
  | "dotWeights"
  | "gruGradient"
  | "gruStep"
  | "lstmGradient"
  | "lstmStep"
  | "multiply"
  | "onPadding"
  | "product"
  | "rnnGradient"
  | "rnnStep"
  | "scoreGradient"
  | "select"
  | "tanhAll"
  | "tanhGradient"
  | "transpose"
  | "update"
  | "valueGradient"
  | "weightedSum";

/** A new instance with a memory of its own; null where the browser runs no WebAssembly SIMD. */
export async function startKernels(): Promise<Kernels | null> {
  if (typeof WebAssembly === "undefined") return null;
  const bytes = [relaxed, simd].map(decode).find((variant) => WebAssembly.validate(variant));
  if (!bytes) return null;
  const { instance } = await WebAssembly.instantiate(bytes, IMPORTS);
  return instance.exports as unknown as Kernels;
}

/** What AssemblyScript's runtime calls when it gives up; nothing here makes it do so. */
const IMPORTS = {
  env: {
    abort: () => {
      throw new Error("fused, wasm: a kernel stopped");
    },
  },
};

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

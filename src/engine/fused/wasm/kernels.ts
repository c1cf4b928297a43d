/** Instantiates the compiled kernels, in the fastest variant that the browser supports. */
import { relaxed, simd } from "./kernels.generated";

type Kernel = (...numbers: number[]) => void;
/** `norm` returns the norm; the others return the first row with an invalid id, or -1. */
type ReturningKernel = (...numbers: number[]) => number;

/** The exports of assembly/, where the equations and the order of the arguments are documented. */
export type Kernels = Readonly<
  Record<PlainName, Kernel> &
    Record<ReturningName, ReturningKernel> & { readonly firstFree: () => number }
> & { readonly memory: WebAssembly.Memory };

type ReturningName = "crossEntropy" | "lookUp" | "lookUpGradient" | "norm";
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
  | "keptKeyGradient"
  | "keptQueryGradient"
  | "lstmGradient"
  | "lstmStep"
  | "multiply"
  | "onPadding"
  | "product"
  | "productOfFew"
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

/** A new instance with its own memory; null if the browser lacks WebAssembly SIMD. */
export async function startKernels(): Promise<Kernels | null> {
  if (typeof WebAssembly === "undefined") return null;
  const bytes = [relaxed, simd].map(decode).find((variant) => WebAssembly.validate(variant));
  if (!bytes) return null;
  const { instance } = await WebAssembly.instantiate(bytes, IMPORTS);
  return instance.exports as unknown as Kernels;
}

/** AssemblyScript's runtime needs `abort`; these kernels never call it. */
const IMPORTS = {
  env: {
    abort: () => {
      throw new Error("fused, wasm: a kernel aborted");
    },
  },
};

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

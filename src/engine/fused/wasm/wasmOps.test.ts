/** The WebAssembly operations against the plain ones, and what is their own: memory, and exp and tanh as polynomials. */
import { describe, expect, it } from "vitest";
import { errorOf, OPS_CASES } from "../../../testing/opsCases";
import type { Ops } from "../ops";
import { createWasmOps } from "./wasmOps";

const TOLERANCE = 5e-6; // float32 sums, against sums in double precision

async function start(): Promise<Ops> {
  const ops = await createWasmOps();
  if (!ops) throw new Error("no WebAssembly SIMD");
  return ops;
}

const ops = await start();

describe("operations", () => {
  it.each(OPS_CASES)("$name", (one) => {
    const error = errorOf(ops, one);
    expect(error).toBeLessThanOrEqual(one.isExact ? 0 : TOLERANCE);
  });
});

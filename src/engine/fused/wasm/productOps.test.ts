/** Compares products of every number of rows with the plain ones: rows are summed in blocks of six, four and two. */
import { describe, expect, it } from "vitest";
import { createRandom } from "../../rng";
import { worstError } from "../../../testing/worstError";
import type { HostOps } from "../ops";
import { createPlainOps } from "../plain/plainOps";
import { createWasmOps } from "./wasmOps";

const TOLERANCE = 5e-6; // of float32 sums, compared with double precision

const plain = createPlainOps();
const wasm = await createWasmOps();
if (!wasm) throw new Error("no WebAssembly SIMD");

const random = createRandom(7);
const numbers = (count: number): Float32Array =>
  Float32Array.from({ length: count }, () => random.next() - 0.5);

/** The error of a [N, I] b [I, O] + plus [N, O]. */
function errorOf(rows: number, inner: number, cols: number): number {
  const [a, b, plus] = [numbers(rows * inner), numbers(inner * cols), numbers(rows * cols)];
  const of = (ops: HostOps): Float32Array =>
    ops.scope(() =>
      ops.readNow(
        ops.product(
          ops.matrix(a, rows, inner),
          ops.matrix(b, inner, cols),
          ops.matrix(plus, rows, cols),
        ),
      ),
    );
  return worstError(of(wasm as HostOps), of(plain));
}

describe("the product", () => {
  it.each([1, 8, 13, 24])("is the plain one for 1 to 26 rows, with %i columns", (cols) => {
    for (let rows = 1; rows <= 26; rows++) expect(errorOf(rows, 7, cols)).toBeLessThan(TOLERANCE);
  });

  it("is the plain one where the right-hand side is larger than the second cache", () => {
    expect(errorOf(15, 44, 3001)).toBeLessThan(TOLERANCE);
  });
});

/** Measures the fastest matrix product in this browser on one thread: the limit for all systems. */
import { matMul, ones, tidy } from "@tensorflow/tfjs-core";
import type { Ops } from "../../src/engine/fused/ops";
import { fusedOps } from "../../src/workers/backend/computation";
import { startBackend } from "./backend";

type Product = readonly [rows: number, inner: number, columns: number];

/** From the sizes of a training step to sizes that suit the processor best. */
const PRODUCTS: readonly Product[] = [
  [320, 64, 192],
  [320, 256, 768],
  [256, 256, 256],
  [512, 512, 512],
  [1024, 512, 512],
];

const LEAST = 20; // ms; each product is repeated for so long

/** Billions of operations a second in the fastest product; a multiply-add counts as two. */
export async function measureProducts(): Promise<number> {
  await startBackend("wasm");
  const ops = await fusedOps("wasm");
  const rates = PRODUCTS.map(stockProduct);
  if (ops) rates.push(...PRODUCTS.map((product) => ownProduct(ops, product)));
  return Math.max(...rates);
}

/** The tensor library's product, XNNPACK. */
function stockProduct([rows, inner, columns]: Product): number {
  return tidy(() => {
    const a = ones([rows, inner]);
    const b = ones([inner, columns]);
    return rate([rows, inner, columns], () => matMul(a, b).dispose());
  });
}

/** The product of the fused operations. */
function ownProduct(ops: Ops, [rows, inner, columns]: Product): number {
  return ops.scope(() => {
    const a = ops.matrix(new Float32Array(rows * inner).fill(1), rows, inner);
    const b = ops.matrix(new Float32Array(inner * columns).fill(1), inner, columns);
    return rate([rows, inner, columns], () => ops.scope(() => void ops.product(a, b)));
  });
}

function rate([rows, inner, columns]: Product, run: () => void): number {
  run(); // the first product is slower
  const before = performance.now();
  let [count, now] = [0, before];
  for (; now - before < LEAST; now = performance.now()) {
    run();
    count++;
  }
  return (2 * rows * inner * columns * count) / (now - before) / 1e6;
}

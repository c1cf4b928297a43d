/** The fused operations in WebGL: a matrix is a window on a texture, an operation runs one or two programs. */
import { backend } from "@tensorflow/tfjs-core";
import { expectCount, forEveryRow, type Matrix } from "../matrix";
import type { MemoryOps, Ops } from "../ops";
import { flatten, sideBySide, stack } from "./arrangement";
import { additiveWeights, dotWeights, weightedSum } from "./attention";
import {
  additiveKeyGradient,
  additiveQueryGradient,
  scoreGradient,
  valueGradient,
} from "./attentionGradient";
import { gru } from "./cells/gru";
import { lstm } from "./cells/lstm";
import { rnn } from "./cells/rnn";
import { crossEntropy } from "./crossEntropy";
import { add, multiply, select, tanh, tanhGradient } from "./elementwise";
import type { Gl } from "./gl";
import { Gpu } from "./gpu";
import { outerProduct, product, transpose } from "./products";
import { columnSums } from "./sums";
import { blockOf, dense } from "./textures";
import { argMax, lookUp, lookUpGradient } from "./tokens";
import { update } from "./update";

/** A member of the tfjs WebGL backend that its type in tfjs-core lacks. */
interface WebglBackend {
  getGPGPUContext(): { readonly gl: Gl };
}

/**
 * Creates the operations in the context of the tensor library's backend, which must be WebGL 2.
 * @throws if the device cannot compute in float32
 */
export function createWebglOps(): Ops {
  const { gl } = (backend() as unknown as WebglBackend).getGPGPUContext();
  const gpu = new Gpu(gl);
  const one = forEveryRow(gpu.upload(Float32Array.of(1), 1, 1)); // outside any scope, so that it is never recycled
  return {
    ...memory(gpu),
    product: product(gpu),
    outerProduct: outerProduct(gpu),
    transpose: transpose(gpu),
    add: add(gpu),
    multiply: multiply(gpu),
    columnSums: (m) => columnSums(gpu, m),
    stack: (ms) => stack(gpu, ms),
    sideBySide: (ms) => sideBySide(gpu, ms),
    flatten: (ms) => flatten(gpu, ms),
    tanh: tanh(gpu),
    tanhGradient: tanhGradient(gpu),
    lookUp: lookUp(gpu),
    lookUpGradient: lookUpGradient(gpu),
    argMax: argMax(gpu),
    select: select(gpu),
    cells: { rnn: rnn(gpu, one), gru: gru(gpu, one), lstm: lstm(gpu, one) },
    innerMemory: () => null, // computing tanh again is faster than reading it
    additiveWeights: additiveWeights(gpu),
    dotWeights: dotWeights(gpu),
    weightedSum: weightedSum(gpu),
    scoreGradient: scoreGradient(gpu),
    additiveQueryGradient: additiveQueryGradient(gpu),
    additiveKeyGradient: additiveKeyGradient(gpu),
    valueGradient: valueGradient(gpu),
    crossEntropy: crossEntropy(gpu),
    update: update(gpu),
  };
}

function memory(gpu: Gpu): MemoryOps {
  const { textures } = gpu;
  return {
    scope: (work) => textures.scope(work),
    matrix: (values, rows, cols) => {
      expectCount(values, rows, cols);
      return gpu.upload(values, rows, cols);
    },
    zeros: (rows, cols) => dense(textures.zeros(rows * cols), rows, cols),
    keep: (m) => {
      textures.hold(blockOf(m)); // no copy: nothing overwrites it
      return m;
    },
    release: (m) => textures.release(blockOf(m)),
    room: async () => {}, // a read waits until everything has run
    read: async (...ms) => {
      const [only] = ms;
      const isWhole = ms.length === 1 && only && isContiguous(only);
      return isWhole ? gpu.download(only) : textures.scope(() => gpu.download(flatten(gpu, ms)));
    },
  };
}

/** Whether the rows are contiguous. */
function isContiguous({ rows, cols, stride }: Matrix): boolean {
  return rows === 1 || stride === cols;
}

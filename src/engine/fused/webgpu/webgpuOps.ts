/** The fused operations on WebGPU: every matrix a window on one large buffer, every operation a kernel or two. */
import { expectCount, forEveryRow, type Matrix } from "../matrix";
import type { MemoryOps, Ops } from "../ops";
import { copy, flatten, sideBySide, stack, transpose } from "./arrangement";
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
import { type Adapter, type Device, findAdapter } from "./device";
import { add, multiply, select, tanh, tanhGradient } from "./elementwise";
import { Gpu } from "./gpu";
import { outerProduct, product } from "./products";
import { Reader } from "./reader";
import { columnSums } from "./sums";
import { argMax, lookUp, lookUpGradient } from "./tokens";
import { update } from "./update";

const LARGEST = 2 ** 30; // bytes that are asked for, where the device has them

/** What WebGPU is asked for. */
export interface WebgpuWish {
  /** Whether a processor that plays a GPU will do; it is slower than any other way to compute. */
  readonly allowsSoftware: boolean;
  /** Called when the device has gone, or has refused something: from then on nothing that is read is right. */
  readonly onFailure: (why: string) => void;
}

/** The operations on a device of their own; null where the browser has none. */
export async function createWebgpuOps({
  allowsSoftware,
  onFailure,
}: WebgpuWish): Promise<Ops | null> {
  const adapter = await findAdapter();
  if (!adapter || (isSoftware(adapter) && !allowsSoftware)) return null;
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const device = await adapter.requestDevice({
    requiredLimits: {
      maxBufferSize: Math.min(LARGEST, maxBufferSize),
      maxStorageBufferBindingSize: Math.min(LARGEST, maxStorageBufferBindingSize),
    },
  });
  void device.lost.then(({ message }) => onFailure(message));
  device.onuncapturederror = ({ error }) => onFailure(error.message);
  return openOps(device);
}

function isSoftware(adapter: Adapter): boolean {
  return adapter.info?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false;
}

function openOps(device: Device): Ops {
  const gpu = new Gpu(device);
  const one = forEveryRow(makeOne(gpu));
  return {
    ...memoryOps(gpu, new Reader(gpu, device)),
    product: product(gpu),
    outerProduct: outerProduct(gpu),
    transpose: transpose(gpu),
    add: add(gpu),
    multiply: multiply(gpu),
    columnSums: (m) => columnSums(gpu, m),
    stack: stack(gpu),
    sideBySide: sideBySide(gpu),
    flatten: flatten(gpu),
    tanh: tanh(gpu),
    tanhGradient: tanhGradient(gpu),
    lookUp: lookUp(gpu),
    lookUpGradient: lookUpGradient(gpu),
    argMax: argMax(gpu),
    select: select(gpu),
    cells: { rnn: rnn(gpu, one), gru: gru(gpu, one), lstm: lstm(gpu, one) },
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

/** A 1 that stays. */
function makeOne(gpu: Gpu): Matrix {
  const one = gpu.memory.kept(1, 1);
  gpu.upload(Float32Array.of(1), one);
  return one;
}

function memoryOps(gpu: Gpu, reader: Reader): MemoryOps {
  const { memory } = gpu;
  return {
    scope: (work) => gpu.scope(work),
    matrix: (values, rows, cols) => {
      expectCount(values, rows, cols);
      const result = memory.dense(rows, cols);
      gpu.upload(values, result);
      return result;
    },
    zeros: (rows, cols) => memory.zeros(rows, cols),
    keep: (m) => copy(gpu, m, memory.kept(m.rows, m.cols)), // `update` overwrites what is kept
    release: (m) => memory.release(m),
    read: (...ms) => gpu.scope(() => reader.read(flatten(gpu)(ms))),
  };
}

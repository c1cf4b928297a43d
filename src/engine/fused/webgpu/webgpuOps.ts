/** The fused operations in WebGPU: a matrix is a window on one large buffer, an operation runs one or two kernels. */
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
import { Backlog } from "./backlog";
import { Commands } from "./commands";
import { Connection, type StartLimit } from "./connection";
import { type Adapter, type Device, findAdapter } from "./device";
import { add, multiply, select, tanh, tanhGradient } from "./elementwise";
import { Gpu } from "./gpu";
import { outerProduct, product } from "./products";
import { Reader } from "./reader";
import { columnSums } from "./sums";
import { argMax, lookUp, lookUpGradient } from "./tokens";
import { update } from "./update";

const LARGEST = 2 ** 30; // bytes to request, if the device has them

/** Options of the WebGPU operations. */
export interface WebgpuOptions {
  /** Whether a software GPU is accepted; it is slower than every other backend. */
  readonly allowsSoftware: boolean;
  /** Limits how long an answer of the device may take. It only has to end what hangs. */
  readonly startLimit: StartLimit;
  /** Called once, when the device is lost, reports an error or does not answer. */
  readonly onFailure: (why: string) => void;
}

/** Creates the operations on their own device; null if the browser has none. */
export async function createWebgpuOps({
  allowsSoftware,
  ...watch
}: WebgpuOptions): Promise<Ops | null> {
  const adapter = await findAdapter();
  if (!adapter || (isSoftware(adapter) && !allowsSoftware)) return null;
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const device = await adapter.requestDevice({
    requiredLimits: {
      maxBufferSize: Math.min(LARGEST, maxBufferSize),
      maxStorageBufferBindingSize: Math.min(LARGEST, maxStorageBufferBindingSize),
    },
  });
  return openOps(device, watch);
}

function isSoftware(adapter: Adapter): boolean {
  return adapter.info?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false;
}

/** Creates the operations on an open device. */
export function openOps(
  device: Device,
  { startLimit, onFailure }: Omit<WebgpuOptions, "allowsSoftware">,
): Ops {
  const connection = new Connection(startLimit, onFailure);
  void device.lost.then(({ message }) => connection.lose(message));
  device.onuncapturederror = ({ error }) => connection.lose(error.message);
  const backlog = new Backlog(connection);
  const commands = new Commands(device, backlog);
  const gpu = new Gpu(commands);
  const one = forEveryRow(makeOne(gpu));
  return {
    ...memoryOps(gpu, new Reader(device, commands, connection)),
    room: () => backlog.room(),
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

/** A kept matrix with a 1. */
function makeOne(gpu: Gpu): Matrix {
  const one = gpu.memory.kept(1, 1);
  gpu.upload(Float32Array.of(1), one);
  return one;
}

function memoryOps(gpu: Gpu, reader: Reader): Omit<MemoryOps, "room"> {
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
    keep: (m) => copy(gpu, m, memory.kept(m.rows, m.cols)), // a copy, because `update` overwrites kept matrices
    release: (m) => memory.release(m),
    read: (...ms) =>
      ms.every(isContiguous) ? reader.read(ms) : gpu.scope(() => reader.read([flatten(gpu)(ms)])),
  };
}

/** Whether the rows are contiguous. */
function isContiguous({ rows, cols, stride }: Matrix): boolean {
  return rows === 1 || stride === cols;
}

/** Runs in a bare page: the fused operations and the fused network on WebGL. */
import {
  add,
  backend,
  env,
  getBackend,
  ones,
  ready,
  setBackend,
  type Tensor1D,
} from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-webgl";
import type { Ops } from "../../src/engine/fused/ops";
import { createWebglOps } from "../../src/engine/fused/webgl/webglOps";
import { readTensor } from "../../src/engine/model/readTensor";
import { makeBatch } from "../../src/engine/batch";
import { parameterCount } from "../../src/engine/setup/learnedParameters";
import { textbook } from "../../src/engine/training/textbookLearner";
import { copyPair, tinyShape as SHAPE, tinyTask } from "../../src/testing/tinyTask";
import { bytesOf } from "./bytes";
import { compareMembers, runCases } from "./fusedCases";
import { runTraces } from "./traceCases";
import { openTrainingStep, type StepSize } from "./trainingStep";
import { walkAnUpdate } from "./walkedUpdate";

let ops: Ops | null = null;

/** Starts WebGL. @returns the name of the running backend */
async function start(): Promise<string> {
  env().set("WEBGL_PACK", true);
  await setBackend("webgl");
  await ready();
  ops = createWebglOps();
  return getBackend();
}

function running(): Ops {
  if (!ops) throw new Error("fused: call start() first");
  return ops;
}

function webglContext(): WebGL2RenderingContext {
  const webgl = backend() as unknown as { getGPGPUContext(): { gl: WebGL2RenderingContext } };
  return webgl.getGPGPUContext().gl;
}

const MANY = 1000; // tfjs computes small tensors on the CPU

/** Alternates tensors and matrices on one context; neither may disturb the other. @returns 2^20, repeated */
async function takeTurns(): Promise<number[]> {
  let doubled: Tensor1D = ones([MANY]);
  let matrix = running().matrix(new Float32Array(MANY).fill(1), 1, MANY);
  for (let i = 0; i < 20; i++) {
    doubled = add(doubled, doubled);
    matrix = running().add(matrix, matrix);
  }
  return [...doubled.dataSync(), ...(await running().read(matrix))];
}

/** The number of programs in a training step. */
async function countLaunches(size: StepSize): Promise<number> {
  const { learner, step } = openTrainingStep(running(), size);
  await step();
  const launches = await drawsDuring(step);
  learner.dispose();
  return launches;
}

async function drawsDuring(work: () => Promise<void>): Promise<number> {
  const gl = webglContext();
  const [arrays, elements] = [gl.drawArrays.bind(gl), gl.drawElements.bind(gl)];
  let draws = 0;
  gl.drawArrays = (...how) => {
    draws++;
    arrays(...how);
  };
  gl.drawElements = (...how) => {
    draws++;
    elements(...how);
  };
  await work();
  Object.assign(gl, { drawArrays: arrays, drawElements: elements });
  return draws;
}

function errorOf(read: () => unknown): Promise<string> {
  return new Promise((resolve) => resolve(read())).then(() => "nothing", String);
}

/** Loses the context. @returns the errors of a matrix, of a tensor and of the parameters of a textbook model */
async function readAfterLoss(): Promise<string[]> {
  const matrix = running().matrix(Float32Array.of(1, 2), 1, 2);
  const tensor = add(ones([MANY]), ones([MANY]));
  const predictor = textbook.predictor(SHAPE, new Float32Array(parameterCount(SHAPE)).fill(1));
  await predictor.readParameters();
  webglContext().getExtension("WEBGL_lose_context")?.loseContext();
  return [
    await errorOf(() => running().read(matrix)),
    await errorOf(() => readTensor(tensor)),
    await errorOf(() => predictor.decode(makeBatch(tinyTask, [copyPair("ab")]), 3)),
  ];
}

/** What the operations say after a loss that the context has not reported yet. */
interface UnseenLoss {
  readonly isReported: boolean; // by the context
  readonly errors: Readonly<Record<string, string>>; // of a new texture, a new program and a read
}

/** Works in a single task until the device is lost. begun: called before, by a name that the test has given it */
async function useUntilLost(begun: string): Promise<UnseenLoss> {
  const all = running();
  const kept = all.keep(all.matrix(new Float32Array(MANY).fill(1), 1, MANY));
  (globalThis as unknown as Record<string, () => void>)[begun]?.();
  const texture = await errorOf(() =>
    all.scope(() => {
      for (;;) all.matrix(new Float32Array(MANY), 1, MANY); // a new texture each time
    }),
  );
  const program = await errorOf(() => all.scope(() => all.transpose(kept))); // compiled here for the first time
  const read = await errorOf(() => all.read(kept));
  return { isReported: webglContext().isContextLost(), errors: { texture, program, read } };
}

export const fused = {
  start,
  runCases: () => runCases(running(), true),
  runTraces: (tolerance: number) => runTraces(running(), tolerance, true),
  /** @param file base64 */
  compare: (file: string, names: readonly string[] | null) =>
    compareMembers(running(), bytesOf(file), names),
  walkAnUpdate: () => walkAnUpdate(running()),
  takeTurns,
  countLaunches,
  readAfterLoss,
  useUntilLost,
};

Object.assign(globalThis, { fused });

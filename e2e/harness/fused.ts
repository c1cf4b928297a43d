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
import { bytesOf } from "./bytes";
import { compareMembers, runCases } from "./fusedCases";
import { openTrainingStep } from "./trainingStep";

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
async function countLaunches(): Promise<number> {
  const { learner, step } = openTrainingStep(running());
  await step();
  const launches = await drawsDuring(step);
  learner.dispose();
  return launches;
}

async function drawsDuring(work: () => Promise<void>): Promise<number> {
  const { gl } = (
    backend() as unknown as { getGPGPUContext(): { gl: WebGL2RenderingContext } }
  ).getGPGPUContext();
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

export const fused = {
  start,
  runCases: () => runCases(running()),
  /** @param file base64 */
  compare: (file: string, names: readonly string[] | null) =>
    compareMembers(running(), bytesOf(file), names),
  takeTurns,
  countLaunches,
};

Object.assign(globalThis, { fused });

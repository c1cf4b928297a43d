/** Runs in a bare page: the fused operations on WebGL, and the network on them. */
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

/** Brings up WebGL. @returns the name of the backend that runs */
async function start(): Promise<string> {
  env().set("WEBGL_PACK", true);
  await setBackend("webgl");
  await ready();
  ops = createWebglOps();
  return getBackend();
}

function running(): Ops {
  if (!ops) throw new Error("start() first");
  return ops;
}

const MANY = 1000; // numbers: the tensor library computes with few of them on the CPU

/** Tensors and matrices in turn, on the one context: each other's states must not matter. @returns 2^20, often */
function takeTurns(): number[] {
  let doubled: Tensor1D = ones([MANY]);
  let matrix = running().matrix(new Float32Array(MANY).fill(1), 1, MANY);
  for (let i = 0; i < 20; i++) {
    doubled = add(doubled, doubled);
    matrix = running().add(matrix, matrix);
  }
  return [...doubled.dataSync(), ...running().read(matrix)];
}

/** Programs that a training step runs. */
function countLaunches(): number {
  const { learner, step } = openTrainingStep(running());
  step();
  const launches = drawsDuring(step);
  learner.dispose();
  return launches;
}

function drawsDuring(work: () => void): number {
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
  work();
  Object.assign(gl, { drawArrays: arrays, drawElements: elements });
  return draws;
}

export const fused = {
  start,
  runCases: () => runCases(running()),
  /** @param file in base64 */
  compare: (file: string, names: readonly string[] | null) =>
    compareMembers(running(), bytesOf(file), names),
  takeTurns,
  countLaunches,
};

Object.assign(globalThis, { fused });

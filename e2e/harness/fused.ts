/** Runs in a bare page: the fused operations on WebGL, and the network on them. */
import { backend, env, getBackend, ready, setBackend } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-webgl";
import type { Batch } from "../../src/engine/batch";
import { DEFAULT_CONFIG } from "../../src/engine/config";
import { fusedArithmetic } from "../../src/engine/fused/fusedLearner";
import type { Ops } from "../../src/engine/fused/ops";
import { createWebglOps } from "../../src/engine/fused/webgl/webglOps";
import { noMasks } from "../../src/engine/model/dropout";
import { modelShape } from "../../src/engine/modelShape";
import { parameterCount } from "../../src/engine/parameters";
import { readFixtures } from "../../src/testing/fixtures";
import { errorOf, OPS_CASES } from "../../src/testing/opsCases";
import { compareFusedWithFixture } from "../../src/testing/oracleFused";
import { bytesOf } from "./bytes";
import type { MemberResult } from "./oracle";

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

export interface CaseResult {
  readonly name: string;
  readonly isExact: boolean;
  readonly error: number;
}

/** Every case of every operation, against the plain ones. */
function runCases(): CaseResult[] {
  return OPS_CASES.map((each) => {
    const { name, isExact } = each;
    return { name, isExact, error: errorOf(running(), each) };
  });
}

/** Compares those members of a fixture file, in base64, that are named, or all of them. */
function compare(file: string, names: readonly string[] | null): Omit<MemberResult, "expected">[] {
  return readFixtures(bytesOf(file))
    .filter(({ name }) => names === null || names.includes(name))
    .map((fixture) => ({
      name: fixture.name,
      deviations: compareFusedWithFixture(running(), fixture),
    }));
}

/** Programs that a training step of a one-layer GRU with additive attention runs. B 32, S = T = 10, V 60, H 64. */
function countLaunches(): number {
  const [B, N] = [32, 10];
  const shape = modelShape({ ...DEFAULT_CONFIG, hiddenSize: 64, embeddingSize: 64 }, 60, 60);
  const [ids, lengths] = [new Int32Array(B * N).fill(4), Array.from({ length: B }, () => N)];
  const batch: Batch = {
    size: B,
    sourceLength: N,
    targetLength: N,
    sourceLengths: lengths,
    targetLengths: lengths,
    source: ids,
    targetIn: ids,
    targetOut: ids,
  };
  const parameters = new Float32Array(parameterCount(shape));
  const learner = fusedArithmetic(running()).learner(shape, { parameters });
  const truthFed = Array.from({ length: B * N }, () => true);
  const step = () =>
    learner.step({ batch, truthFed, masks: noMasks }, { learningRate: 0.01, clipNorm: 1 });
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

export const fused = { start, runCases, compare, countLaunches };

Object.assign(globalThis, { fused });

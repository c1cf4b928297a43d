/** A trace waits for the device once. */
import { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import {
  copyRegisteredKernels,
  engine,
  registerBackend,
  removeBackend,
  setBackend,
  tensor1d,
} from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape, tinyTask } from "../../testing/tinyTask";
import { plainResult } from "../model/scope";
import { viewWeights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";
import { initialParameters, parameterCount } from "../setup/learnedParameters";
import { createRandom } from "../rng";
import { GREEDY, INITIAL_SHOW, type Show } from "../show";
import type { Trace } from "../results/trace";
import { traceExample } from "../../testing/textbookTrace";

const DEVICE = "device"; // plain JavaScript that acts as a device whose values need a transfer

const read = vi.spyOn(engine(), "readSync"); // every read goes through it

const pair = copyPair("abc");

const SHAPES: readonly ModelShape[] = [
  tinyShape,
  { ...tinyShape, attention: "none" },
  { ...tinyShape, cell: "lstm", layers: 2, timing: "luong", inputFeeding: "on" },
];
const SAMPLED = { choosing: { ...GREEDY, method: "sampling", sampleSeed: 2 } } as const;
const SHOWS: readonly Partial<Show>[] = [{ feeding: "truth" }, {}, SAMPLED];

function trace(shape: ModelShape, change: Partial<Show>, scale = 1): Trace {
  const parameters = initialParameters(shape, createRandom(4)).map((x) => scale * x);
  return plainResult(() => {
    const weights = viewWeights(shape, tensor1d(parameters));
    return traceExample(
      { task: tinyTask, shape, weights, runId: null, trainedSteps: 0 },
      { source: pair.source, answer: pair, show: { ...INITIAL_SHOW, ...change } },
    );
  });
}

/** The buffers of the trace's arrays. */
function buffersOf(value: unknown): ReadonlySet<ArrayBufferLike> {
  if (ArrayBuffer.isView(value)) return new Set([value.buffer]);
  if (typeof value !== "object" || value === null) return new Set();
  return new Set(Object.values(value).flatMap((part) => [...buffersOf(part)]));
}

async function onDevice<T>(work: () => T): Promise<T> {
  await setBackend(DEVICE);
  read.mockClear();
  const result = work();
  await startNodeBackend("cpu");
  return result;
}

describe("a trace", () => {
  beforeAll(async () => {
    copyRegisteredKernels("cpu", DEVICE);
    registerBackend(DEVICE, () => new MathBackendCPU());
    await startNodeBackend("cpu");
  });
  afterAll(() => removeBackend(DEVICE));

  it("is read in one transfer, with teacher forcing or greedy decoding", async () => {
    for (const shape of SHAPES)
      for (const way of [{ feeding: "truth" }, {}] as const) {
        await onDevice(() => trace(shape, way));
        expect(read).toHaveBeenCalledTimes(1);
      }
  });

  it("is the same whether the decoder runs beyond <eos> or not", async () => {
    const endings = new Set<string>();
    for (const scale of [0, 1, 3, 6, 12])
      for (const way of SHOWS) {
        const expected = trace(tinyShape, way, scale);
        expect(await onDevice(() => trace(tinyShape, way, scale))).toEqual(expected);
        endings.add(expected.ending);
      }
    expect([...endings].toSorted()).toEqual(["eos", "limit", "truth"]);
  });

  it("reads the logits of each drawn token, and the rest in one transfer", async () => {
    const { steps } = await onDevice(() => trace(tinyShape, SAMPLED));
    expect(read).toHaveBeenCalledTimes(steps.length + 1);
  });

  it("reads a beam's scores in each step, and the rest in one transfer", async () => {
    const choosing = { ...GREEDY, method: "beam", beamWidth: 2 } as const;
    const found = await onDevice(() => trace(tinyShape, { choosing }));
    if (found.decoding.kind !== "beam") throw new Error("no beam");
    expect(read).toHaveBeenCalledTimes(found.decoding.scored.length + 1);
  });

  it("has arrays that are views of one buffer", () => {
    for (const shape of SHAPES)
      for (const way of SHOWS) {
        const decoded = trace(shape, way);
        const buffers = buffersOf(decoded);
        expect(buffers).toEqual(new Set([decoded.encoder.states.data.buffer]));
        const floats = decoded.steps.length * shape.targetTokens;
        const [buffer] = buffers;
        expect(buffer?.byteLength).toBeGreaterThan(4 * floats);
        expect(buffer?.byteLength).toBeLessThan(4 * parameterCount(shape));
      }
  });
});

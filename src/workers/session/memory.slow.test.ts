/**
 * The memory of a long run: tensors and heap must not grow once the snapshots are full.
 * MEMORY_STEPS=10000 npx vitest run --project learning src/workers trains for as long as a student might.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { memory } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { INITIAL_SHOW } from "../../engine/show";
import { yieldToMessages } from "../yieldToMessages";
import type { Command } from "../protocol";
import { createSessions } from "./sessions";

const STEPS = Number(process.env["MEMORY_STEPS"] ?? 2000);
const WARM_UP = STEPS / 2;
const EVERY = STEPS / 20;

interface Reading {
  readonly step: number;
  readonly tensors: number;
  readonly heap: number; // MB, after collecting garbage
  readonly buffers: number; // MB outside the heap: snapshots and weights
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const megabytes = (bytes: number): number => Number((bytes / 1e6).toFixed(2));

function read(step: number): Reading {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return {
    step,
    tensors: memory().numTensors,
    heap: megabytes(heapUsed),
    buffers: megabytes(arrayBuffers),
  };
}

/** Trains a tiny model in a session that saves its run, and reads the memory after evaluations. */
async function readingsOf(steps: number): Promise<Reading[]> {
  const arithmetic = await startNodeArithmetic();
  const readings: Reading[] = [];
  let kept: object | null = null;
  const reasons: string[] = [];
  const take = createSessions({
    post: ({ event }) => {
      if (event.type === "evaluation" && event.evaluation.step % EVERY === 0)
        readings.push(read(event.evaluation.step));
      if (event.type === "stopped") reasons.push(event.reason);
    },
    loadBaked: async () => null,
    deviceLost: () => undefined,
    arithmetic: () => arithmetic,
    storeOf: () => ({
      read: async () => kept ?? undefined,
      write: async (record) => void (kept = structuredClone(record)),
      remove: async () => void (kept = null),
    }),
    yieldToMessages,
    sleep: async () => undefined,
    now: () => performance.now(),
  });
  const tiny = { hiddenSize: 8, embeddingSize: 4, batchSize: 8, targetMatch: 1, dropout: 0.1 };
  const slow = { learningRate: 0.0001 }; // too slow to reach the target, which would end training
  const config = { ...DEFAULT_CONFIG, ...tiny, ...slow, maxSteps: steps };
  const commands: readonly Command[] = [
    { type: "configure", config, weights: "fresh", show: INITIAL_SHOW },
    { type: "train" },
  ];
  for (const [id, command] of commands.entries()) await take({ id, lane: "a", command });
  while (reasons.length === 0) await yieldToMessages();
  return readings;
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

it(`holds the same tensors and the same memory from step ${WARM_UP} to step ${STEPS}`, async () => {
  const readings = await readingsOf(STEPS);
  expect(readings.at(-1)?.step).toBe(STEPS);
  process.stdout.write(`${readings.map((one) => JSON.stringify(one)).join("\n")}\n`);
  const warm = readings.filter(({ step }) => step >= WARM_UP);
  expect(spread(warm.map(({ tensors }) => tensors))).toBe(0);
  expect(spread(warm.map(({ heap }) => heap))).toBeLessThan(2); // losses and evaluations: 0.1 MB in 1,000 steps
  // The engine frees copies for the database at any later time, so the smallest reading of each half counts.
  const buffers = warm.map((one) => one.buffers);
  const half = Math.floor(buffers.length / 2);
  const [before, after] = [buffers.slice(0, half), buffers.slice(half)];
  expect(Math.min(...after) - Math.min(...before)).toBeLessThan(1);
});

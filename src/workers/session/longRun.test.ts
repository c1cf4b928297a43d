/** What a run holds does not grow with its updates, except its history, which has a limit: `npm run measure -- --long` has the figures of 100,000. */
import { memory } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { KEPT, KeptSession } from "../../testing/keptSession";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import type { RunStore } from "../../storage/runs";

const LEG = 200; // updates

interface Kept {
  readonly losses: Float32Array;
  readonly lossSteps: Uint32Array;
  readonly evaluations: readonly unknown[];
  readonly steps: number;
}

/** A store that keeps the newest record in memory. */
function memoryStore(): RunStore & { readonly record: () => Kept } {
  let kept: object | null = null;
  return {
    read: async () => kept ?? undefined,
    write: async (record) => void (kept = structuredClone(record)),
    remove: async () => void (kept = null),
    record: () => kept as Kept,
  };
}

/** Bytes of the numbers and texts in a value. */
function bytesOf(value: unknown): number {
  if (typeof value === "string") return 2 * value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null) return 8;
  return Object.values(value).reduce((sum: number, each) => sum + bytesOf(each), 0);
}

it("after twice as many updates, tensors and the saved run are as many; a loss takes eight bytes with its update", async () => {
  const store = memoryStore();
  const session = new KeptSession(await startNodeArithmetic(), store);
  await session.resume({ ...KEPT, maxSteps: LEG, targetMatch: 1, learningRate: 0.0001 });
  const legs = [];
  for (const leg of [1, 2]) {
    await session.train();
    await expect.poll(() => store.record().steps).toBe(leg * LEG);
    const { losses, lossSteps, evaluations, ...rest } = store.record();
    legs.push({
      tensors: memory().numTensors,
      record: bytesOf(rest),
      bytesOfLosses: (losses.byteLength + lossSteps.byteLength) / leg,
      evaluations: (evaluations.length - 1) / leg,
    });
  }
  expect(legs[0]?.bytesOfLosses).toBe(8 * LEG);
  expect(legs[1]).toEqual(legs[0]);
});

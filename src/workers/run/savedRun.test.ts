/** Records that can no longer be used: another version of the page wrote them, or they are damaged. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Arithmetic } from "../../engine/training/learner";
import { openRunStore } from "../../storage/runs";
import { KEPT, keeps, KeptSession, PATHS } from "../../testing/keptSession";

let arithmetic: Arithmetic;

const open = (): KeptSession => new KeptSession(arithmetic);

async function damage(change: object): Promise<void> {
  const record = (await openRunStore("tab").read()) as object;
  await openRunStore("tab").write({ ...record, ...change });
}

function oneSize(length: number): object {
  const vector = new Float32Array(length).fill(0.1);
  return { parameters: vector, mean: vector, variance: vector };
}

const bestOf = (parameters: Float32Array | null): object => ({
  step: 0,
  exactMatch: 0,
  parameters,
});

describe.each(PATHS)("a saved run, %s", (_path, start) => {
  beforeAll(async () => {
    arithmetic = await start();
  });
  beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));

  it.each([
    ["another version", { format: 0 }],
    ["no settings", { config: "{}" }],
    ["a setting out of range", { config: JSON.stringify({ ...KEPT, hiddenSize: 1 }) }],
    ["weights that are not numbers", { parameters: new Float32Array(700).fill(Number.NaN) }],
    ["weights that are all zero", { parameters: new Float32Array(700) }],
    ["weights of another model", oneSize(700)],
    ["moments of another size", { mean: new Float32Array(3) }],
    ["weights in a plain array", { parameters: [1, 2, 3] }],
    ["more losses than steps", { losses: new Float32Array(9) }],
    ["an update of a loss that is still to come", { lossSteps: Uint32Array.of(9) }],
    ["as many updates as other losses", { lossSteps: new Uint32Array(0) }],
    ["a negative variance", { variance: new Float32Array(700).fill(-1) }],
    [
      "two random streams",
      {
        positions: [
          [1, 2, 3, 4],
          [1, 2, 3, 4],
        ],
      },
    ],
    ["an evaluation without a score", { evaluations: [{ step: 1 }] }],
    ["best weights of another model", { best: bestOf(new Float32Array(700)) }],
    ["best weights without a score", { best: { step: 1, parameters: new Float32Array(700) } }],
    ["a best evaluation that is still to come", { best: { ...bestOf(null), step: 9 } }],
  ])("is dropped with a notice and without a crash: %s", async (_name, change) => {
    const before = open();
    await before.resume();
    await before.step(1);
    await keeps(1);
    await damage(change);
    const page = open();
    expect(await page.resume()).toMatchObject({ weights: "fresh" });
    expect(page.of("keeping")).toEqual([{ type: "keeping", problem: "damaged" }]);
    expect(page.of("failed")).toEqual([]);
    expect(await openRunStore("tab").read()).toBeUndefined();
  });

  it.each([
    ["of an earlier version: the loss of every update", undefined, [2, 3]],
    ["of a long run: losses of some updates", Uint32Array.of(1, 3), [1, 3]],
  ])("is opened with a history %s", async (_name, lossSteps, steps) => {
    const before = open();
    await before.resume();
    await before.step(3);
    await keeps(3);
    await damage({ losses: Float32Array.of(2, 1), lossSteps });
    expect((await open().resume()).losses).toEqual([
      { step: steps[0], loss: 2 },
      { step: steps[1], loss: 1 },
    ]);
  });
});

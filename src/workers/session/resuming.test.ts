/** Runs that survive a reload: one session trains and saves, the next one continues. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Arithmetic } from "../../engine/training/learner";
import { eventually } from "../../testing/eventually";
import { KEPT, keeps, KeptSession, PATHS } from "../../testing/keptSession";
import { pairsOf, shippedModel } from "../../testing/testSession";
import type { RunInfo } from "../protocol";

let arithmetic: Arithmetic;

const open = (): KeptSession => new KeptSession(arithmetic);

/** Gives a new page own pairs and asks for the saved run of them. */
async function resumeOnPairs(page: KeptSession, input: string): Promise<RunInfo> {
  await page.configure(KEPT);
  await page.inspectPairs(1, input);
  await page.usePairs(1, KEPT, "kept");
  return page.info;
}

describe.each(PATHS)("a run that survives, %s", (_path, start) => {
  beforeAll(async () => {
    arithmetic = await start();
  });
  beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));

  it("continues with the same losses as a run without interruption", async () => {
    const whole = open();
    await whole.resume({ ...KEPT, maxSteps: 100 });
    await whole.train();
    expect(whole.losses).toHaveLength(100);

    vi.stubGlobal("indexedDB", new IDBFactory());
    const before = open();
    expect((await before.resume()).weights).toBe("fresh");
    await before.train();
    await keeps(50);
    const after = open();
    expect(await after.resume()).toMatchObject({ weights: "kept", step: 50 });
    expect(after.info.losses).toEqual(before.losses.map((loss, i) => ({ step: i + 1, loss })));
    expect(after.info.evaluations.map(({ step }) => step)).toEqual([0, 50]);
    expect(after.of("started")).toEqual([]); // training waits for the student
    await after.train();
    expect([...before.losses, ...after.losses]).toEqual(whole.losses);
    expect(after.latest("evaluation")?.evaluation).toEqual(whole.latest("evaluation")?.evaluation);
  });

  it("survives twice, also where it was opened from a file", async () => {
    const first = open();
    await first.resume();
    await first.step(2);
    const file = await first.save();
    await first.open(file);
    await first.step(3);
    const tail = first.losses.slice(2);
    await keeps(5);
    const again = open();
    await again.configure(KEPT);
    await again.open(file);
    for (const steps of [3, 4, 5]) {
      await keeps(steps - 1);
      const page = open();
      expect(await page.resume()).toMatchObject({
        weights: "kept",
        step: steps - 1,
      });
      await page.step(1);
      expect(page.losses).toEqual([tail[steps - 3]]);
      await keeps(steps);
    }
  });

  it("survives twice where it was opened and not trained, and takes precedence over a shipped model", async () => {
    const first = open();
    await first.resume();
    const file = await first.save();
    await first.open(file);
    await keeps(0);
    for (let i = 0; i < 2; i++) {
      const page = open();
      page.loadBaked = async (config) => shippedModel(config);
      expect(await page.resume()).toMatchObject({ weights: "kept", step: 0 });
      expect(await (await page.save()).arrayBuffer()).toEqual(await file.arrayBuffer());
      await keeps(0);
    }
  });

  it("takes over changed settings that apply during training", async () => {
    const before = open();
    await before.resume();
    await before.step(1);
    await keeps(1);
    const changed = { ...KEPT, learningRate: 0.01 };
    expect((await open().resume(changed)).config).toEqual(changed);
  });

  it("does not replace a run of other settings, and stays saved until another run is", async () => {
    const before = open();
    await before.resume();
    await before.step(1);
    await keeps(1);
    const other = open();
    expect(await other.resume({ ...KEPT, seed: 6 })).toMatchObject({
      weights: "fresh",
      step: 0,
    });
    await other.configure(KEPT, "baked"); // does not ask for the saved run
    expect(await open().resume()).toMatchObject({ weights: "kept", step: 1 });
    await other.send({ type: "undo" });
    await other.step(1); // now another run is saved
    await eventually(async () =>
      expect(await open().resume({ ...KEPT, seed: 6 })).toMatchObject({
        step: 1,
      }),
    );
    expect(await open().resume()).toMatchObject({ weights: "fresh" });
  });

  it("is removed when it is reset, and saved again when the reset is undone", async () => {
    const page = open();
    await page.resume();
    await page.step(2);
    await keeps(2);
    await page.send({ type: "reset" });
    await keeps(undefined);
    await page.send({ type: "undo" });
    await keeps(2);
    expect(await open().resume()).toMatchObject({ weights: "kept", step: 2 });
  });

  it("continues on own pairs where the page gets the same pairs again", async () => {
    const before = open();
    await resumeOnPairs(before, pairsOf("eins"));
    await before.step(1);
    await keeps(1);
    expect(await resumeOnPairs(open(), pairsOf("zwei"))).toMatchObject({
      weights: "fresh",
    });
    expect(await resumeOnPairs(open(), pairsOf("eins"))).toMatchObject({
      weights: "kept",
      step: 1,
    });
  });
});

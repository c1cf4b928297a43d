/** Runs that survive: one session trains, the next one finds what it kept and goes on. */
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

/** Goes on with somebody's own pairs, given to a page just opened. */
async function give(page: KeptSession, input: string): Promise<RunInfo> {
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

  it("goes on with the same losses as one that was never interrupted", async () => {
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
    expect(after.of("started")).toEqual([]); // not by itself
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

  it("survives where it was opened before its first step, also twice, and comes before a shipped model", async () => {
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

  it("takes over what has changed of the settings that apply at once", async () => {
    const before = open();
    await before.resume();
    await before.step(1);
    await keeps(1);
    const changed = { ...KEPT, learningRate: 0.01 };
    expect((await open().resume(changed)).config).toEqual(changed);
  });

  it("gives way to a link with other settings, and is there for its own", async () => {
    const before = open();
    await before.resume();
    await before.step(1);
    await keeps(1);
    const other = open();
    expect(await other.resume({ ...KEPT, seed: 6 })).toMatchObject({
      weights: "fresh",
      step: 0,
    });
    await other.configure(KEPT, "baked"); // nobody asked for the kept one
    expect(await open().resume()).toMatchObject({ weights: "kept", step: 1 });
    await other.send({ type: "undo" });
    await other.step(1); // now there is another run to keep
    await eventually(async () =>
      expect(await open().resume({ ...KEPT, seed: 6 })).toMatchObject({
        step: 1,
      }),
    );
    expect(await open().resume()).toMatchObject({ weights: "fresh" });
  });

  it("is forgotten when it is reset, and kept again when that is undone", async () => {
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

  it("is one of somebody's own pairs where the same pairs are given again", async () => {
    const before = open();
    await give(before, pairsOf("eins"));
    await before.step(1);
    await keeps(1);
    expect(await give(open(), pairsOf("zwei"))).toMatchObject({
      weights: "fresh",
    });
    expect(await give(open(), pairsOf("eins"))).toMatchObject({
      weights: "kept",
      step: 1,
    });
  });
});

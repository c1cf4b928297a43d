/** When a run is kept while it is trained, and what happens where it cannot be. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Arithmetic } from "../../engine/training/learner";
import { SlowStorageError } from "../../storage/inTime";
import type { RunStore } from "../../storage/runs";
import { eventually } from "../../testing/eventually";
import { KEPT, keeps, KeptSession, PATHS } from "../../testing/keptSession";

let arithmetic: Arithmetic;

const open = (store?: RunStore): KeptSession => new KeptSession(arithmetic, store);

describe.each(PATHS)("a run that is kept, %s", (_path, start) => {
  beforeAll(async () => {
    arithmetic = await start();
  });
  beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));

  it("stays as it was before its weights became no numbers any more", async () => {
    const page = open();
    await page.resume();
    await page.step(1);
    await keeps(1);
    await page.send({
      type: "adjust",
      config: { ...KEPT, learningRate: 1e39, clipNorm: 1e30 },
    });
    await page.step(2);
    expect(await open().resume()).toMatchObject({ weights: "kept", step: 1 });
    expect(page.of("keeping")).toEqual([]);
  });

  it.each([
    ["full", new DOMException("no room", "QuotaExceededError")],
    ["blocked", new DOMException("no", "SecurityError")],
  ] as const)(
    "is a sentence and no more where storage is %s, said once",
    async (problem, error) => {
      const page = open({
        read: async () => undefined,
        write: () => Promise.reject(error),
        remove: async () => {},
      });
      await page.resume();
      await page.step(3);
      expect(page.losses).toHaveLength(3);
      await eventually(() => expect(page.of("keeping")).toEqual([{ type: "keeping", problem }]));
      expect(page.of("failed")).toEqual([]);
    },
  );

  it("is no sentence where storage is slow: the run goes on, and is written as soon as that works", async () => {
    const written: number[] = [];
    const page = open({
      read: () => Promise.reject(new SlowStorageError()),
      write: async (record) => void written.push((record as { steps: number }).steps),
      remove: async () => {},
    });
    expect((await page.resume()).weights).toBe("fresh");
    await page.step(1);
    await eventually(() => expect(written).toEqual([1]));
    expect(page.of("keeping")).toEqual([]);
  });

  it("is written from the first step to the last, and in between every two seconds at most", async () => {
    const written: { readonly step: number; readonly at: number }[] = [];
    const page: KeptSession = open({
      read: async () => undefined,
      write: async (record) =>
        void written.push({
          step: (record as { steps: number }).steps,
          at: page.clock,
        }),
      remove: async () => {},
    });
    await page.resume({ ...KEPT, maxSteps: 300 });
    await page.train();
    expect(written[0]?.step).toBe(1);
    expect(written.at(-1)?.step).toBe(300);
    const times = written.slice(0, -1).map(({ at }) => at);
    expect(times.length).toBeGreaterThan(1);
    times.slice(1).forEach((at, i) => expect(at - (times[i] ?? 0)).toBeGreaterThanOrEqual(2000));
  });

  it("is not held up by a database that never answers", async () => {
    const written: number[] = [];
    const never = new Promise<void>(() => undefined);
    const page = open({
      read: async () => undefined,
      write: (record) => {
        written.push((record as { steps: number }).steps);
        return never;
      },
      remove: async () => {},
    });
    await page.resume({ ...KEPT, maxSteps: 150 });
    await page.train();
    expect(page.losses).toHaveLength(150);
    expect(written).toEqual([1]);
  });
});

/** When a run is saved during training, and what happens where storage is full, blocked, slow or late. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Arithmetic } from "../../engine/training/learner";
import { openRunStore, type RunStore } from "../../storage/runs";
import { eventually } from "../../testing/eventually";
import { KEPT, keeps, KeptSession, PATHS } from "../../testing/keptSession";
import { yieldToMessages } from "../yieldToMessages";

let arithmetic: Arithmetic;

const open = (store?: RunStore, tick?: number): KeptSession =>
  new KeptSession(arithmetic, store, tick);

const TICK = 20; // ms; with it a few updates take the seconds between two writes

/** A promise that the test settles. */
function pending<T>() {
  let resolve = (_value: T): void => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

const EMPTY: RunStore = {
  read: async () => undefined,
  write: async () => undefined,
  remove: async () => undefined,
};

/** The timers of storage. Sessions and fake databases wait by other means, which stay real. */
const FAKED: Parameters<typeof vi.useFakeTimers>[0] = { toFake: ["setTimeout", "clearTimeout"] };

/** The timers that stay while the clock stands still. A session that yields to messages has one for a moment. */
async function timersLeft(): Promise<number> {
  for (let tries = 0; tries < 100 && vi.getTimerCount() > 0; tries++) await yieldToMessages();
  return vi.getTimerCount();
}

const problemsOf = (page: KeptSession) => page.of("keeping").map(({ problem }) => problem);

/** A page with fresh weights, because the saved run could not be read within the time limit. */
async function openSlowly() {
  const reading = pending<unknown>();
  const written: number[] = [];
  const page: KeptSession = open({
    read: () => reading.promise,
    write: async (record) => void written.push(stepsOf(record)),
    remove: async () => void written.push(0),
  });
  const resumed = page.resume();
  await vi.advanceTimersByTimeAsync(30_000);
  expect((await resumed).weights).toBe("fresh");
  return { page, reading, written };
}

const writeInFourSeconds = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 4000));

const stepsOf = (record: object): number => (record as { steps: number }).steps;

describe.each(PATHS)("a saved run, %s", (_path, start) => {
  beforeAll(async () => {
    arithmetic = await start();
  });
  beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
  afterEach(() => vi.useRealTimers());

  it("stays as it was before its weights were no longer numbers", async () => {
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
    "does not disturb training where storage is %s, which is reported once",
    async (problem, error) => {
      const page = open({ ...EMPTY, write: () => Promise.reject(error) });
      await page.resume();
      await page.step(3);
      expect(page.losses).toHaveLength(3);
      await eventually(() => expect(page.of("keeping")).toEqual([{ type: "keeping", problem }]));
      expect(page.of("failed")).toEqual([]);
    },
  );

  it("is written again ten seconds after the write of the last step failed", async () => {
    vi.useFakeTimers(FAKED);
    const written: number[] = [];
    let isFull = true;
    const page = open({
      ...EMPTY,
      write: async (record) => {
        if (isFull) throw new DOMException("no room", "QuotaExceededError");
        written.push(stepsOf(record));
      },
    });
    await page.resume();
    await page.step(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(problemsOf(page)).toEqual(["full"]);
    isFull = false;
    await vi.advanceTimersByTimeAsync(9999);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual([2]);
    expect(problemsOf(page)).toEqual(["full", null]);
    expect(await timersLeft()).toBe(0);
  });

  it("is reported as slow while a write has no answer for five seconds", async () => {
    vi.useFakeTimers(FAKED);
    const write = pending<void>();
    const page = open({ ...EMPTY, write: () => write.promise });
    await page.resume();
    await page.step(1);
    await vi.advanceTimersByTimeAsync(4999);
    expect(page.of("keeping")).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(problemsOf(page)).toEqual(["slow"]);
    write.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(problemsOf(page)).toEqual(["slow", null]);
    expect(await timersLeft()).toBe(0);
  });

  it("is not reported as slow where each write takes less than five seconds", async () => {
    vi.useFakeTimers(FAKED);
    const page = open({ ...EMPTY, write: writeInFourSeconds });
    await page.resume();
    await page.step(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.of("keeping")).toEqual([]);
  });

  it("is never overwritten where it could not be read in time", async () => {
    const before = open();
    await before.resume();
    await before.step(1);
    await keeps(1);
    const record = await openRunStore("tab").read();

    vi.useFakeTimers(FAKED);
    const { page, reading, written } = await openSlowly();
    await page.step(1);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(written).toEqual([]);
    expect(problemsOf(page)).toEqual(["slow"]);

    reading.resolve(record);
    await vi.advanceTimersByTimeAsync(0);
    await page.step(2);
    await page.send({ type: "reset" });
    await page.step(1);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(written).toEqual([]);
    expect(problemsOf(page)).toEqual(["slow", "late"]);
  });

  it.each([
    ["is none", async (): Promise<unknown> => undefined],
    ["is damaged", async (): Promise<unknown> => ({ format: 1 })],
    [
      "is of other settings",
      async (): Promise<unknown> => {
        const other = open();
        await other.resume({ ...KEPT, seed: 6 });
        await other.step(1);
        await keeps(1);
        return openRunStore("tab").read();
      },
    ],
  ] as const)("is saved after a late answer that the record from before %s", async (_, make) => {
    const record = await make();
    vi.useFakeTimers(FAKED);
    const { page, reading, written } = await openSlowly();
    await page.step(2);
    expect(written).toEqual([]);
    reading.resolve(record);
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual([2]);
    expect(problemsOf(page)).toEqual(["slow", null]);
  });

  it("is not reported as slow any longer once a late read is answered, even before the first step", async () => {
    vi.useFakeTimers(FAKED);
    const { page, reading, written } = await openSlowly();
    reading.resolve(undefined);
    await vi.advanceTimersByTimeAsync(0);
    expect(problemsOf(page)).toEqual(["slow", null]);
    expect(written).toEqual([]);
  });

  it("is written with the first trace and at the last step, and at most every two seconds in between", async () => {
    const written: { readonly step: number; readonly at: number }[] = [];
    const write = async (record: object): Promise<void> =>
      void written.push({ step: stepsOf(record), at: page.clock });
    const page: KeptSession = open({ ...EMPTY, write }, TICK);
    await page.resume({ ...KEPT, maxSteps: 75 });
    await page.train();
    expect(written[0]?.step).toBeLessThanOrEqual(40);
    expect(written.at(-1)?.step).toBe(75);
    const times = written.slice(0, -1).map(({ at }) => at);
    expect(times.length).toBeGreaterThan(1);
    times.slice(1).forEach((at, i) => expect(at - (times[i] ?? 0)).toBeGreaterThanOrEqual(2000));
  });

  it("does not wait for a database that never answers", async () => {
    const written: number[] = [];
    const never = new Promise<void>(() => undefined);
    const write = (record: object): Promise<void> => {
      written.push(stepsOf(record));
      return never;
    };
    const page = open({ ...EMPTY, write }, TICK);
    await page.resume({ ...KEPT, maxSteps: 40 });
    await page.train();
    expect(page.losses).toHaveLength(40);
    expect(written).toHaveLength(1);
  });
});

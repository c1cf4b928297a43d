import "fake-indexeddb/auto";
import { forceCloseDatabase, IDBFactory, IDBOpenDBRequest } from "fake-indexeddb";
import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RUN_DATABASE } from "./runDatabase";
import { openRunStore } from "./runs";
import { liveTabs } from "./tabLock";

vi.mock("./tabLock", () => ({ liveTabs: vi.fn<() => Promise<ReadonlySet<string> | null>>() }));

const DAY = 24 * 3_600_000;

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.mocked(liveTabs).mockResolvedValue(new Set());
});

afterEach(() => {
  vi.useRealTimers();
});

const place = (tab: string, clock?: () => number) => openRunStore(tab, clock);

describe("the run store", () => {
  it("gives a tab the record that this tab wrote", async () => {
    await place("a").write({ steps: 1, parameters: new Float32Array([0.5]) });
    await place("a").write({ steps: 2, parameters: new Float32Array([0.25]) });
    expect(await place("a").read()).toEqual({ steps: 2, parameters: new Float32Array([0.25]) });
    expect(await place("b").read()).toBeUndefined();
    await place("a").remove();
    expect(await place("a").read()).toBeUndefined();
  });

  it("keeps the newest four runs of closed tabs, and all runs of open tabs", async () => {
    const tabs = ["0", "1", "2", "3", "4", "5", "6"];
    vi.mocked(liveTabs).mockResolvedValue(new Set(tabs));
    for (const tab of tabs) await place(tab, () => Number(tab)).write({ tab });
    vi.mocked(liveTabs).mockResolvedValue(new Set(["0", "own"]));
    await place("own", () => 100).write({ tab: "own" });
    const left = await Promise.all([...tabs, "own"].map((tab) => place(tab).read()));
    expect(left.map((record) => record !== undefined)).toEqual([
      true, // it is open
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it("keeps the runs of both lanes of a tab as long as the tab's", async () => {
    const tabs = ["0", "1", "2", "3", "4"];
    for (const tab of tabs) {
      await place(tab, () => Number(tab)).write({});
      await place(`${tab}/b`, () => Number(tab)).write({});
    }
    await place("own/b", () => 99).write({});
    await place("own", () => 100).write({});
    const keys = [...tabs, "own"].flatMap((tab) => [tab, `${tab}/b`]);
    const left = await Promise.all(keys.map((key) => place(key).read()));
    const dropped = keys.filter((_, i) => left[i] === undefined);
    expect(dropped).toEqual(["0", "0/b"]);
  });

  it("drops runs older than a week, even where the browser cannot list the open tabs", async () => {
    vi.mocked(liveTabs).mockResolvedValue(null);
    await place("old", () => 0).write({});
    await place("new", () => 3 * DAY).write({});
    await place("own", () => 8 * DAY).write({});
    expect(await place("old").read()).toBeUndefined();
    expect(await place("new").read()).toEqual({});
  });

  it("rejects where the tab has no name or the browser no database, and tries again at the next call", async () => {
    await expect(openRunStore(null).read()).rejects.toThrow("name of a tab");
    const store = openRunStore("a");
    vi.stubGlobal("indexedDB", {
      open: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    await expect(store.write({})).rejects.toThrow("denied");
    vi.stubGlobal("indexedDB", new IDBFactory());
    await store.write({ steps: 3 });
    expect(await store.read()).toEqual({ steps: 3 });
  });

  it("writes into a new database at once where the old one is deleted or closed under way", async () => {
    const opened: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, "open").mockImplementation((...given) => {
      const request = open(...given);
      request.addEventListener("success", () => opened.push(request.result));
      return request;
    });
    const store = place("a");
    await store.write({ steps: 1 });
    await deleteDB(RUN_DATABASE.name);
    expect(await store.read()).toBeUndefined();
    await store.write({ steps: 2 });
    expect(await place("a").read()).toEqual({ steps: 2 });
    const second = opened.at(-2); // the last one is of the read
    // its declaration asks for the class, and it takes a connection
    if (second) forceCloseDatabase(second as unknown as typeof IDBDatabase);
    await store.write({ steps: 3 });
    expect(await place("a").read()).toEqual({ steps: 3 });
  });

  it("keeps the run of its own tab whatever the clock says, and loses at most those of closed tabs", async () => {
    const clock = { now: 20_000 * DAY };
    const own = place("own", () => clock.now);
    await own.write({ steps: 1 });
    await place("closed", () => clock.now).write({ steps: 1 });
    vi.mocked(liveTabs).mockResolvedValue(new Set(["own", "other"]));
    for (const jump of [365 * DAY, -900 * DAY, 40 * DAY]) {
      clock.now += jump;
      await place("other", () => clock.now).write({ steps: 5 });
      expect(await own.read()).toEqual({ steps: 1 });
    }
    expect(await place("other").read()).toEqual({ steps: 5 });
    expect(await place("closed").read()).toBeUndefined(); // a week had passed by the clock
  });

  it("waits without a limit where the database does not answer", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("indexedDB", { open: () => new IDBOpenDBRequest() });
    const store = openRunStore("a");
    const outcomes: string[] = [];
    void store.write({}).finally(() => outcomes.push("written"));
    void store.read().finally(() => outcomes.push("read"));
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(outcomes).toEqual([]);
  });
});

import "fake-indexeddb/auto";
import { IDBFactory, IDBOpenDBRequest } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SlowStorageError } from "./inTime";
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

describe("run store", () => {
  it("gives back what a tab wrote, to that tab alone", async () => {
    await place("a").write({ steps: 1, parameters: new Float32Array([0.5]) });
    await place("a").write({ steps: 2, parameters: new Float32Array([0.25]) });
    expect(await place("a").read()).toEqual({ steps: 2, parameters: new Float32Array([0.25]) });
    expect(await place("b").read()).toBeUndefined();
    await place("a").remove();
    expect(await place("a").read()).toBeUndefined();
  });

  it("keeps the newest four of tabs that are gone, and all of those that are open", async () => {
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

  it("drops what is older than a week, also where nobody knows which tabs are open", async () => {
    vi.mocked(liveTabs).mockResolvedValue(null);
    await place("old", () => 0).write({});
    await place("new", () => 3 * DAY).write({});
    await place("own", () => 8 * DAY).write({});
    expect(await place("old").read()).toBeUndefined();
    expect(await place("new").read()).toEqual({});
  });

  it("rejects where the tab has no memory or the browser no database, and tries again", async () => {
    await expect(openRunStore(null).read()).rejects.toThrow("no memory");
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

  it("is called slow by those who read where the database never answers, and is waited for by those who write", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("indexedDB", { open: () => new IDBOpenDBRequest() });
    const store = openRunStore("a");
    const outcomes: string[] = [];
    void store.write({}).finally(() => outcomes.push("written"));
    const read = store.read().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(await read).toBeInstanceOf(SlowStorageError);
    expect(outcomes).toEqual([]);
  });
});

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { hasRun } from "./runDatabase";
import { openRunStore } from "./runs";

beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

it("tells of a run that was kept, of that tab alone", async () => {
  const store = openRunStore("a");
  await store.write({ steps: 1 });
  expect(await hasRun("a")).toBe(true);
  expect(await hasRun("b")).toBe(false);
  await store.remove();
  expect(await hasRun("a")).toBe(false);
});

it("asked before anything was kept leaves no database behind, and does not stand in the way of one", async () => {
  expect(await hasRun("a")).toBe(false);
  expect(await indexedDB.databases()).toEqual([]);
  await openRunStore("a").write({ steps: 1 });
  expect(await hasRun("a")).toBe(true);
});

it("says no where the browser has no database to ask", async () => {
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("denied", "SecurityError");
    },
  });
  expect(await hasRun("a")).toBe(false);
});

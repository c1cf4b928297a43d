/** The lock of a tab. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeLocks } from "../testing/fakeLocks";
import { holdTabLock, liveTabs } from "./tabLock";

const refuse = (): Promise<never> => Promise.reject(new DOMException("denied", "SecurityError"));

let locks = new FakeLocks();

beforeEach(() => {
  locks = new FakeLocks();
  vi.stubGlobal("navigator", { locks: locks.manager });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("is held until the page ends, and shows which tabs are open", async () => {
  expect(await holdTabLock("a", new AbortController().signal)).toBe(true);
  expect(await holdTabLock("b", new AbortController().signal)).toBe(true);
  expect(await liveTabs()).toEqual(new Set(["a", "b"]));
});

it("is not held after an abort, even when it becomes free later", async () => {
  await holdTabLock("a", new AbortController().signal);
  const waiting = new AbortController();
  const asked = holdTabLock("a", waiting.signal);
  waiting.abort();
  expect(await asked).toBe(false);
  locks.release("seq2seq-lab.tab.a");
  expect(locks.held).toEqual([]);
});

it("is released where it is granted at the moment of the abort", async () => {
  const waiting = new AbortController();
  const request = async (_name: string, _options: unknown, hold: () => Promise<void>) => {
    waiting.abort();
    await hold(); // never resolves while the lock is held
  };
  vi.stubGlobal("navigator", { locks: { request } });
  expect(await holdTabLock("a", waiting.signal)).toBe(false);
});

it("fails where the page has no locks or the browser refuses them", async () => {
  const { signal } = new AbortController();
  vi.stubGlobal("navigator", { locks: { request: refuse } });
  await expect(holdTabLock("a", signal)).rejects.toThrow("denied");
  vi.stubGlobal("navigator", {});
  await expect(holdTabLock("a", signal)).rejects.toThrow("no locks");
  expect(await liveTabs()).toBeNull();
});

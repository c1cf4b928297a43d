import { afterEach, beforeEach, expect, it, vi } from "vitest";

const frames: (() => void)[] = [];

beforeEach(() => {
  frames.length = 0;
  vi.resetModules(); // each page has one first paint
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => frames.push(callback));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function watch(hidden: boolean): Promise<() => Promise<boolean>> {
  vi.stubGlobal("document", Object.assign(new EventTarget(), { hidden }));
  const { painted } = await import("./painted");
  let isOver = false;
  void painted().then(() => (isOver = true));
  return async () => {
    await vi.advanceTimersByTimeAsync(0);
    return isOver;
  };
}

it("waits for the task after the next frame", async () => {
  const isPainted = await watch(false);
  expect(await isPainted()).toBe(false);
  frames.forEach((callback) => callback());
  expect(await isPainted()).toBe(true);
});

it("does not wait on a hidden page, which has no paint", async () => {
  const isPainted = await watch(true);
  expect(await isPainted()).toBe(true);
  expect(frames).toHaveLength(0);
});

it("does not wait on a page that becomes hidden before its first frame", async () => {
  const isPainted = await watch(false);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(await isPainted()).toBe(true);
});

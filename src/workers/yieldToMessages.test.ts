import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules(); // the module makes its channel when it loads
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a yield ends without its message, as in WebKit while the page draws", async () => {
  const post = vi.fn<() => void>();
  const silent = { addEventListener: () => undefined, start: () => undefined, postMessage: post };
  vi.stubGlobal("MessageChannel", function MessageChannel() {
    return { port1: silent, port2: silent };
  });
  const { yieldToMessages } = await import("./yieldToMessages");
  await yieldToMessages();
  await yieldToMessages();
  expect(post).toHaveBeenCalledTimes(2);
});

test("a yield does not wait for a timer where its message arrives", async () => {
  vi.useFakeTimers(); // no timer ever fires
  const { yieldToMessages } = await import("./yieldToMessages");
  await yieldToMessages();
  await yieldToMessages();
  expect(vi.getTimerCount()).toBe(0); // and none is left behind
});

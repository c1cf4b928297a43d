import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTrainerClient } from "./client";
import type { Message } from "./protocol";

/** A worker whose driver answers only when the test says so. */
class SilentWorker extends EventTarget {
  static readonly made: SilentWorker[] = [];
  isEnded = false;

  constructor() {
    super();
    SilentWorker.made.push(this);
  }

  postMessage(): void {
    // the driver of its backend does not answer
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

const ASKED = { asked: { name: "webgl", by: "choice" }, skip: [] } as const;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("Worker", SilentWorker);
  vi.stubGlobal("document", { baseURI: "http://localhost/" });
  SilentWorker.made.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("reports a requested backend as lost where its driver never answers", () => {
  const received: Message[] = [];
  const client = createTrainerClient({ start: ASKED, tab: null }, (each) => received.push(each));
  vi.advanceTimersByTime(119_000);
  expect(received).toEqual([]);
  vi.advanceTimersByTime(2_000);
  const failure = { kind: "backendLost", name: "webgl" };
  expect(received).toEqual([{ lane: null, event: { type: "failed", failure } }]);
  client.restart({ asked: null, skip: ["webgl"] });
  expect(SilentWorker.made.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});

it("waits as long as it takes after the first answer, and without a request", () => {
  const received: Message[] = [];
  createTrainerClient({ start: ASKED, tab: null }, (each) => received.push(each));
  SilentWorker.made[0]?.answer("up");
  createTrainerClient({ start: { asked: null, skip: [] }, tab: null }, (each) =>
    received.push(each),
  );
  vi.advanceTimersByTime(1_000_000);
  expect(received).toEqual(["up"]);
});

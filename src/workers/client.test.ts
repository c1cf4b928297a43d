import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTrainerClient } from "./client";
import type { Message } from "./protocol";
import { ALIVE, PING } from "./silence";

/** A worker whose driver answers only when the test says so. */
class SilentWorker extends EventTarget {
  static readonly made: SilentWorker[] = [];
  isEnded = false;

  constructor() {
    super();
    SilentWorker.made.push(this);
  }

  readonly sent: unknown[] = [];

  postMessage(message: unknown): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

const DONE: Message = { lane: "a", event: { type: "done", requestId: 1 } };
const SILENT: Message = { lane: null, event: { type: "failed", failure: { kind: "silent" } } };
const LOST: Message = {
  lane: null,
  event: { type: "failed", failure: { kind: "backendLost", name: "webgl" } },
};
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
  SilentWorker.made[0]?.answer(DONE);
  createTrainerClient({ start: { asked: null, skip: [] }, tab: null }, (each) =>
    received.push(each),
  );
  vi.advanceTimersByTime(59_000);
  expect(received).toEqual([DONE]);
  vi.advanceTimersByTime(1_000_000);
  expect(received).toEqual([DONE, SILENT]); // the second one has not begun to answer
});

it("says that a worker has fallen silent, and takes it back when the worker answers", () => {
  const received: Message[] = [];
  createTrainerClient({ start: { asked: null, skip: [] }, tab: null }, (each) =>
    received.push(each),
  );
  const [worker] = SilentWorker.made;
  worker?.answer(DONE);
  vi.advanceTimersByTime(50_000);
  worker?.answer(ALIVE);
  vi.advanceTimersByTime(59_000);
  expect(received).toEqual([DONE]);
  expect(worker?.sent.filter((each) => each === PING)).toHaveLength(4);
  vi.advanceTimersByTime(200_000);
  expect(received).toEqual([DONE, SILENT]);
  worker?.answer(ALIVE);
  expect(received).toEqual([DONE, SILENT, { lane: null, event: { type: "answering" } }]);
});

it("watches no worker that has been replaced, has lost its device or has died", () => {
  const received: Message[] = [];
  const client = createTrainerClient({ start: ASKED, tab: null }, (each) => received.push(each));
  SilentWorker.made[0]?.answer(DONE);
  client.restart({ asked: null, skip: [] });
  SilentWorker.made[1]?.answer(LOST);
  client.restart({ asked: null, skip: [] });
  SilentWorker.made[2]?.answer(DONE);
  SilentWorker.made[2]?.dispatchEvent(Object.assign(new Event("error"), { message: "killed" }));
  vi.advanceTimersByTime(1_000_000);
  const failure = { kind: "crash", detail: "killed" };
  expect(received).toEqual([DONE, LOST, DONE, { lane: null, event: { type: "failed", failure } }]);
});

it("waits for no requested backend of a worker that could not be loaded", () => {
  const received: Message[] = [];
  createTrainerClient({ start: ASKED, tab: null }, (each) => received.push(each));
  SilentWorker.made[0]?.dispatchEvent(Object.assign(new Event("error"), { message: "" }));
  vi.advanceTimersByTime(1_000_000);
  const failure = { kind: "crash", detail: "the worker could not be loaded" };
  expect(received).toEqual([{ lane: null, event: { type: "failed", failure } }]);
});

import { expect, it } from "vitest";
import { requestsIn } from "./workerRequests.mjs";

it("code of a worker that could reach a network is named, unless its module is known", () => {
  const id = "/project/src/workers/session/session.ts";
  for (const code of [
    "await fetch(url)",
    "new WebSocket(url)",
    "navigator.sendBeacon(url)",
    "new Worker(url)",
    "await import(url)",
    "importScripts(url)",
    "new Function(text)",
  ])
    expect(requestsIn(id, code)).toHaveLength(1);
  expect(requestsIn(id, "await import('./late.ts'); prefetch(url); new WorkerPool()")).toEqual([]);
  expect(requestsIn("/project/src/workers/run/loadBaked.ts", "await fetch(url)")).toEqual([]);
});

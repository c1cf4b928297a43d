/** An act whose script does not load: the page says so, nothing rejects, and another try works. */
import { beforeEach, expect, test, vi } from "vitest";
import { LANE } from "../slices/lane";
import { setRun } from "../store";
import { lane, openPage } from "../testing/openedPage";
import { lateScript } from "./lateScript";

const OFFLINE = new TypeError("Failed to fetch dynamically imported module");

beforeEach(openPage);

test("the notice says that the act was not done, until another try works", async () => {
  const done: number[] = [];
  const load = vi
    .fn<() => Promise<{ add: (value: number) => void }>>()
    .mockRejectedValueOnce(OFFLINE)
    .mockResolvedValue({ add: (value) => void done.push(value) });
  const { late } = lateScript(load);
  const add = late("add");
  await add(1);
  expect(done).toEqual([]);
  expect(lane().run.failure).toEqual({ kind: "actMissing", detail: String(OFFLINE) });
  expect(lane().run.status).not.toBe("failed");
  await add(2);
  expect(done).toEqual([2]);
  expect(lane().run.failure).toBeNull();
});

test("calls share one load and keep their order", async () => {
  const done: number[] = [];
  let loads = 0;
  const { late } = lateScript(() => {
    loads++;
    return Promise.resolve({ add: (value: number) => void done.push(value) });
  });
  await Promise.all([1, 2, 3].map(late("add")));
  expect(done).toEqual([1, 2, 3]);
  expect(loads).toBe(1);
});

test("a failure that stopped the engine keeps its sentence", async () => {
  setRun(LANE, { status: "failed", failure: { kind: "crash", detail: "" } });
  const { late } = lateScript((): Promise<{ add: () => void }> => Promise.reject(OFFLINE));
  await late("add")();
  expect(lane().run.failure).toEqual({ kind: "crash", detail: "" });
});

test("an error of the act itself still rejects", async () => {
  const { late } = lateScript(() => Promise.resolve({ fail: () => Promise.reject(OFFLINE) }));
  await expect(late("fail")()).rejects.toBe(OFFLINE);
  expect(lane().run.failure).toBeNull();
});

/** Two lanes in one worker: each has its own run and its own saved run, and both share the own pairs. */
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import { INITIAL_SHOW } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import type { RunStore } from "../../storage/runs";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { pairsOf, SMALL } from "../../testing/testSession";
import { yieldToMessages } from "../yieldToMessages";
import type { Command, LaneId, Message } from "../protocol";
import { createSessions } from "./sessions";

let arithmetic: Arithmetic;

/** A worker without a Worker: sends commands to lanes and collects events and saved runs. */
function createWorker() {
  const messages: Message[] = [];
  const records = new Map<LaneId, unknown>();
  const storeOf = (lane: LaneId): RunStore => ({
    read: async () => records.get(lane),
    write: async (record) => void records.set(lane, record),
    remove: async () => void records.delete(lane),
  });
  const take = createSessions({
    post: (message) => messages.push(message),
    loadBaked: async () => null,
    deviceLost: () => undefined,
    arithmetic: () => arithmetic,
    storeOf,
    yieldToMessages,
    sleep: async () => undefined,
    now: () => performance.now(),
  });
  let id = 0;
  // The worker takes any lane; the page uses one so far.
  const send = (lane: string, command: Command): Promise<void> =>
    take({ id: ++id, lane: lane as LaneId, command });
  const of = (lane: string) =>
    messages.filter((message) => message.lane === lane).map(({ event }) => event);
  return { send, of, records };
}

const show = INITIAL_SHOW;

describe("two lanes", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });

  it("train at the same time with the same results as alone", async () => {
    const { send, of, records } = createWorker();
    const config = { ...SMALL, maxSteps: 50 };
    for (const lane of ["a", "b"])
      await send(lane, { type: "configure", config, weights: "fresh", show });
    for (const lane of ["a", "b"]) await send(lane, { type: "train" });
    while (["a", "b"].some((lane) => of(lane).every(({ type }) => type !== "stopped")))
      await yieldToMessages();
    const losses = (lane: string) =>
      of(lane).flatMap((event) => (event.type === "progress" ? event.losses : []));
    expect(losses("a")).toHaveLength(50);
    expect(losses("b")).toEqual(losses("a"));
    expect([...records.keys()].toSorted()).toEqual(["a", "b"]);
  });

  it("use the same own pairs", async () => {
    const { send, of } = createWorker();
    const pairs = { input: pairsOf("word"), options: DEFAULT_CORPUS_OPTIONS };
    const config = { ...SMALL, task: "pairs" } as const;
    await send("a", { type: "inspectPairs", inspection: 1, ...pairs });
    await send("a", { type: "usePairs", inspection: 1, config, weights: "fresh", show });
    await send("b", { type: "configure", config, weights: "fresh", show });
    const ready = of("b").find((event) => event.type === "ready");
    expect(ready?.info.config.task).toBe("pairs");
  });
});

/** Two lanes in one worker: each has its own run and its own saved run, and they train in lockstep. */
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import type { Config } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import type { Arithmetic, Learner } from "../../engine/training/learner";
import type { RunStore } from "../../storage/runs";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { pairsOf, SMALL } from "../../testing/testSession";
import { yieldToMessages } from "../yieldToMessages";
import type { Command, Event, LaneId, Message } from "../protocol";
import { createSessions } from "./sessions";

let arithmetic: Arithmetic;

type EventOf<T extends Event["type"]> = Extract<Event, { readonly type: T }>;

/** A worker without a Worker: sends commands to lanes and collects events and saved runs. */
class TestWorker {
  readonly messages: Message[] = [];
  readonly records: Map<LaneId, unknown>;
  /** Called with every message. */
  listen: (message: Message) => void = () => undefined;
  readonly #take: ReturnType<typeof createSessions>;
  #id = 0;

  /** @param records the saved runs of a page before */
  constructor(records = new Map<LaneId, unknown>()) {
    this.records = records;
    const storeOf = (lane: LaneId): RunStore => ({
      read: async () => records.get(lane),
      write: async (record) => void records.set(lane, structuredClone(record)),
      remove: async () => void records.delete(lane),
    });
    this.#take = createSessions({
      post: (message) => {
        this.messages.push(message);
        this.listen(message);
      },
      loadBaked: async () => null,
      deviceLost: () => undefined,
      arithmetic: () => ({ ...arithmetic, learner: (shape, start) => this.#learner(shape, start) }),
      storeOf,
      yieldToMessages,
      sleep: () => yieldToMessages(),
      now: () => performance.now(),
    });
  }

  /** The attention of the lane that made each update. */
  readonly updates: string[] = [];

  #learner(...[shape, start]: Parameters<Arithmetic["learner"]>): Learner {
    const learner = arithmetic.learner(shape, start);
    const step: Learner["step"] = (example, settings) => {
      this.updates.push(shape.attention);
      return learner.step(example, settings);
    };
    return {
      ...learner,
      step,
      get updates() {
        return learner.updates;
      },
    };
  }

  send(lane: LaneId, command: Command): Promise<void> {
    return this.#take({ id: ++this.#id, lane, command });
  }

  of<T extends Event["type"]>(lane: LaneId, type: T): EventOf<T>[] {
    const events = this.messages.filter((message) => message.lane === lane);
    return events
      .map(({ event }) => event)
      .filter((event): event is EventOf<T> => event.type === type);
  }

  losses(lane: LaneId): readonly number[] {
    return this.of(lane, "progress").flatMap(({ losses }) => losses.map(({ loss }) => loss));
  }

  /** The update of the newest loss; 0: there is none. */
  step(lane: LaneId): number {
    return this.of(lane, "progress").at(-1)?.losses.at(-1)?.step ?? 0;
  }

  configure(lane: LaneId, config: Config, weights: "fresh" | "kept" = "fresh"): Promise<void> {
    return this.send(lane, { type: "configure", config, weights, show: INITIAL_SHOW });
  }

  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await yieldToMessages();
  }

  /** Waits until each lane has stopped this often. */
  untilStopped(lanes: readonly LaneId[], times = 1): Promise<void> {
    return this.until(() => lanes.every((lane) => this.of(lane, "stopped").length >= times));
  }

  /** Trains these lanes until each stops. */
  async train(lanes: readonly LaneId[]): Promise<void> {
    for (const lane of lanes) await this.send(lane, { type: "train" });
    await this.untilStopped(lanes);
  }
}

const BOTH = ["a", "b"] as const;

/** A run that uses all its random streams. */
const CONFIG: Config = { ...SMALL, dropout: 0.1, forcing: 0.7, maxSteps: 50 };
const WITHOUT: Config = { ...CONFIG, attention: "none" };

/** A lane alone, trained to its end. */
async function alone(config: Config): Promise<readonly number[]> {
  const worker = new TestWorker();
  await worker.configure("a", config);
  await worker.train(["a"]);
  return worker.losses("a");
}

/** Both lanes with models of these settings. */
async function beside(a: Config, b: Config): Promise<TestWorker> {
  const worker = new TestWorker();
  await worker.configure("a", a);
  await worker.configure("b", b);
  return worker;
}

describe("two lanes", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });

  it("with the same settings have the same losses, bit for bit, and both are saved", async () => {
    const worker = await beside(CONFIG, CONFIG);
    await worker.train(BOTH);
    expect(worker.losses("a")).toHaveLength(50);
    expect(worker.losses("b")).toEqual(worker.losses("a"));
    expect([...worker.records.keys()].toSorted()).toEqual(["a", "b"]);
  });

  it("have the same losses beside each other as alone, bit for bit", async () => {
    const worker = await beside(CONFIG, WITHOUT);
    await worker.train(BOTH);
    expect(worker.losses("a")).toEqual(await alone(CONFIG));
    expect(worker.losses("b")).toEqual(await alone(WITHOUT));
  });

  it("use the same own pairs", async () => {
    const worker = new TestWorker();
    const pairs = { input: { text: pairsOf("word") }, options: DEFAULT_CORPUS_OPTIONS };
    const config = { ...SMALL, task: "pairs" } as const;
    const used = { inspection: 1, config, weights: "fresh", show: INITIAL_SHOW } as const;
    await worker.send("a", { type: "inspectPairs", inspection: 1, ...pairs });
    await worker.send("a", { type: "usePairs", ...used });
    await worker.send("b", { type: "usePairs", ...used });
    await worker.configure("b", config);
    const tasks = worker.of("b", "ready").map(({ info }) => info.config.task);
    expect(tasks).toEqual(["pairs", "pairs"]);
  });
});

describe("the lockstep", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });

  it("holds a fast lane and a slow one at the same update", async () => {
    const worker = await beside(CONFIG, { ...WITHOUT, hiddenSize: 32, layers: 2 });
    await worker.train(BOTH);
    expect([worker.step("a"), worker.step("b")]).toEqual([50, 50]);
    const ahead = worker.updates.map((_, i) => {
      const made = (kind: string): number =>
        worker.updates.slice(0, i + 1).filter((each) => each === kind).length;
      return Math.abs(made("additive") - made("none"));
    });
    expect(Math.max(...ahead)).toBe(1);
  });

  it("lets the lane that is behind catch up first", async () => {
    const worker = await beside(CONFIG, WITHOUT);
    for (let i = 0; i < 20; i++) await worker.send("a", { type: "trainOneStep" });
    worker.updates.length = 0;
    for (const lane of BOTH) await worker.send(lane, { type: "train" });
    await worker.untilStopped(["a"], 21);
    await worker.untilStopped(["b"]);
    const first = worker.updates.indexOf("additive", 1); // A may begin before B has
    expect(
      worker.updates.slice(0, first).filter((each) => each === "none").length,
    ).toBeGreaterThanOrEqual(20);
    expect([worker.step("a"), worker.step("b")]).toEqual([50, 50]);
  });

  it("waits for no lane that has ended at its cap", async () => {
    const worker = await beside({ ...CONFIG, maxSteps: 50 }, { ...WITHOUT, maxSteps: 100 });
    await worker.train(BOTH);
    expect([worker.step("a"), worker.step("b")]).toEqual([50, 100]);
  });

  it("stops both lanes at the same update when they pause together", async () => {
    for (const first of BOTH) {
      const worker = await beside({ ...CONFIG, maxSteps: 5000 }, { ...WITHOUT, maxSteps: 5000 });
      for (const lane of BOTH) await worker.send(lane, { type: "train" });
      await worker.until(() => BOTH.every((lane) => worker.step(lane) >= 5));
      const second = first === "a" ? "b" : "a";
      void worker.send(first, { type: "pause" });
      void worker.send(second, { type: "pause" });
      await worker.untilStopped(BOTH);
      expect(worker.step("a")).toBe(worker.step("b"));
    }
  });

  it("lets one lane pause while the other goes on", async () => {
    const worker = await beside({ ...CONFIG, maxSteps: 100 }, { ...WITHOUT, maxSteps: 100 });
    for (const lane of BOTH) await worker.send(lane, { type: "train" });
    await worker.until(() => worker.step("a") >= 5);
    await worker.send("a", { type: "pause" });
    await worker.untilStopped(BOTH);
    expect(worker.of("a", "stopped").at(-1)?.reason).toBe("paused");
    expect(worker.step("a")).toBeLessThan(100);
    expect(worker.step("b")).toBe(100);
  });
});

describe("a lane", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });

  const others: readonly (readonly [string, Command])[] = [
    ["pausing", { type: "pause" }],
    ["evaluating", { type: "evaluate" }],
    ["reading the batch of", { type: "batch", runId: 1, rows: 4, off: ["loss"] }],
    ["decoding the maps of", { type: "maps", runId: 1, show: INITIAL_SHOW, steps: [0] }],
    ["looking back", { type: "show", show: { ...INITIAL_SHOW, weightsOf: { step: 0 } }, runId: 1 }],
    [
      "editing",
      {
        type: "show",
        show: { ...INITIAL_SHOW, edits: [{ kind: "emptyState", step: 1 }] },
        runId: 1,
      },
    ],
    ["going back to fresh weights", { type: "reset" }],
    ["slowing down", { type: "watchTraining", view: { pace: 0.5, rows: "shown" } }],
    ["closing", { type: "close" }],
  ];

  it.each(others)("is untouched by %s the other one", async (_, command) => {
    const worker = await beside(CONFIG, WITHOUT);
    for (const lane of BOTH) await worker.send(lane, { type: "train" });
    await worker.until(() => worker.step("b") >= 10);
    await worker.send("b", command);
    await worker.untilStopped(["a"]);
    expect(worker.losses("a")).toEqual(await alone(CONFIG));
  });

  it("has the losses of the lane alone when both walk their updates slowly", async () => {
    const worker = await beside(CONFIG, WITHOUT);
    for (let i = 0; i < 3; i++)
      await Promise.all(BOTH.map((lane) => worker.send(lane, { type: "walkUpdate" })));
    expect([worker.step("a"), worker.step("b")]).toEqual([3, 3]);
    expect(worker.losses("a")).toEqual((await alone(CONFIG)).slice(0, 3));
    expect(worker.losses("b")).toEqual((await alone(WITHOUT)).slice(0, 3));
  });

  it("comes back after a reload, as the other one does, and both continue with the same losses", async () => {
    const before = await beside({ ...CONFIG, maxSteps: 50 }, { ...WITHOUT, maxSteps: 50 });
    await before.train(BOTH);
    const longer = { maxSteps: 100 };
    const after = new TestWorker(before.records);
    await after.configure("a", { ...CONFIG, ...longer }, "kept");
    await after.configure("b", { ...WITHOUT, ...longer }, "kept");
    for (const lane of BOTH)
      expect(after.of(lane, "ready")[0]?.info).toMatchObject({ weights: "kept", step: 50 });
    await after.train(BOTH);
    for (const [lane, config] of [
      ["a", CONFIG],
      ["b", WITHOUT],
    ] as const) {
      const whole = await alone({ ...config, ...longer });
      expect([...before.losses(lane), ...after.losses(lane)]).toEqual(whole);
    }
  });

  it("is a copy of the other one after an earlier update, which a newer request replaces", async () => {
    const worker = new TestWorker();
    await worker.configure("a", CONFIG);
    for (let i = 0; i < 3; i++) await worker.send("a", { type: "trainOneStep" });
    const copy = (step: number): Promise<void> =>
      worker.send("b", { type: "copyRun", of: "a", weightsOf: { step }, show: INITIAL_SHOW });
    await Promise.all([copy(1), copy(2)]);
    const ready = worker.of("b", "ready").map(({ info }) => [info.weights, info.step, info.undo]);
    expect(ready).toEqual([["copy", 2, null]]);
    await copy(0);
    expect(worker.of("b", "ready").at(-1)?.info).toMatchObject({ step: 0, undo: null });
    expect(worker.of("b", "trace").at(-1)?.trace.trainedSteps).toBe(0);
  });

  it("that is closed leaves no saved run", async () => {
    const worker = await beside(CONFIG, WITHOUT);
    await worker.train(BOTH);
    expect(worker.records.has("b")).toBe(true);
    await worker.send("b", { type: "close" });
    await worker.until(() => !worker.records.has("b"));
    expect(worker.records.has("a")).toBe(true);
  });
});

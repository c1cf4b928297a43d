import { memory } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { createRandom } from "../../engine/rng";
import { UNK } from "../../engine/text/tokens";
import type { Arithmetic, Learner } from "../../engine/training/learner";
import { textbook } from "../../engine/training/textbookLearner";
import { startNodeBackend } from "../../testing/nodeBackend";
import { yieldToMessages } from "../yieldToMessages";
import type { BackendName, TimeCommand, TimeEvent } from "../protocol";
import { randomTask } from "./randomTask";
import { type BroughtUp, timeBackends, type TimedTraining, timeUpdates } from "./timeBackends";

/** A clock that moves only when the work says so. */
function createClock() {
  let time = 0;
  return { now: () => time, pass: (milliseconds: number) => (time += milliseconds) };
}

/** Training whose updates take this long, by the number of updates before. A read waits for the updates before it. */
function trainingOf(clock: ReturnType<typeof createClock>, timeOf: (before: number) => number) {
  const groups: number[] = [];
  let updates = 0;
  const training: TimedTraining = {
    async train(count) {
      groups.push(count);
      for (let i = 0; i < count; i++) clock.pass(timeOf(updates++));
    },
    settle: async () => undefined,
  };
  return { training, groups };
}

/** A device whose updates take this long, but that is asked for its losses only `wait` ms after it has them. */
function deviceOf(clock: ReturnType<typeof createClock>, update: number, wait: number) {
  let [isReading, busyUntil] = [false, 0];
  const groups: number[] = [];
  const training: TimedTraining = {
    async train(count) {
      groups.push(count);
      const start = Math.max(busyUntil, clock.now());
      if (isReading) clock.pass(Math.max(0, busyUntil + wait - clock.now())); // for the group before
      busyUntil = start + count * update;
      isReading = true;
    },
    settle: async () => {
      clock.pass(Math.max(0, busyUntil + wait - clock.now()));
      isReading = false;
    },
  };
  return { training, groups };
}

describe("the time of an update", () => {
  it("is the median of groups of about 50 ms, without the updates that compile and warm up", async () => {
    const clock = createClock();
    const { training, groups } = trainingOf(clock, (before) => {
      if (before === 0) return 5000;
      if (before < 30) return 13; // not optimised yet
      return before === 200 ? 900 : 8; // one disturbance
    });
    expect(await timeUpdates(training, clock.now, true)).toBe(8);
    expect(groups.slice(0, 2)).toEqual([1, 1]);
    expect(groups.at(-1)).toBe(6); // 48 ms
  });

  it("is that of training where each read of a device waits: groups grow until waiting is a small part", async () => {
    const clock = createClock();
    const { training, groups } = deviceOf(clock, 5, 16);
    const time = await timeUpdates(training, clock.now, true);
    expect(time).toBeGreaterThanOrEqual(5);
    expect(time).toBeLessThan(1.5 * 5);
    expect(groups.at(-1)).toBeGreaterThanOrEqual(5);
  });

  it("is measured on at least two groups", async () => {
    const clock = createClock();
    const { training, groups } = trainingOf(clock, () => 350);
    expect(await timeUpdates(training, clock.now, false)).toBe(350);
    expect(groups.length).toBeLessThanOrEqual(8);
  });

  it("is measured on one update where an update takes longer than the budget", async () => {
    const clock = createClock();
    const { training, groups } = trainingOf(clock, () => 800);
    expect(await timeUpdates(training, clock.now, true)).toBe(800);
    expect(groups).toEqual([1, 1]);
  });

  it("is measured on the first update where that is slow and compiles nothing", async () => {
    const clock = createClock();
    const { training, groups } = trainingOf(clock, () => 5000);
    expect(await timeUpdates(training, clock.now, false)).toBe(5000);
    expect(groups).toEqual([1]);
  });

  it("is right with a clock that is coarser than an update", async () => {
    const clock = createClock();
    const coarse = (): number => Math.floor(clock.now() / 16) * 16;
    const { training, groups } = trainingOf(clock, () => 0.5);
    expect(await timeUpdates(training, coarse, false)).toBeCloseTo(0.5, 0);
    expect(groups.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
  });
});

const COMMAND: TimeCommand = {
  type: "time",
  config: { ...DEFAULT_CONFIG, hiddenSize: 8, embeddingSize: 4, batchSize: 8 },
  sizes: { sourceTokens: 30, targetTokens: 30, maxSourceLength: 8 },
  backends: ["webgl", "wasm", "cpu"],
  skip: [],
};

/** The events of a timing in which the backends come up like this. */
async function post(
  command: TimeCommand,
  bringUp: (name: BackendName) => Promise<BroughtUp>,
): Promise<TimeEvent[]> {
  const events: TimeEvent[] = [];
  await timeBackends(command, {
    post: (event) => events.push(event),
    now: () => performance.now(),
    yieldToMessages,
    bringUp,
  });
  return events;
}

describe("timing backends", () => {
  it("posts a result for each backend, and frees its tensors", async () => {
    await startNodeBackend("cpu");
    const before = memory().numTensors;
    const events = await post(COMMAND, async (name) => {
      if (name === "webgl") return { kind: "unavailable" };
      if (name === "wasm") return { kind: "broken", why: "off by 3" };
      return { kind: "works", arithmetic: textbook };
    });
    expect(events).toEqual([
      { type: "timed", name: "webgl", time: { kind: "unavailable" } },
      { type: "timed", name: "wasm", time: { kind: "failed", why: "off by 3" } },
      {
        type: "timed",
        name: "cpu",
        time: { kind: "timed", milliseconds: expect.any(Number) as number },
      },
      { type: "timedAll" },
    ]);
    expect(memory().numTensors).toBe(before);
  });

  it("posts nothing for a backend whose script does not load: its time stays unknown", async () => {
    await startNodeBackend("cpu");
    const events = await post(COMMAND, async (name) =>
      name === "cpu" ? { kind: "missing", why: "offline" } : { kind: "unavailable" },
    );
    expect(events.map((event) => (event.type === "timed" ? event.name : event.type))).toEqual([
      "webgl",
      "wasm",
      "timedAll",
    ]);
  });

  it("ends what a backend runs outside the worker, also where a step fails or no model can be made", async () => {
    await startNodeBackend("cpu");
    const ended: BackendName[] = [];
    const broken: Arithmetic = {
      ...textbook,
      learner: (...start) =>
        Object.assign(Object.create(textbook.learner(...start)) as Learner, {
          step: () => {
            throw new Error("a thread has failed");
          },
        }),
    };
    const tooLarge: Arithmetic = {
      ...textbook,
      learner: () => {
        throw new Error("no memory");
      },
    };
    const events = await post(COMMAND, async (name) => ({
      kind: "works",
      arithmetic: { webgl: tooLarge, wasm: broken }[name as string] ?? textbook,
      end: () => ended.push(name),
    }));
    expect(ended).toEqual(["webgl", "wasm", "cpu"]);
    expect(events[0]).toMatchObject({ time: { kind: "failed", why: "no memory" } });
    expect(events[1]).toMatchObject({ time: { kind: "failed", why: "a thread has failed" } });
  });

  it("reads losses as training does: a group is made while the losses of the group before travel", async () => {
    await startNodeBackend("cpu");
    const calls: string[] = [];
    const learner: Arithmetic["learner"] = (...start) => {
      const right = textbook.learner(...start);
      const watched: Pick<Learner, "step" | "takeLosses"> = {
        step: (...one) => {
          if (calls.at(-1) !== "updates") calls.push("updates");
          return right.step(...one);
        },
        takeLosses: async () => {
          calls.push("read");
          const losses = await right.takeLosses();
          await yieldToMessages(); // a device answers later
          await yieldToMessages();
          calls.push("arrived");
          return losses;
        },
      };
      return Object.assign(Object.create(right) as Learner, watched);
    };
    let now = 0;
    const command: TimeCommand = { ...COMMAND, backends: ["webgl"] };
    await timeBackends(command, {
      post: () => undefined,
      now: () => (now += 50),
      yieldToMessages,
      bringUp: async () => ({ kind: "works", arithmetic: { ...textbook, learner } }),
    });
    const text = calls.join(" ");
    expect(text).toContain("read updates arrived read"); // the next group does not wait
    expect(text.endsWith("read arrived")).toBe(true); // no loss is left behind
    expect(text).not.toContain("read read");
  });

  it("continues after a backend that breaks or is skipped", async () => {
    const tried: BackendName[] = [];
    const events = await post({ ...COMMAND, skip: ["webgl"] }, (name) => {
      tried.push(name);
      return Promise.reject(new Error("no memory"));
    });
    expect(tried).toEqual(["wasm", "cpu"]);
    expect(events.map((event) => event.type === "timed" && event.time)).toEqual([
      { kind: "failed", why: "it was lost" },
      { kind: "failed", why: "no memory" },
      { kind: "failed", why: "no memory" },
      false,
    ]);
  });

  it("times own pairs on random pairs of the same sizes", async () => {
    await startNodeBackend("cpu");
    const config = { ...COMMAND.config, task: "pairs" } as const;
    const sizes = { sourceTokens: 44, targetTokens: 25, maxSourceLength: 5 };
    const events = await post({ ...COMMAND, config, sizes }, async (name) =>
      name === "cpu" ? { kind: "works", arithmetic: textbook } : { kind: "unavailable" },
    );
    expect(events[2]).toMatchObject({ time: { kind: "timed" } });

    const task = randomTask(sizes);
    expect([task.sourceVocabulary.size, task.targetVocabulary.size]).toEqual([44, 25]);
    const random = createRandom(3, "random task");
    const pairs = Array.from({ length: 200 }, () => task.sample(random, "train"));
    expect(Math.max(...pairs.map(({ source }) => source.length))).toBe(5);
    const ids = pairs.flatMap(({ target }) => target.map((t) => task.targetVocabulary.idOf(t)));
    expect(Math.min(...ids)).toBe(UNK + 1);
    expect(Math.max(...ids)).toBe(24);
  });
});

import { memory } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { createRandom } from "../../engine/rng";
import { UNK } from "../../engine/text/tokens";
import type { Arithmetic, Learner } from "../../engine/training/learner";
import { textbook } from "../../engine/training/textbookLearner";
import { startNodeBackend } from "../../testing/nodeBackend";
import type { BackendName, TimeCommand, TimeEvent } from "../protocol";
import { randomTask } from "./randomTask";
import { type BroughtUp, timeBackends, timeSteps } from "./timeBackends";

/** A clock that moves only when the work says so. */
function createClock() {
  let time = 0;
  return { now: () => time, pass: (milliseconds: number) => (time += milliseconds) };
}

describe("the time of a step", () => {
  it("is the median of groups of steps, without the first step", () => {
    const clock = createClock();
    const counts: number[] = [];
    const time = timeSteps(
      (count) => {
        counts.push(count);
        const isFirst = counts.length === 1;
        const isDisturbed = counts.length === 4;
        clock.pass(isFirst ? 5000 : count * (isDisturbed ? 40 : 10));
      },
      clock.now,
      true,
    );
    expect(time).toBe(10);
    expect(counts.slice(0, 3)).toEqual([1, 1, 5]); // 50 ms of steps
    expect(clock.now() - 5000).toBeLessThanOrEqual(10 + 300 + 50); // no group begins beyond the budget
  });

  it("is measured on at least two groups", () => {
    const clock = createClock();
    let steps = 0;
    expect(timeSteps((count) => clock.pass((steps += count) * 100), clock.now, false)).toBe(350);
    expect(steps).toBe(4);
  });

  it("is measured on one step where a step takes longer than the budget", () => {
    const clock = createClock();
    let steps = 0;
    const run = (count: number): void => {
      steps += count;
      clock.pass(800);
    };
    expect(timeSteps(run, clock.now, true)).toBe(800);
    expect(steps).toBe(2);
  });

  it("is measured on the first step where that is slow and compiles nothing", () => {
    const clock = createClock();
    let steps = 0;
    const run = (count: number): void => {
      steps += count;
      clock.pass(5000);
    };
    expect(timeSteps(run, clock.now, false)).toBe(5000);
    expect(steps).toBe(1);
  });

  it("is right with a clock that is coarser than a step", () => {
    const clock = createClock();
    let passed = 0;
    const coarse = (): number => Math.floor(clock.now() / 16) * 16;
    const run = (count: number): void => {
      passed += count;
      clock.pass(count * 0.5);
    };
    expect(timeSteps(run, coarse, false)).toBeCloseTo(0.5, 0);
    expect(passed).toBeGreaterThan(100);
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

  it("reads the clock only after the losses of all steps have arrived, because a GPU runs behind", async () => {
    await startNodeBackend("cpu");
    let owed = 0;
    const owedAtClock: number[] = [];
    const learner: Arithmetic["learner"] = (...start) => {
      const right = textbook.learner(...start);
      const watched: Pick<Learner, "step" | "takeLosses"> = {
        step: (...one) => {
          owed++;
          right.step(...one);
        },
        takeLosses: () => {
          owed = 0;
          return right.takeLosses();
        },
      };
      return Object.assign(Object.create(right) as Learner, watched);
    };
    const command: TimeCommand = { ...COMMAND, backends: ["webgl"] };
    await timeBackends(command, {
      post: () => undefined,
      now: () => {
        owedAtClock.push(owed);
        return 50 * owedAtClock.length;
      },
      bringUp: async () => ({ kind: "works", arithmetic: { ...textbook, learner } }),
    });
    expect(owedAtClock.length).toBeGreaterThan(4);
    expect(new Set(owedAtClock)).toEqual(new Set([0]));
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

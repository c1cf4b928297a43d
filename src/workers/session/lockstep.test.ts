/** Two training loops in lockstep, on trainers and a clock of the test. */
import { beforeEach, describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Pace } from "../../engine/setup/trainingView";
import { countingTrainer, runOf, SILENT_PORTS } from "../../testing/countedTraining";
import type { Trainer } from "../../engine/training/trainer";
import type { LaneId } from "../protocol";
import { yieldToMessages } from "../yieldToMessages";
import { Lockstep } from "./lockstep";
import { Pacer } from "./pacer";
import { trainLoop } from "./trainLoop";

const UPDATES = 40;
const config: Config = { ...DEFAULT_CONFIG, maxSteps: UPDATES };

let clock = 0; // ms
let order: LaneId[] = []; // of updates
let sleeping: { readonly until: number; readonly wake: () => void }[] = [];
let lockstep: Lockstep;

/** A trainer that counts its updates. Each takes this long, in ms. */
const trainerOf = (lane: LaneId, cost: number): Trainer =>
  countingTrainer(() => {
    clock += cost;
    order.push(lane);
  });

const now = (): number => clock;

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((wake) => sleeping.push({ until: clock + milliseconds, wake }));

/** Lets the sleeper wake whose time comes first. */
function wakeNext(): void {
  const [first] = sleeping.toSorted((one, other) => one.until - other.until);
  if (!first) return;
  sleeping = sleeping.filter((each) => each !== first);
  clock = Math.max(clock, first.until);
  first.wake();
}

/** Trains a lane to its cap. */
async function train(lane: LaneId, cost: number, pace: Pace): Promise<void> {
  const pacer = new Pacer({ now, sleep });
  pacer.set(pace);
  const turn = lockstep.turnOf(lane);
  const run = runOf(trainerOf(lane, cost), config);
  await trainLoop(run, { ...SILENT_PORTS, now, pacer, turn });
}

/** Runs the loops to their end. All times pass in `clock` alone. */
async function toEnd(loops: readonly Promise<void>[]): Promise<void> {
  const running = new Set(loops);
  const all = Promise.all(loops.map((loop) => loop.finally(() => running.delete(loop))));
  while (running.size > 0) {
    for (let i = 0; i < 4; i++) await yieldToMessages(); // both loops come as far as they can
    wakeNext();
  }
  await all;
}

describe("the lockstep of two loops", () => {
  beforeEach(() => {
    [clock, order, sleeping, lockstep] = [0, [], [], new Lockstep()];
  });

  it.each<Pace>([1, 0.25, "slowly"])("makes the updates in turn: pace %s", async (pace) => {
    await toEnd([train("a", 5, pace), train("b", 20, pace)]);
    const ahead = order.map((_, i) => {
      const made = order.slice(0, i + 1);
      return Math.abs(2 * made.filter((lane) => lane === "a").length - made.length);
    });
    expect(order).toHaveLength(2 * UPDATES);
    expect(Math.max(...ahead)).toBe(1);
  });

  it("works a quarter of the time at quarter speed", async () => {
    await toEnd([train("a", 5, 0.25), train("b", 20, 0.25)]);
    expect((UPDATES * 25) / clock).toBeGreaterThan(0.2);
    expect((UPDATES * 25) / clock).toBeLessThan(0.35);
  });

  it("makes two updates of each a second when slow", async () => {
    await toEnd([train("a", 5, "slowly"), train("b", 20, "slowly")]);
    expect(clock / 500).toBeGreaterThan(UPDATES - 2);
    expect(clock / 500).toBeLessThan(1.1 * UPDATES);
  });

  it("costs a lane alone no time", async () => {
    await toEnd([train("a", 5, 1)]);
    expect(clock).toBe(5 * UPDATES);
  });
});

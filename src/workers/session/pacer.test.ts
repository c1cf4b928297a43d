/** Rests on a fake clock, which only sleeping and working move. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Pace } from "../../engine/setup/trainingView";
import { Pacer } from "./pacer";

let clock = 0; // ms
let sleeps: number[] = []; // ms
let pacer: Pacer;

/** Works for this long, then rests. */
async function work(milliseconds: number): Promise<number> {
  clock += milliseconds;
  return await pacer.rest();
}

describe("the pacer", () => {
  beforeEach(() => {
    [clock, sleeps] = [0, []];
    pacer = new Pacer({
      now: () => clock,
      sleep: async (milliseconds) => {
        sleeps.push(milliseconds);
        clock += milliseconds;
      },
    });
    pacer.begin();
  });

  it("never rests at full speed", async () => {
    for (let i = 0; i < 5; i++) expect(await work(30)).toBe(0);
    expect(sleeps).toEqual([]);
  });

  it.each<Pace & number>([0.25, 0.5])("works %d of the time", async (pace) => {
    pacer.set(pace);
    for (let i = 0; i < 100; i++) await work(3);
    expect((100 * 3) / clock).toBeCloseTo(pace, 1);
    expect(Math.min(...sleeps)).toBeGreaterThanOrEqual(10); // short rests add up to ones that a timer can keep
  });

  it("makes up for a rest that took too long", async () => {
    pacer = new Pacer({
      now: () => clock,
      sleep: async (milliseconds) => {
        clock += milliseconds + 15;
      },
    });
    pacer.set(0.5);
    pacer.begin();
    for (let i = 0; i < 200; i++) await work(4);
    expect((200 * 4) / clock).toBeCloseTo(0.5, 1);
  });

  it("begins a slow update every half second, however long the work takes", async () => {
    pacer.set("slowly");
    for (const milliseconds of [20, 200, 90]) {
      const start = clock;
      await work(milliseconds);
      expect(clock - start).toBe(500);
    }
    expect(await work(700)).toBe(0);
  });

  it("ends a rest when the pace changes, or when it is woken for a pause", async () => {
    const never = new Pacer({ now: () => clock, sleep: () => new Promise(() => undefined) });
    for (const end of [() => never.set(1), () => never.wake()]) {
      never.set("slowly");
      never.begin();
      clock += 10;
      const rest = never.rest();
      end();
      expect(await rest).toBe(0);
    }
  });
});

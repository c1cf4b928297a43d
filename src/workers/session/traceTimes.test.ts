/** How many maps a student sees before a model has learned its task, and what they cost. */
import { describe, expect, it } from "vitest";
import { TraceTimes } from "./traceTimes";

interface Times {
  readonly update: number; // ms
  readonly trace: number; //  ms
}

/** The updates that have a trace, on a clock that counts only updates and traces. */
function tracedUpdates(times: Times, updates: number, from = 0): number[] {
  const due = new TraceTimes(from);
  const traced: number[] = [];
  let now = 0;
  for (let update = from; update <= updates; update++) {
    if (due.isDue(update, now)) {
      due.count(update, now, now + times.trace);
      now += times.trace;
      traced.push(update);
    }
    now += times.update;
  }
  return traced;
}

describe("the times of traces", () => {
  it.each<Times>([
    { update: 0.5, trace: 2 },
    { update: 5, trace: 5 },
    { update: 5, trace: 60 }, // a graphics card that reads slowly
    { update: 40, trace: 30 },
    { update: 900, trace: 400 },
  ])("show at least six maps before update 100: $update ms, trace $trace ms", (times) => {
    expect(tracedUpdates(times, 100).length).toBeGreaterThanOrEqual(6);
  });

  it("show the updates 0, 1, 2, 4 and so on, however slow a trace is", () => {
    const early = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
    expect(tracedUpdates({ update: 1, trace: 1000 }, 600)).toEqual(early);
  });

  it("continue with the next early update after a pause", () => {
    expect(tracedUpdates({ update: 1, trace: 1000 }, 600, 100)).toEqual([100, 128, 256, 512]);
    expect(tracedUpdates({ update: 1, trace: 1000 }, 700, 600)).toEqual([600]);
  });

  it.each<Times>([
    { update: 5, trace: 5 },
    { update: 8, trace: 16 },
    { update: 40, trace: 30 },
  ])("cost at most a tenth of 300 updates: $update ms, trace $trace ms", (times) => {
    const traced = tracedUpdates(times, 300).length;
    expect(traced * times.trace).toBeLessThanOrEqual((300 * times.update) / 10);
  });

  it("are not put off by one trace that another program interrupted", () => {
    const due = new TraceTimes(1000);
    due.count(1000, 0, 10);
    due.count(1001, 200, 1200);
    expect(due.isDue(1002, 1200)).toBe(true);
    due.count(1002, 1200, 2200);
    expect(due.isDue(1003, 2200)).toBe(false); // now traces are slow
  });
});

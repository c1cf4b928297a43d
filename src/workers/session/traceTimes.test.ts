/** How many maps a student sees before a model has learned its task, and what they cost. */
import { describe, expect, it } from "vitest";
import { TraceTimes } from "./traceTimes";

interface Times {
  readonly update: number; // ms
  readonly trace: number; //  ms
}

/** The updates that have a trace, on a clock that counts only updates and traces. */
function tracedUpdates(times: Times, updates: number, from = 0): number[] {
  const due = new TraceTimes();
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

/** Reverse is learned after more updates than this. */
const LEARNED = 240;

describe("the times of traces", () => {
  it.each<Times>([
    { update: 0.5, trace: 2 },
    { update: 5, trace: 5 },
    { update: 5, trace: 60 }, // a graphics card that reads slowly
    { update: 40, trace: 30 },
    { update: 900, trace: 400 },
  ])("show at least six maps before Reverse is learned: $update ms, trace $trace ms", (times) => {
    expect(tracedUpdates(times, LEARNED).length).toBeGreaterThanOrEqual(6);
  });

  it("show every 40th update up to 400, however slow a trace is", () => {
    const early = Array.from({ length: 11 }, (_, i) => 40 * i);
    expect(tracedUpdates({ update: 1, trace: 1000 }, 600)).toEqual(early);
    expect(tracedUpdates({ update: 1, trace: 1000 }, 700, 600)).toEqual([600]); // no early one is left
  });

  it.each<Times>([
    { update: 5, trace: 5 }, //   early ones for 2 s, then by time
    { update: 12, trace: 15 }, // by time from the beginning
  ])("redraw the page about twice a second: $update ms, trace $trace ms", (times) => {
    const seconds = (1000 * times.update) / 1000;
    const count = tracedUpdates(times, 1000).length;
    expect(count).toBeLessThanOrEqual(2 * seconds + 10);
    expect(count).toBeGreaterThanOrEqual(1.8 * seconds);
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
    const due = new TraceTimes();
    due.count(1000, 0, 10);
    due.count(1001, 500, 1500);
    expect(due.isDue(1002, 1500)).toBe(true);
    due.count(1002, 1500, 2500);
    expect(due.isDue(1003, 2500)).toBe(false); // now traces are slow
  });
});

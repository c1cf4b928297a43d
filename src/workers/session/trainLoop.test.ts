/** The loop collects losses rarely, because that waits for the GPU, and handles losses that arrive late. */
import { beforeEach, describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import type { LossPoint } from "../../engine/results/history";
import { countingTrainer, runOf, SILENT_PORTS } from "../../testing/countedTraining";
import type { Trainer } from "../../engine/training/trainer";
import { Lockstep } from "./lockstep";
import { type LoopPorts, trainLoop, trainOnce } from "./trainLoop";

const config: Config = { ...DEFAULT_CONFIG, maxSteps: 200 };

let stepTime = 2; // ms
let clock = 0; // ms
let asked: number[] = []; //     the times at which losses were collected
let evaluated: number[] = []; // the steps of evaluations
let reports: (readonly LossPoint[])[] = [];

/** A trainer that only counts its steps. After `lastNumber` its losses are NaN. */
function trainerUntil(lastNumber: number, begin = 0): Trainer {
  let collected = begin;
  const trainer = countingTrainer(() => {
    clock += stepTime;
  }, begin);
  return {
    ...trainer,
    get steps() {
      return trainer.steps;
    },
    async takeLosses() {
      asked.push(clock);
      const { steps } = trainer;
      const losses = Array.from({ length: steps - collected }, (_, i) => {
        const step = collected + i + 1;
        return { step, loss: lossOf(step) };
      });
      collected = steps;
      return losses;
    },
  };

  function lossOf(step: number): number {
    return step <= lastNumber ? 1 / step : Number.NaN;
  }
}

/** A trainer whose device fails after `last` steps, perhaps together with the losses it holds. */
function failingAfter(last: number, end?: "loses what was not collected"): Trainer {
  const trainer = trainerUntil(Infinity);
  let hasFailed = false;
  return {
    ...trainer,
    get steps() {
      return trainer.steps;
    },
    async step(settings) {
      hasFailed = trainer.steps === last;
      if (hasFailed) throw new Error("no room");
      await trainer.step(settings);
    },
    async takeLosses() {
      if (hasFailed && end !== undefined) throw new Error("lost");
      return trainer.takeLosses();
    },
  };
}

const ports: LoopPorts = {
  ...SILENT_PORTS,
  now: () => clock,
  report: (losses) => reports.push(losses),
  reportEvaluation: async ({ step }) => void evaluated.push(step),
  pacer: { begin: () => undefined, rest: async () => 0, skip: () => undefined, isSlow: false },
  turn: new Lockstep().turnOf("a"),
};

/** The shortest time between two neighbours. */
const shortestGap = (times: readonly number[]): number =>
  Math.min(...times.slice(1).map((time, i) => time - (times[i] ?? 0)));

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

describe("the training loop", () => {
  beforeEach(() => {
    [stepTime, clock, asked, evaluated, reports] = [2, 0, [], [], []];
  });

  it("collects losses only to report, to evaluate or to show a trace", async () => {
    const run = runOf(trainerUntil(Infinity), config);
    expect(await trainLoop(run, ports)).toBe("cap");
    // 200 steps of 2 ms: a trace with a report every 40 steps, another report 50 ms later, an evaluation every 100 ms.
    const traced = [0, 80, 160, 240, 320, 400];
    const others = [50, 130, 210, 290, 370, 100, 200, 300];
    const isExpected = (time: number): boolean => traced.includes(time) || others.includes(time);
    expect(asked.filter((time) => !isExpected(time))).toEqual([]);
    expect(asked).toEqual(expect.arrayContaining([...traced, ...others]));
    expect(evaluated).toEqual([0, 50, 100, 150, 200]);
    expect(run.losses).toEqual(upTo(200).map((step) => ({ step, loss: 1 / step })));
    expect(reports.flat()).toEqual(run.losses);
  });

  it("ends once it collects a loss that is not a number, and has the loss of every step in the history", async () => {
    const run = runOf(trainerUntil(30), config);
    expect(await trainLoop(run, ports)).toBe("diverged");
    expect(run.losses.map(({ step }) => step)).toEqual(upTo(run.model.steps));
    expect(run.losses.findIndex(({ loss }) => Number.isNaN(loss))).toBe(30);
    expect(run.model.steps - 30).toBeLessThanOrEqual(25); // the steps between two reports
    expect(evaluated).toEqual([0]);
    expect(reports.flat()).toEqual(run.losses);
  });

  it("ends on own pairs when the held-out examples are answered no better for some time, with a last evaluation", async () => {
    const onPairs = { ...config, task: "pairs", patience: 100 } as const;
    const run = runOf(trainerUntil(Infinity), onPairs); // its answers never change
    expect(await trainLoop(run, ports)).toBe("overfitted");
    expect(evaluated).toEqual([0, 50, 100]);
    expect(await trainLoop(run, ports)).toBe("overfitted"); // it has as many updates again
    expect(run.model.steps).toBe(200);
  });

  it("does not evaluate a model that diverged in the step before", async () => {
    const run = runOf(trainerUntil(49), config);
    expect(await trainLoop(run, ports)).toBe("diverged");
    expect(run.model.steps).toBe(50);
    expect(evaluated).toEqual([0]);
  });

  it("collects the last losses before it ends, so that a paused run that has diverged counts as diverged", async () => {
    const run = runOf(trainerUntil(5), config);
    const halted = { ...ports, isHalted: () => run.model.steps >= 7 };
    expect(await trainLoop(run, halted)).toBe("diverged");
    expect(run.losses).toHaveLength(7);
    expect(evaluated).toEqual([0]);
  });

  it.each([
    { step: 0.5, trace: 1, every: 500 },
    { step: 10, trace: 5, every: 500 },
    { step: 10, trace: 40, every: 800 },
    { step: 400, trace: 200, every: 4000 },
  ])(
    "reports at most 20 times a second and with each trace, and traces take at most 1/20 of the time: step $step ms, trace $trace ms",
    async ({ step, trace, every }) => {
      stepTime = step;
      const [reported, shown]: [number[], number[]] = [[], []];
      const late = trainerUntil(Infinity, 4000); // early steps have traces of their own
      const run = { ...runOf(late, config), config: { ...config, maxSteps: 4000 } };
      await trainLoop(run, {
        ...ports,
        isHalted: () => clock > 20_000,
        report: () => reported.push(clock),
        decodeTrace: async () => () => {
          shown.push(clock);
          clock += trace;
        },
      });
      const alone = reported.slice(0, -1).filter((time) => !shown.includes(time)); // the last report comes at the end
      expect(shortestGap(alone)).toBeGreaterThanOrEqual(50);
      expect(shown.slice(1).every((time) => reported.includes(time))).toBe(true); // update 0 has no loss
      expect(shortestGap(shown)).toBeGreaterThanOrEqual(every);
      expect(shown.length).toBeGreaterThan((0.8 * clock) / (every + step + trace)); // and traces are not rarer than they need to be
      expect(trace * (shown.length - 1)).toBeLessThanOrEqual(clock / 20);
    },
  );

  it("does not count waiting for losses as a cost of the trace", async () => {
    const waiting = {
      ...ports,
      decodeTrace: async () => () => shown.push(clock),
      isHalted: () => clock > 6000,
    };
    const shown: number[] = [];
    const trainer = trainerUntil(Infinity, 4000); // early steps have traces of their own
    const slow: Trainer = {
      ...trainer,
      get steps() {
        return trainer.steps;
      },
      async takeLosses() {
        clock += 60; // the device is still busy with the steps
        return trainer.takeLosses();
      },
    };
    await trainLoop({ ...runOf(slow, config), config: { ...config, maxSteps: 4000 } }, waiting);
    expect(shown.length).toBeGreaterThan(8); // with the wait, a trace would come every 1.2 s
  });

  it("reports the losses of all steps before one that fails", async () => {
    const run = runOf(failingAfter(37), config);
    await expect(trainLoop(run, ports)).rejects.toThrow("no room");
    expect(run.losses.map(({ step }) => step)).toEqual(upTo(37));
    expect(reports.flat()).toEqual(run.losses);
  });

  it("reports the collected losses where the device is lost with the others", async () => {
    const run = runOf(failingAfter(90, "loses what was not collected"), config);
    await expect(trainLoop(run, ports)).rejects.toThrow("no room");
    expect(run.losses.map(({ step }) => step)).toEqual(upTo(80)); // collected for the trace of step 80
    expect(reports.flat()).toEqual(run.losses);
  });

  it("takes one step and reports its loss", async () => {
    const run = runOf(trainerUntil(1), config);
    expect(await trainOnce(run, ports)).toBe("oneStep");
    expect(evaluated).toEqual([1]);
    expect(await trainOnce(run, ports)).toBe("diverged");
    expect(evaluated).toEqual([1]);
    expect(run.losses).toEqual([
      { step: 1, loss: 1 },
      { step: 2, loss: Number.NaN },
    ]);
  });
});

describe("the training loop at a slow pace", () => {
  beforeEach(() => {
    [stepTime, clock, asked, evaluated, reports] = [2, 0, [], [], []];
  });

  it("reports and shows each update, and rests after it", async () => {
    const run = { ...runOf(trainerUntil(Infinity), config), config: { ...config, maxSteps: 5 } };
    const shown: number[] = [];
    const rates: number[] = [];
    await trainLoop(run, {
      ...ports,
      report: (losses, pairsPerSecond) => {
        reports.push(losses);
        rates.push(pairsPerSecond);
      },
      decodeTrace: async () => () => shown.push(run.model.steps),
      pacer: {
        begin: () => undefined,
        isSlow: true,
        skip: () => undefined,
        rest: async () => {
          clock += 498;
          return 498;
        },
      },
    });
    expect(shown).toEqual([0, 1, 2, 3, 4, 5]);
    expect(reports.map((losses) => losses.map(({ step }) => step))).toEqual([
      [1],
      [2],
      [3],
      [4],
      [5],
    ]);
    expect(rates.at(-1)).toBeLessThan(2 * config.batchSize * 2); // two updates a second, and the first without a rest
  });
});

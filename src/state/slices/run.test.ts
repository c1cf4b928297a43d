import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { makeTrace } from "../../vis/testing/traces";
import type { Event } from "../../workers/protocol";
import { betterThanNow } from "./bestOffer";
import { lastLoss } from "./losses";
import {
  hasTrainedModel,
  hasTrainingRows,
  INITIAL_RUN,
  reduceRun,
  restartRun,
  type RunState,
} from "./run";
import { evaluationOf, lossesOf, progressOf, readyWith } from "../testing/events";

function after(...events: Event[]): RunState {
  return events.reduce(reduceRun, INITIAL_RUN);
}

const evaluated = (step: number, exactMatch: number): Event => ({
  type: "evaluation",
  runId: 1,
  evaluation: evaluationOf(step, exactMatch),
});

describe("run", () => {
  it("takes over step, losses and evaluations of a ready run", () => {
    const run = after(
      readyWith({ step: 2, losses: lossesOf(1, 2), evaluations: [evaluationOf(0, 0)] }),
    );
    expect(run).toMatchObject({ status: "idle", step: 2, stopReason: null });
    expect(lastLoss(run.losses)?.step).toBe(2);
    expect(run.evaluations).toHaveLength(1);
  });

  it("follows training from start to stop", () => {
    const run = after(
      readyWith(),
      { type: "started", runId: 1 },
      progressOf(1, 10),
      { type: "evaluation", runId: 1, evaluation: evaluationOf(10, 0.5) },
      { type: "stopped", runId: 1, reason: "target" },
    );
    expect(run).toMatchObject({
      status: "idle",
      step: 10,
      pairsPerSecond: null, // nothing trains
      stopReason: "target",
    });
    expect(run.evaluations.at(-1)?.exactMatch).toBe(0.5);
  });

  it("replaces the evaluation of a step that is evaluated twice", () => {
    const run = after(
      readyWith(),
      { type: "evaluation", runId: 1, evaluation: evaluationOf(50, 0.2) },
      { type: "evaluation", runId: 1, evaluation: evaluationOf(50, 0.3) },
    );
    expect(run.evaluations.map(({ exactMatch }) => exactMatch)).toEqual([0.3]);
  });

  it("keeps a source problem while training posts traces of the shown example", () => {
    const rejected: Event = {
      type: "sourceRejected",
      requestId: 1,
      text: "",
      problem: { kind: "empty" },
    };
    const traced: Event = {
      type: "trace",
      runId: 1,
      requestId: 1,
      trace: makeTrace(),
    };
    expect(after(readyWith(), rejected, traced).sourceProblem).toEqual({ kind: "empty" });
  });

  it("offers the best weights where training has ended lower, and not while it trains", () => {
    const best = { step: 50, exactMatch: 0.9 };
    const started: Event = { type: "started", runId: 1 };
    const stopped: Event = { type: "stopped", runId: 1, reason: "cap" };
    const risen = [readyWith(), started, progressOf(1, 50), evaluated(50, 0.9)] as const;
    const kept: Event = { type: "best", runId: 1, best };
    const offer = (...events: Event[]) => betterThanNow(after(...risen, kept, ...events));
    const fallen = [progressOf(51, 100), evaluated(100, 0.8)] as const;
    expect(offer(...fallen)).toBeNull();
    expect(offer(...fallen, stopped)).toEqual(best);
    expect(offer(...fallen, stopped, started)).toBeNull();
    expect(offer(stopped)).toBeNull();
    expect(offer(progressOf(51, 100), evaluated(100, 0.9), stopped)).toBeNull();
    const diverged: Event = { type: "stopped", runId: 1, reason: "diverged" };
    expect(offer(progressOf(51, 60), diverged)).toEqual(best);
    expect(betterThanNow(after(...risen, ...fallen, stopped))).toBeNull(); // the worker keeps none
    const resumed = { step: 100, evaluations: [evaluationOf(100, 0.8)], best };
    expect(betterThanNow(after(readyWith(resumed)))).toEqual(best);
  });

  it("offers them on own pairs by the held-out loss, unless the last one is nearly as low", () => {
    const info = { config: { ...DEFAULT_CONFIG, task: "pairs" } } as const;
    const best = { step: 50, exactMatch: 0.01, heldOutLoss: 3.3 };
    const offer = (exactMatch: number, heldOutLoss: number) => {
      const evaluation = { ...evaluationOf(100, exactMatch), heldOutLoss };
      return betterThanNow(
        after(
          readyWith(info),
          { type: "started", runId: 1 },
          progressOf(1, 100),
          { type: "best", runId: 1, best },
          { type: "evaluation", runId: 1, evaluation },
          { type: "stopped", runId: 1, reason: "overfitted" },
        ),
      );
    };
    expect(offer(0.03, 4.4)).toEqual(best);
    expect(offer(0, 3.31)).toBeNull();
    expect(offer(0.5, 4.4)).toBeNull();
  });

  it("knows rows that are fed the truth only because the model trains", () => {
    const started: Event = { type: "started", runId: 1 };
    const fed: Event = {
      type: "trace",
      runId: 1,
      requestId: 1,
      trace: { ...makeTrace(), show: { ...INITIAL_SHOW, feeding: "truth" } },
    };
    const stopped: Event = { type: "stopped", runId: 1, reason: "paused" };
    const training = after(readyWith(), started, fed);
    expect(hasTrainingRows(training, INITIAL_SHOW)).toBe(true);
    expect(hasTrainingRows(training, { ...INITIAL_SHOW, feeding: "truth" })).toBe(false);
    expect(hasTrainingRows(after(readyWith(), started, fed, stopped), INITIAL_SHOW)).toBe(false);
  });

  it("knows which settings have a shipped model, whatever the stage shows", () => {
    expect(hasTrainedModel(after())).toBe(false);
    expect(hasTrainedModel(after(readyWith({ weights: "baked" })))).toBe(false); // the run has its weights already
    for (const weights of ["fresh", "opened", "kept"] as const)
      expect(hasTrainedModel(after(readyWith({ weights })))).toBe(true);
    const wider = { ...DEFAULT_CONFIG, hiddenSize: 128 };
    expect(hasTrainedModel(after(readyWith({ config: wider })))).toBe(false);
    const slower = { ...DEFAULT_CONFIG, learningRate: 0.001 };
    expect(hasTrainedModel(after(readyWith({ config: slower })))).toBe(true);
  });

  it("continues after a missing model or missing pairs, and fails after other failures", () => {
    const missing: Event = {
      type: "failed",
      failure: { kind: "bakedMissing", task: "reverse", detail: "404" },
    };
    expect(after(readyWith(), missing)).toMatchObject({
      status: "idle",
      failure: { kind: "bakedMissing" },
    });
    const crash: Event = { type: "failed", failure: { kind: "crash", detail: "boom" } };
    expect(after(readyWith(), crash)).toMatchObject({
      status: "failed",
      failure: { kind: "crash" },
    });
  });

  it("keeps the notice of a missing model until a trained one is ready", () => {
    const missing: Event = {
      type: "failed",
      failure: { kind: "bakedMissing", task: "reverse", detail: "404" },
    };
    const run = after(missing, readyWith());
    expect(run.failure?.kind).toBe("bakedMissing");
    expect(hasTrainedModel(run)).toBe(false);
    expect(reduceRun(run, readyWith({ runId: 2, weights: "baked" })).failure).toBeNull();
  });

  it("keeps the trace on the stage while a new worker starts", () => {
    const trace = makeTrace();
    const run = after(readyWith(), {
      type: "trace",
      runId: 1,
      requestId: 1,
      trace,
    });
    expect(restartRun(run)).toMatchObject({ status: "starting", info: null, trace });
  });
});

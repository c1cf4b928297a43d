/** The full evaluation through the session: commands in, events out, no Worker. */
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../engine/config";
import { DEFAULT_CORPUS_OPTIONS } from "../engine/corpus/report";
import type { EvaluationStage } from "../engine/scoreReport";
import { reverseFamily } from "../engine/tasks/reverse";
import type { Arithmetic } from "../engine/training/learner";
import { startNodeArithmetic } from "../testing/nodeBackend";
import { breathe } from "./breathe";
import type { Event } from "./protocol";
import { createSession, type SessionCommand } from "./session";

const config: Config = {
  ...DEFAULT_CONFIG,
  hiddenSize: 8,
  embeddingSize: 4,
  batchSize: 8,
  maxSteps: 50,
};

let arithmetic: Arithmetic;
let events: Event[] = [];
let send: (command: SessionCommand) => Promise<void>;
let onEvent: (event: Event) => void;

function stages(): { readonly runId: number; readonly stage: EvaluationStage }[] {
  return events.flatMap((event) => (event.type === "evaluating" ? [event] : []));
}

const kinds = (): string[] => [...new Set(stages().map(({ stage }) => stage.kind))];

/** Resolves with the first event that passes. */
function next(passes: (event: Event) => boolean): Promise<Event> {
  return new Promise((resolve) => {
    onEvent = (event) => {
      if (passes(event)) resolve(event);
    };
  });
}

const isDone = (event: Event): boolean =>
  event.type === "evaluating" && event.stage.kind === "done";

async function evaluated() {
  const done = next(isDone);
  await send({ type: "evaluate" });
  const event = await done;
  if (event.type !== "evaluating" || event.stage.kind !== "done") throw new Error("no report");
  return event.stage.report;
}

describe("full evaluation in the session", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });

  beforeEach(async () => {
    events = [];
    onEvent = () => undefined;
    send = createSession({
      post: (event) => {
        events.push(event);
        onEvent(event);
      },
      loadBaked: async () => null,
      arithmetic: () => arithmetic,
      store: { read: async () => undefined, write: async () => {}, remove: async () => {} },
      breathe,
      now: () => performance.now(),
    });
    await send({ type: "configure", config, weights: "fresh" });
  });

  it("reports on all held-out examples, and on lengths beyond those of training", async () => {
    const report = await evaluated();
    expect(report.step).toBe(0);
    expect(report.examples).toHaveLength(256);
    const { initial, bounds } = reverseFamily;
    const lengths = (isSeen: boolean) =>
      report.byLength.filter((score) => score.isSeen === isSeen).map(({ length }) => length);
    expect(Math.max(...lengths(true))).toBe(initial.longest);
    expect(Math.min(...lengths(false))).toBe(initial.longest + 1);
    expect(Math.max(...lengths(false))).toBe(bounds.lengths.max);
    const last = stages().findLast(({ stage }) => stage.kind === "running")?.stage;
    expect(last).toMatchObject({ done: 256 + 64 * (bounds.lengths.max - initial.longest) });
  });

  it("agrees with the regular evaluation of the same step", async () => {
    await send({ type: "trainOneStep" });
    const regular = events.findLast((event) => event.type === "evaluation");
    const { figures, step } = await evaluated();
    expect(step).toBe(1);
    expect(regular?.type === "evaluation" && regular.evaluation).toMatchObject({
      step: 1,
      exactMatch: figures.exactMatch,
      tokenAccuracy: figures.freeAccuracy,
      alignmentError: figures.attention?.alignmentError,
    });
  });

  it("judges the model of the moment while training goes on, and does not change the training", async () => {
    const alone = await evaluated();
    const losses = (): number[] =>
      events.flatMap((event) => (event.type === "progress" ? event.losses : [])).map((p) => p.loss);
    const trained = next((event) => event.type === "stopped");
    await send({ type: "train" });
    await trained;
    const expected = losses();
    events = [];
    await send({ type: "reset" });
    const isOver = { done: false, stopped: false };
    const both = next((event) => {
      if (isDone(event)) isOver.done = true;
      if (event.type === "stopped") isOver.stopped = true;
      return isOver.done && isOver.stopped;
    });
    await send({ type: "evaluate" });
    await send({ type: "train" });
    await both;
    const report = stages().find(({ stage }) => stage.kind === "done")?.stage;
    expect(report).toEqual({ kind: "done", report: alone }); // of step 0, as if nobody had trained
    expect(losses()).toEqual(expected);
  });

  it("gives up when told to, and when another run comes to the fore", async () => {
    await send({ type: "evaluate" });
    await send({ type: "stopEvaluating" });
    expect(kinds()).toEqual(["running", "stopped"]);
    await send({ type: "evaluate" });
    await send({ type: "reset" });
    expect(stages().at(-1)).toMatchObject({ runId: 1, stage: { kind: "stopped" } });
    await send({ type: "stopEvaluating" }); // nothing is under way
    expect(stages().filter(({ stage }) => stage.kind === "stopped")).toHaveLength(2);
  });

  it("leaves no tensor behind, finished or given up", async () => {
    await evaluated();
    const before = memory().numTensors;
    await evaluated();
    await send({ type: "evaluate" });
    await send({ type: "stopEvaluating" });
    await breathe();
    await breathe();
    expect(memory().numTensors).toBe(before);
  });

  it("has no longer examples of somebody's own pairs", async () => {
    const input = Array.from({ length: 60 }, (_, i) => `wort${i}\t단어${i}`).join("\n");
    const inspected = next((event) => event.type === "pairsInspected");
    const options = DEFAULT_CORPUS_OPTIONS;
    await send({ type: "inspectPairs", requestId: 1, input, options });
    await inspected;
    await send({
      type: "usePairs",
      requestId: 1,
      config: { ...config, task: "pairs" },
      weights: "fresh",
    });
    const { byLength, figures } = await evaluated();
    expect(byLength.every(({ isSeen }) => isSeen)).toBe(true);
    expect(figures.bleu).not.toBeNull();
    expect(figures.attention).toMatchObject({ alignmentError: null, goldMass: null });
  });
});

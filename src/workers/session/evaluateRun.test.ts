/** The full evaluation through the session. */
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { EvaluationStage } from "../../engine/results/scoreReport";
import { reverseFamily } from "../../engine/tasks/reverse";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { pairsOf, SMALL, TestSession } from "../../testing/testSession";
import { yieldToMessages } from "../yieldToMessages";
import type { Event } from "../protocol";

let arithmetic: Arithmetic;
let session: TestSession;

function stages(): { readonly runId: number; readonly stage: EvaluationStage }[] {
  return session.of("evaluating");
}

const kinds = (): string[] => [...new Set(stages().map(({ stage }) => stage.kind))];

/** Resolves with the first event that passes. */
function next(passes: (event: Event) => boolean): Promise<Event> {
  return new Promise((resolve) => {
    session.listen((event) => passes(event) && resolve(event));
  });
}

const isDone = (event: Event): boolean =>
  event.type === "evaluating" && event.stage.kind === "done";

async function evaluated() {
  const done = next(isDone);
  await session.send({ type: "evaluate" });
  const event = await done;
  if (event.type !== "evaluating" || event.stage.kind !== "done") throw new Error("no report");
  return event.stage.report;
}

describe("full evaluation in the session", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });

  beforeEach(async () => {
    session = new TestSession(arithmetic);
    await session.configure({ ...SMALL, maxSteps: 50 });
  });

  it("reports on all held-out examples and on longer ones than training has", async () => {
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
    await session.step();
    const regular = session.latest("evaluation");
    const { metrics, step } = await evaluated();
    expect(step).toBe(1);
    expect(regular?.evaluation).toMatchObject({
      step: 1,
      exactMatch: metrics.exactMatch,
      tokenAccuracy: metrics.freeAccuracy,
      alignmentError: metrics.attention?.alignmentError,
    });
  });

  it("evaluates the weights it started with while the run trains, and does not change the training", async () => {
    const alone = await evaluated();
    await session.train();
    const expected = session.losses;
    session.events.length = 0;
    await session.send({ type: "reset" });
    const isOver = { done: false, stopped: false };
    const both = next((event) => {
      if (isDone(event)) isOver.done = true;
      if (event.type === "stopped") isOver.stopped = true;
      return isOver.done && isOver.stopped;
    });
    await session.send({ type: "evaluate" });
    await session.send({ type: "train" });
    await both;
    const report = stages().find(({ stage }) => stage.kind === "done")?.stage;
    expect(report).toEqual({ kind: "done", report: alone }); // of step 0, although the run has trained since
    expect(session.losses).toEqual(expected);
  });

  it("stops on command and when another run becomes active", async () => {
    await session.send({ type: "evaluate" });
    await session.send({ type: "stopEvaluating" });
    expect(kinds()).toEqual(["running", "stopped"]);
    await session.send({ type: "evaluate" });
    await session.send({ type: "reset" });
    expect(stages().at(-1)).toMatchObject({ runId: 1, stage: { kind: "stopped" } });
    await session.send({ type: "stopEvaluating" }); // no evaluation is running
    expect(stages().filter(({ stage }) => stage.kind === "stopped")).toHaveLength(2);
  });

  it("leaves no tensors behind, whether it finishes or stops", async () => {
    await evaluated();
    const before = memory().numTensors;
    await evaluated();
    await session.send({ type: "evaluate" });
    await session.send({ type: "stopEvaluating" });
    await yieldToMessages();
    await yieldToMessages();
    expect(memory().numTensors).toBe(before);
  });

  it("has no longer examples for own pairs", async () => {
    await session.inspectPairs(1, pairsOf("wort"));
    await session.usePairs(1);
    const { byLength, metrics } = await evaluated();
    expect(byLength.every(({ isSeen }) => isSeen)).toBe(true);
    expect(metrics.bleu).not.toBeNull();
    expect(metrics.attention).toMatchObject({ alignmentError: null, goldMass: null });
  });
});

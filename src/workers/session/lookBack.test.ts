/** The session shows the example with the weights of an earlier step. */
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { INITIAL_SHOW } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;

let page: TestSession;

/** Shows an earlier step of the active run; null: the current weights. */
function lookBack(step: number | null): Promise<void> {
  return page.show({ weightsOf: step === null ? "present" : { step } });
}

describe("looking back", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(async () => {
    page = new TestSession(arithmetic);
    await page.configure({ ...SMALL, maxSteps: 50 });
  });

  it("lists the steps of its snapshots and decodes with the weights of one", async () => {
    const fresh = page.latest("trace")?.trace;
    await page.train();
    expect(page.latest("snapshots")?.steps).toEqual([0, 50]);
    const now = page.latest("trace")?.trace;
    await lookBack(0);
    expect(page.latest("trace")?.trace).toEqual({
      ...fresh,
      show: { ...INITIAL_SHOW, weightsOf: { step: 0 } },
    });
    await lookBack(null);
    expect(page.latest("trace")?.trace).toEqual(now);
    expect(now?.trainedSteps).toBe(50);
  });

  it("shows the earlier weights during training, also for another example", async () => {
    await page.step(1);
    await lookBack(0);
    const traces = page.of("trace").length;
    await page.train();
    expect(page.of("trace")).toHaveLength(traces);
    const example = { kind: "typed", text: "abc" } as const;
    await page.type("abc");
    expect(page.latest("trace")?.trace).toMatchObject({ show: { example }, trainedSteps: 0 });
    await lookBack(null);
    expect(page.latest("trace")?.trace.trainedSteps).toBe(50);
  });

  it("ends when another run becomes active, and undo brings the snapshots back", async () => {
    await page.train();
    await lookBack(0);
    await page.send({ type: "reset" });
    expect(page.latest("snapshots")?.steps).toEqual([]);
    await page.send({ type: "undo" });
    expect(page.latest("trace")?.trace.trainedSteps).toBe(50);
    expect(page.latest("snapshots")?.steps).toEqual([0, 50]);
  });

  it("ignores an earlier step of a run that is not active", async () => {
    await page.step(2);
    const { runId } = page.info;
    await page.send({ type: "reset" });
    const show = { ...INITIAL_SHOW, weightsOf: { step: 0 } };
    await page.send({ type: "show", show, runId });
    const traces = page.of("trace").length;
    await page.step(1);
    expect(page.of("trace").length).toBeGreaterThan(traces); // traces of the new run arrive
  });

  it("leaves no tensors behind", async () => {
    await page.train();
    const before = memory().numTensors;
    for (const step of [0, 50, null]) await lookBack(step);
    expect(memory().numTensors).toBe(before);
  });
});

/** The page reads the weights of the trace on the stage, so that it can write out every number of it. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { derive } from "../../engine/derivation/derive";
import { parameterReader } from "../../engine/derivation/operands";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let page: TestSession;

/** The score of the first pair: as the trace has it, and as it follows from the weights that the worker sent. */
function firstScore() {
  const trace = page.latest("trace")?.trace;
  const sent = page.latest("parameters");
  if (!trace || !sent) throw new Error("expected a trace and parameters");
  const read = parameterReader(trace.shape, sent.values);
  const derived = derive({ trace, read }, { kind: "score", step: 0, position: 0 });
  return { traced: trace.steps[0]?.attention?.scores[0] ?? NaN, derived: derived?.value ?? NaN };
}

describe("reading the weights that decode", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(async () => {
    page = new TestSession(arithmetic);
    await page.configure({ ...SMALL, maxSteps: 50 });
  });

  it("gives those of the trace on the stage, with the number of their updates", async () => {
    await page.train();
    await page.send({ type: "readParameters", weightsOf: "present" });
    expect(page.latest("parameters")).toMatchObject({
      runId: page.info.runId,
      requestId: page.lastRequest,
      step: page.latest("trace")?.trace.trainedSteps,
    });
    const { traced, derived } = firstScore();
    expect(derived).toBeCloseTo(traced, 4);
  });

  it("gives those of an earlier update, and leaves its snapshot as it is", async () => {
    await page.train();
    await page.show({ weightsOf: { step: 0 } });
    await page.send({ type: "readParameters", weightsOf: { step: 0 } });
    page.latest("parameters")?.values.fill(0);
    await page.send({ type: "readParameters", weightsOf: { step: 0 } });
    expect(page.latest("parameters")?.step).toBe(0);
    const { traced, derived } = firstScore();
    expect(derived).toBeCloseTo(traced, 4);
  });

  it("gives those on the stage after the run has thinned out their snapshot", async () => {
    const kept = (): readonly number[] => page.latest("snapshots")?.steps ?? [];
    const step = 1;
    await page.step(2);
    await page.show({ weightsOf: { step } });
    while (kept().includes(step)) await page.step(); // each update adds a snapshot
    await page.send({ type: "readParameters", weightsOf: { step } });
    expect(page.latest("parameters")?.step).toBe(page.latest("trace")?.trace.trainedSteps);
    const { traced, derived } = firstScore();
    expect(derived).toBeCloseTo(traced, 4);
  });

  it("leaves the model as it is", async () => {
    await page.send({ type: "readParameters", weightsOf: "present" });
    const before = page.latest("parameters")?.values.slice();
    page.latest("parameters")?.values.fill(0);
    await page.send({ type: "readParameters", weightsOf: "present" });
    expect(page.latest("parameters")?.values).toEqual(before);
  });
});

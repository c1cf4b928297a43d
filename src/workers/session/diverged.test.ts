/** A run whose weights have grown until they are no numbers: nothing that is not finite reaches the page. */
import { beforeAll, describe, expect, it } from "vitest";
import { isAllFinite } from "../../engine/results/finite";
import type { Arithmetic } from "../../engine/training/learner";
import { PATHS } from "../../testing/keptSession";
import { SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;

/** A run of two good updates, and one that makes weights infinite. */
async function openDiverged(): Promise<TestSession> {
  const session = new TestSession(arithmetic);
  await session.configure();
  await session.step(2);
  await session.send({
    type: "adjust",
    config: { ...SMALL, learningRate: 1e38, clipNorm: 1e30 },
  });
  await session.train();
  expect(session.latest("stopped")?.reason).toBe("diverged");
  return session;
}

describe.each(PATHS)("a run that has diverged, %s", (_path, start) => {
  beforeAll(async () => {
    arithmetic = await start();
  });

  it("shows its newest finite weights, and names their update", async () => {
    const session = await openDiverged();
    session.events.length = 0;
    await session.type("abc");
    const trace = session.latest("trace")?.trace;
    expect(trace?.source.map(({ text }) => text)).toEqual(["a", "b", "c", "<eos>"]);
    expect(trace?.trainedSteps).toBe(2);
    expect(trace?.show.weightsOf).toEqual({ step: 2 });
    await session.send({ type: "readParameters", weightsOf: { step: 2 } });
    expect(session.latest("parameters")?.step).toBe(2);
  });

  it("sends no number that is not finite, except the loss that ended it", async () => {
    const session = await openDiverged();
    const { runId } = session.info;
    await session.send({ type: "readParameters", weightsOf: "present" });
    await session.send({ type: "batch", runId, rows: 2, off: [] });
    await session.send({ type: "walkUpdate" });
    const odd = session.events
      .filter(({ type }) => type !== "progress")
      .filter((event) => !isAllFinite(event));
    expect(odd).toEqual([]);
    expect(session.of("trace").length).toBeGreaterThan(2);
  });

  it("is not saved as a file that nobody could open", async () => {
    const session = await openDiverged();
    await session.send({ type: "adjust", config: SMALL });
    await session.send({ type: "saveModel" });
    expect(session.of("modelSaved")).toEqual([]);
    expect(session.latest("modelRefused")?.problem).toMatchObject({
      kind: "badTensor",
      fault: "notFinite",
    });
  });
});

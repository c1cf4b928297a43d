/** Training through the session: its end, its reports, and commands during it. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: TestSession;

describe("training", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(() => {
    session = new TestSession(arithmetic);
  });

  it("trains to the step cap, reports the loss of every step once, and evaluates at 0, 50 and 100", async () => {
    await session.configure();
    await session.train();
    expect(session.latest("stopped")?.reason).toBe("cap");
    const steps = session.of("progress").flatMap(({ losses }) => losses.map(({ step }) => step));
    expect(steps).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(session.of("evaluation").map(({ evaluation }) => evaluation.step)).toEqual([0, 50, 100]);
    expect(session.of("trace").at(-1)?.trace.trainedSteps).toBe(100);
  });

  it("pauses before the next step, even where the pause arrives during a report", async () => {
    await session.configure();
    const stopped = session.next("stopped");
    const progressed = new Promise<number>((resolve) => {
      session.listen((event) => {
        if (event.type !== "progress") return;
        void session.send({ type: "pause" });
        resolve(event.losses.at(-1)?.step ?? 0);
      });
    });
    await session.send({ type: "train" });
    const stepAtPause = await progressed;
    await stopped;
    expect(session.latest("stopped")?.reason).toBe("paused");
    expect(session.latest("progress")?.losses.at(-1)?.step).toBe(stepAtPause);
    expect(session.latest("evaluation")?.evaluation.step).toBe(stepAtPause);
  });

  it("gives the same loss curve for the same seed", async () => {
    const curves: number[][] = [];
    for (let i = 0; i < 2; i++) {
      await session.configure({ ...SMALL, maxSteps: 50, forcing: 0.5 });
      session.events.length = 0;
      await session.train();
      curves.push(session.losses);
    }
    expect(curves[0]).toHaveLength(50);
    expect(curves[1]).toEqual(curves[0]);
  });

  it("stops with a reason when the loss is no longer a number", async () => {
    // One step of this size makes half the weights infinite, and with them the loss.
    await session.configure();
    await session.send({
      type: "adjust",
      config: { ...SMALL, learningRate: 1e38, clipNorm: 1e30 },
    });
    await session.train();
    expect(session.latest("stopped")?.reason).toBe("diverged");
  });

  it("trains as many steps again after the step cap", async () => {
    await session.configure({ ...SMALL, maxSteps: 50 });
    for (const end of [50, 100]) {
      await session.train();
      expect(session.latest("progress")?.losses.at(-1)?.step).toBe(end);
    }
  });

  it("ignores a single step during training", async () => {
    await session.configure({ ...SMALL, maxSteps: 50 });
    const stopped = session.next("stopped");
    await session.send({ type: "train" });
    await session.step();
    await session.type("abc");
    expect(session.latest("trace")?.trace.trainedSteps).toBeLessThan(50); // the command did not wait for training to end
    await stopped;
    expect(session.latest("stopped")?.reason).toBe("cap");
  });
});

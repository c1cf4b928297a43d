/** The traces during training: fed the expected answer, and again as the student's Show says after it. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Trace } from "../../engine/results/trace";
import { GREEDY } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: TestSession;

/** The traces until training ends; the last one comes after it. */
async function tracesOfTraining(): Promise<readonly Trace[]> {
  session.events.length = 0;
  await session.train();
  return session.of("trace").map(({ trace }) => trace);
}

const feedingsOf = (traces: readonly Trace[]): string[] => traces.map(({ show }) => show.feeding);

describe("the rows of the map during training", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(async () => {
    session = new TestSession(arithmetic);
    await session.configure({ ...SMALL, maxSteps: 20 });
  });

  it("are those of the expected answer, and each trace says so; then the student's own Show is decoded again", async () => {
    const traces = await tracesOfTraining();
    const [own, ...training] = traces.toReversed();
    expect(own?.show.feeding).toBe("own");
    expect(own?.trainedSteps).toBe(20);
    expect(new Set(feedingsOf(training))).toEqual(new Set(["truth"]));
    for (const { steps, expected, ending } of training) {
      expect(steps).toHaveLength(expected?.length ?? 0);
      expect(ending).toBe("truth");
    }
  });

  it("say of which update they are, from update 0 on, with 40 updates between them at most", async () => {
    await session.configure({ ...SMALL, maxSteps: 100 });
    const traces = await tracesOfTraining();
    const updates = traces.map(({ trainedSteps }) => trainedSteps);
    expect(updates.toSorted((a, b) => a - b)).toEqual(updates);
    expect([updates[0], updates.at(-1)]).toEqual([0, 100]);
    const gaps = updates.slice(1).map((update, i) => update - (updates[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(40);
  });

  it("are the model's own where the student has chosen so, until the student changes it back", async () => {
    await session.send({ type: "watchTraining", view: { pace: 1, rows: "shown" } });
    expect(new Set(feedingsOf(await tracesOfTraining()))).toEqual(new Set(["own"]));
    await session.send({ type: "watchTraining", view: { pace: 1, rows: "expected" } });
    expect(feedingsOf(await tracesOfTraining())).toContain("truth");
  });

  it("are the beam's where the student watches a beam", async () => {
    await session.show({ choosing: { ...GREEDY, method: "beam" } });
    const traces = await tracesOfTraining();
    expect(new Set(traces.map(({ decoding }) => decoding.kind))).toEqual(new Set(["beam"]));
  });

  it("hold for an example that the student chooses during training", async () => {
    const shown = new Promise<Trace>((resolve) => {
      session.listen((event) => {
        if (event.type !== "trace") return;
        const { example } = event.trace.show;
        if (example.kind === "heldOut" && example.index === 1) resolve(event.trace);
        else if (event.trace.show.feeding === "truth")
          void session.show({ example: { kind: "heldOut", index: 1 } });
      });
    });
    await session.train();
    const trace = await shown;
    expect(trace.trainedSteps).toBeLessThan(20);
    expect(trace.show.feeding).toBe("truth");
  });
});

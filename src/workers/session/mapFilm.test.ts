/** The session shows the map of an example at the kept updates of a run. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MapFilm } from "../../engine/results/mapFilm";
import { INITIAL_SHOW, type Show } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: TestSession;

async function ask(
  steps: readonly number[],
  show: Show = INITIAL_SHOW,
): Promise<MapFilm | undefined> {
  await session.send({ type: "maps", runId: session.info.runId, show, steps });
  return session.latest("maps")?.film;
}

describe("the maps of earlier updates", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(async () => {
    session = new TestSession(arithmetic);
    await session.configure({ ...SMALL, maxSteps: 20 });
  });

  it("are those that the stage shows at these updates, fed the truth", async () => {
    await session.step(3);
    const film = await ask([0, 2]);
    expect(film?.frames.map(({ step }) => step)).toEqual([0, 2]);
    for (const { step, weights } of film?.frames ?? []) {
      await session.show({ feeding: "truth", weightsOf: { step } });
      const rows = session.latest("trace")?.trace.steps.map(({ attention }) => attention?.weights);
      expect(rows?.flatMap((row) => Array.from(row ?? []))).toEqual(Array.from(weights.data));
    }
  });

  it("have rows that sum to 1, and an entropy between 0 and ln S", async () => {
    await session.step(2);
    const film = await ask([0, 1, 2]);
    const S = film?.source.length ?? 0;
    for (const { weights, entropy } of film?.frames ?? []) {
      expect(weights.columns).toBe(S);
      const total = weights.data.reduce((sum, weight) => sum + weight, 0);
      expect(total).toBeCloseTo(weights.rows, 4);
      expect(entropy.even).toBeCloseTo(Math.log(S), 12);
      expect(entropy.mean).toBeGreaterThan(0);
      expect(entropy.mean).toBeLessThanOrEqual(entropy.even + 1e-6);
    }
  });

  it("do not have the edits of the stage", async () => {
    await session.step();
    const plain = await ask([0]);
    const edited = await ask([0], { ...INITIAL_SHOW, edits: [{ kind: "hide", position: 0 }] });
    expect(edited?.frames).toEqual(plain?.frames);
  });

  it("are none without attention", async () => {
    await session.configure({ ...SMALL, attention: "none" });
    await session.step();
    expect((await ask([0, 1]))?.frames).toEqual([]);
  });

  it("each evaluation measures the entropy of the attention, and none without it", async () => {
    await session.step();
    const measured = session.latest("evaluation")?.evaluation.entropy;
    expect(measured?.even).toBeGreaterThan(measured?.mean ?? Infinity);
    await session.configure({ ...SMALL, attention: "none" });
    await session.step();
    expect(session.latest("evaluation")?.evaluation.entropy).toBeNull();
  });
});

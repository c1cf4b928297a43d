/** A run keeps the weights of its best evaluation, and can go on from them after it has become worse. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Evaluation } from "../../engine/results/history";
import type { Arithmetic } from "../../engine/training/learner";
import { openRunStore } from "../../storage/runs";
import { KEPT, keeps, KeptSession } from "../../testing/keptSession";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { shippedModel, SMALL, type TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: KeptSession;

/** The bytes of the present weights, as a file has them. */
async function weightsOf(page: TestSession): Promise<Uint8Array> {
  return new Uint8Array(await (await page.save()).arrayBuffer());
}

/** The answers to all held-out examples. */
async function answersOf(page: TestSession): Promise<readonly string[]> {
  const evaluated = new Promise<readonly string[]>((resolve) => {
    page.listen((event) => {
      if (event.type === "evaluating" && event.stage.kind === "done")
        resolve(event.stage.report.examples.map(({ answer }) => answer));
    });
  });
  await page.send({ type: "evaluate" });
  return evaluated;
}

/** Makes an update so large that it makes any model worse. */
async function stepBadly(page: TestSession): Promise<void> {
  await page.send({ type: "adjust", config: { ...SMALL, learningRate: 1 } });
  await page.step();
  await page.send({ type: "adjust", config: SMALL });
}

function evaluationsOf(page: TestSession): readonly Evaluation[] {
  return page.of("evaluation").map(({ evaluation }) => evaluation);
}

describe("the best weights of a run", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    session = new KeptSession(arithmetic);
  });

  it("are those of the evaluation with the highest exact match, or the lowest held-out loss of equals", async () => {
    await session.configure(SMALL);
    expect(session.info.best).toBeNull();
    await session.step(2);
    await stepBadly(session);
    const evaluations = evaluationsOf(session);
    expect(evaluations.map(({ step }) => step)).toEqual([1, 2, 3]);
    const [first, best, last] = evaluations.map(({ heldOutLoss }) => heldOutLoss ?? Number.NaN);
    expect(best).toBeLessThan(first ?? 0);
    expect(best).toBeLessThan(last ?? 0);
    expect(session.of("best").map((event) => event.best.step)).toEqual([1, 2]);
    expect(session.latest("best")?.best).toMatchObject({ step: 2, heldOutLoss: best });
  });

  it("come back with exactly their answers and their history, and undo returns to the last ones", async () => {
    await session.configure(SMALL);
    await session.step(2);
    const best = { weights: await weightsOf(session), answers: await answersOf(session) };
    await stepBadly(session);
    const { runId } = session.info;
    const worse = { weights: await weightsOf(session), runId };
    expect(worse.weights).not.toEqual(best.weights);

    await session.send({ type: "useBest" });
    expect(session.info).toMatchObject({
      weights: "best",
      step: 2,
      undo: { runId },
    });
    expect(session.info.losses).toHaveLength(2);
    expect(session.info.evaluations.map(({ step }) => step)).toEqual([1, 2]);
    expect(session.info.best?.step).toBe(2);
    expect(session.latest("snapshots")?.steps).toEqual([0, 1, 2]);
    expect(session.latest("trace")?.trace.trainedSteps).toBe(2);
    expect(await weightsOf(session)).toEqual(best.weights);
    expect(await answersOf(session)).toEqual(best.answers);

    await session.send({ type: "undo" });
    expect(session.info).toMatchObject({ runId: worse.runId, step: 3 });
    expect(session.info.best?.step).toBe(2);
    expect(await weightsOf(session)).toEqual(worse.weights);
  });

  it("can be trained further", async () => {
    await session.configure(SMALL);
    await session.step(2);
    await stepBadly(session);
    await session.send({ type: "useBest" });
    await session.step(1);
    expect(session.latest("progress")?.losses.at(-1)?.step).toBe(3);
    expect(session.latest("evaluation")?.evaluation.step).toBe(3);
  });

  it("change nothing where they are the present ones, or where there are none", async () => {
    await session.configure(SMALL);
    await session.send({ type: "useBest" }); // not evaluated yet
    await session.step(2);
    await session.send({ type: "useBest" });
    expect(session.of("ready")).toHaveLength(1);
    session.loadBaked = async (config) => shippedModel(config);
    await session.configure(SMALL, "baked");
    expect(session.info.best).toBeNull();
    await session.send({ type: "useBest" });
    expect(session.of("ready")).toHaveLength(2);
  });

  it("survive a reload", async () => {
    await session.resume();
    await session.step(1);
    const best = await weightsOf(session);
    await session.send({ type: "adjust", config: { ...KEPT, learningRate: 1 } });
    await session.step(1);
    await session.send({ type: "adjust", config: KEPT });
    await session.step(1);
    await keeps(3);
    const after = new KeptSession(arithmetic);
    await after.resume();
    expect(after.info).toMatchObject({ weights: "kept", step: 3, best: { step: 1 } });
    await after.send({ type: "useBest" });
    expect(after.info).toMatchObject({ weights: "best", step: 1 });
    expect(await weightsOf(after)).toEqual(best);
  });

  it("are missing in a record of an earlier version, which continues all the same", async () => {
    await session.resume();
    await session.step(2);
    await keeps(2);
    const { best, ...record } = (await openRunStore("tab").read()) as Record<string, unknown>;
    expect(best).toBeDefined();
    const evaluations = record.evaluations as readonly Evaluation[];
    const older = evaluations.map(
      ({ step, examples, exactMatch, tokenAccuracy, alignmentError }) => ({
        step,
        examples,
        exactMatch,
        tokenAccuracy,
        alignmentError,
      }),
    );
    await openRunStore("tab").write({ ...record, evaluations: older });
    const after = new KeptSession(arithmetic);
    await after.resume();
    expect(after.info).toMatchObject({ weights: "kept", step: 2, best: null });
    expect(after.info.evaluations).toEqual(older);
    await after.step(1);
    expect(after.latest("best")?.best.step).toBe(3);
  });
});

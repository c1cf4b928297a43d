/** The session measures exposure bias: the numbers of the engine, part by part, while the run trains on. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runAsyncToEnd } from "../../engine/chunks";
import { type ExposureReport, scoreInjection } from "../../engine/results/exposure";
import { initialParameters } from "../../engine/setup/learnedParameters";
import { modelShape } from "../../engine/setup/modelShape";
import { createRandom } from "../../engine/rng";
import { reverse } from "../../engine/tasks/reverse";
import { heldOutExamples } from "../../engine/training/evaluation";
import { forcedAndFree } from "../../engine/training/exposure";
import { injectWrongToken } from "../../engine/training/injection";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { shippedModel, SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: TestSession;

const reports = (): ExposureReport[] => session.of("exposure").map(({ report }) => report);
const isComplete = ({ done, total }: ExposureReport): boolean => done === total;

/** Resolves with the first complete report. */
async function measured(steps: readonly number[] = []): Promise<ExposureReport> {
  const complete = new Promise<ExposureReport>((resolve) => {
    session.listen((event) => {
      if (event.type === "exposure" && isComplete(event.report)) resolve(event.report);
    });
  });
  await session.send({ type: "exposure", runId: session.info.runId, steps });
  return complete;
}

describe("exposure bias of a session's run", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(() => {
    session = new TestSession(arithmetic);
  });

  it("has the numbers of the engine for the same weights", async () => {
    session.loadBaked = async (config) => shippedModel(config);
    await session.configure(SMALL, "baked");
    const report = await measured();
    const { size } = reverse.sourceVocabulary;
    const shape = modelShape(SMALL, size, reverse.targetVocabulary.size);
    const predictor = arithmetic.predictor(shape, initialParameters(shape, createRandom(99)));
    const model = { task: reverse, shape, predictor };
    const heldOut = heldOutExamples(reverse);
    const byPosition = await runAsyncToEnd(forcedAndFree(model, heldOut));
    expect(report).toMatchObject({ step: 777, examples: heldOut.length });
    expect(report.moments).toEqual([{ step: 777, byPosition }]);
    const longest = Math.max(...heldOut.map(({ target }) => target.length));
    expect(report.injections.map(({ position }) => position)).toEqual(
      Array.from({ length: longest }, (_, i) => i + 1),
    );
    for (const position of [1, longest]) {
      const injected = await runAsyncToEnd(injectWrongToken(model, heldOut, position));
      const found = report.injections[position - 1];
      expect(found).toEqual(scoreInjection(injected));
      expect((found?.atOnce ?? 0) + (found?.later ?? 0) + (found?.never ?? 0)).toBe(
        injected.examples,
      );
      expect(found?.atOnce).toBe(injected.after[0]?.recovered);
    }
    predictor.dispose();
  });

  it("comes part by part, the earlier updates last and sorted", async () => {
    await session.configure(SMALL);
    await session.step(3);
    await measured([0, 2, 3]);
    expect(reports().map(({ done }) => done)).toEqual(reports().map((_, i) => i + 1));
    expect(reports().map(({ moments }) => moments.length)[0]).toBe(1);
    expect(
      reports()
        .at(-1)
        ?.moments.map(({ step }) => step),
    ).toEqual([0, 2, 3]);
  });

  it("is of the update at its start, and training goes on as without it", async () => {
    const other = new TestSession(arithmetic);
    for (const each of [session, other]) await each.configure(SMALL);
    const report = measured();
    for (const each of [session, other]) await each.step(3);
    expect((await report).step).toBe(0);
    expect(session.losses).toEqual(other.losses);
  });

  it("ends with a newer one, and with the run", async () => {
    await session.configure(SMALL);
    const { runId } = session.info;
    await session.send({ type: "exposure", runId, steps: [] });
    await measured();
    expect(reports().filter(isComplete)).toHaveLength(1);
    await session.send({ type: "exposure", runId, steps: [] });
    await session.send({ type: "reset" });
    const before = reports().length;
    await measured(); // of the new run
    const late = session.of("exposure").slice(before);
    expect(late.every((event) => event.runId === session.info.runId)).toBe(true);
  });
});

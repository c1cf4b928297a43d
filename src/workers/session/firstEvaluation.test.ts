/** An opened model is judged at once, and nobody waits for it. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reverse } from "../../engine/tasks/reverse";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { shippedModel, SMALL, TestSession } from "../../testing/testSession";
import { breathe } from "../breathe";
import { FirstEvaluation } from "./firstEvaluation";
import { RunMaker } from "../run/run";

let arithmetic: Arithmetic;
let session: TestSession;
let file: Blob; // of a model after one step

/** The steps of evaluations of the run that came to the fore last. */
const judged = (): number[] =>
  session
    .of("evaluation")
    .filter(({ runId }) => runId === session.info.runId)
    .map(({ evaluation }) => evaluation.step);

beforeAll(async () => {
  arithmetic = await startNodeArithmetic();
});

describe("opening a model", () => {
  beforeEach(async () => {
    session = new TestSession(arithmetic);
    await session.configure();
    await session.step();
    file = await session.save();
  });

  it("evaluates it once", async () => {
    const measured = session.latest("evaluation")?.evaluation;
    const evaluated = session.next("evaluation");
    await session.open(file);
    await evaluated;
    const { runId } = session.info;
    expect(session.latest("evaluation")).toEqual({
      type: "evaluation",
      runId,
      evaluation: measured,
    });
    await session.send({ type: "undo" });
    await session.send({ type: "undo" });
    expect(session.info.evaluations).toEqual([measured]);
    expect(judged()).toEqual([1]);
  });

  it("answers other commands meanwhile, and goes on", async () => {
    const evaluated = session.next("evaluation");
    await session.open(file);
    await session.type("abc");
    expect(session.latest("trace")).toMatchObject({ runId: session.info.runId });
    expect(session.latest("trace")?.trace.show.example).toEqual({ kind: "typed", text: "abc" });
    expect(judged()).toEqual([]); // that was in time
    await evaluated;
    expect(judged()).toEqual([1]);
  });

  it("gives way to training, which evaluates for itself", async () => {
    await session.open(file);
    expect(judged()).toEqual([]);
    await session.train();
    expect(judged()).toEqual([1, 50, 100]);
  });

  it("gives way to a step by hand", async () => {
    await session.open(file);
    await session.step();
    await session.send({ type: "pause" });
    expect(judged()).toEqual([2]);
  });

  it("ends with the run, and begins anew when that comes back", async () => {
    await session.open(file);
    await session.send({ type: "undo" });
    const { runId } = session.info;
    await session.configure({ ...SMALL, hiddenSize: 16 });
    await session.send({ type: "undo" });
    expect(session.info.runId).toBe(runId);
    const before = session.of("evaluation").length;
    await session.open(file);
    await session.send({ type: "undo" });
    const evaluated = session.next("evaluation");
    await session.send({ type: "undo" });
    await evaluated;
    expect(session.of("evaluation")).toHaveLength(before + 1);
    expect(judged()).toEqual([1]);
  });
});

describe("a model that was not opened", () => {
  it("is not judged at once: it is new, or was judged when it was trained", async () => {
    const make = new RunMaker(() => arithmetic);
    const judgedSteps: number[] = [];
    const first = new FirstEvaluation({
      breathe,
      evaluated: (_, { step }) => judgedSteps.push(step),
    });
    const trained = { parameters: shippedModel(SMALL).parameters, steps: 7 };
    const kept = { config: SMALL, vocabularies: "", trained, losses: [], evaluations: [] };
    const others = [
      make.fresh(reverse, SMALL),
      make.baked(reverse, SMALL, shippedModel(SMALL)),
      make.resumed(reverse, kept),
    ];
    for (const run of others) await first.start(run);
    expect(judgedSteps).toEqual([]);
    const opened = { ...make.resumed(reverse, kept), weights: "opened" } as const;
    await first.start(opened);
    expect(judgedSteps).toEqual([7]);
    for (const run of [...others, opened]) run.model.dispose();
  });
});

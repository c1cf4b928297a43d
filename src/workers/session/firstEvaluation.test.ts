/** An opened model is evaluated at once, and other commands do not wait for that. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reverse } from "../../engine/tasks/reverse";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { shippedModel, SMALL, TestSession } from "../../testing/testSession";
import { yieldToMessages } from "../yieldToMessages";
import { FirstEvaluation } from "./firstEvaluation";
import { RunMaker } from "../run/run";

let arithmetic: Arithmetic;
let session: TestSession;
let file: Blob; // of a model after one step

/** The evaluated steps of the active run. */
const evaluatedSteps = (): number[] =>
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
    await session.send({ type: "redo" });
    expect(session.info.evaluations).toEqual([measured]);
    expect(evaluatedSteps()).toEqual([1]);
  });

  it("answers other commands during the evaluation", async () => {
    const evaluated = session.next("evaluation");
    await session.open(file);
    await session.type("abc");
    expect(session.latest("trace")).toMatchObject({ runId: session.info.runId });
    expect(session.latest("trace")?.trace.show.example).toEqual({ kind: "typed", text: "abc" });
    expect(evaluatedSteps()).toEqual([]); // the evaluation is still running
    await evaluated;
    expect(evaluatedSteps()).toEqual([1]);
  });

  it("stops the evaluation when training starts, which evaluates by itself", async () => {
    await session.open(file);
    expect(evaluatedSteps()).toEqual([]);
    await session.train();
    expect(evaluatedSteps()).toEqual([1, 50, 100]);
  });

  it("stops the evaluation for a single step", async () => {
    await session.open(file);
    await session.step();
    await session.send({ type: "pause" });
    expect(evaluatedSteps()).toEqual([2]);
  });

  it("stops the evaluation when another run becomes active, and starts it again after undo", async () => {
    await session.open(file);
    const { runId } = session.info;
    await session.configure({ ...SMALL, hiddenSize: 16 });
    await session.send({ type: "undo" });
    expect(session.info.runId).toBe(runId);
    const before = session.of("evaluation").length;
    await session.open(file);
    await session.send({ type: "undo" });
    const evaluated = session.next("evaluation");
    await session.send({ type: "redo" });
    await evaluated;
    expect(session.of("evaluation")).toHaveLength(before + 1);
    expect(evaluatedSteps()).toEqual([1]);
  });
});

describe("a model that was not opened", () => {
  it("is not evaluated at once, because it is new or has been evaluated in training", async () => {
    const make = new RunMaker(() => arithmetic);
    const evaluatedAtOnce: number[] = [];
    const first = new FirstEvaluation({
      yieldToMessages,
      evaluated: async (_, { step }) => void evaluatedAtOnce.push(step),
    });
    const trained = { parameters: shippedModel(SMALL).parameters, steps: 7 };
    const kept = {
      config: SMALL,
      vocabularies: "",
      trained,
      losses: [],
      evaluations: [],
      best: null,
    };
    const others = [
      make.fresh(reverse, SMALL),
      make.baked(reverse, SMALL, shippedModel(SMALL)),
      make.resumed(reverse, kept),
    ];
    for (const run of others) await first.start(run);
    expect(evaluatedAtOnce).toEqual([]);
    const opened = { ...make.resumed(reverse, kept), weights: "opened" } as const;
    await first.start(opened);
    expect(evaluatedAtOnce).toEqual([7]);
    for (const run of [...others, opened]) run.model.dispose();
  });
});

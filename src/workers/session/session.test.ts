/** The session's runs: which run becomes active, and undo. */
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "../../testing/eventually";
import { INITIAL_SHOW } from "../../engine/show";
import { withTask } from "../../engine/tasks/difficulty";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { shippedModel, SMALL, TestSession } from "../../testing/testSession";
import { yieldToMessages } from "../yieldToMessages";

let arithmetic: Arithmetic;
let session: TestSession;

describe("session", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(() => {
    session = new TestSession(arithmetic);
  });

  it("answers configure with the run and a trace of the first held-out example", async () => {
    const info = await session.configure();
    expect(info).toMatchObject({
      weights: "fresh",
      step: 0,
      undo: null,
      redo: null,
      heldOutExamples: 256,
      losses: [],
    });
    expect(session.latest("trace")?.runId).toBe(info.runId);
    expect(session.latest("trace")?.trace.show.example).toEqual({
      kind: "heldOut",
      index: 0,
    });
  });

  it("shows a shipped model, and trains fresh weights in its place", async () => {
    session.loadBaked = async (wanted) => shippedModel(wanted);
    const trained = await session.configure(SMALL, "baked");
    expect(trained).toMatchObject({ weights: "baked", step: 777 });
    await session.step();
    expect(session.info).toMatchObject({
      weights: "fresh",
      step: 0,
      undo: { runId: trained.runId, weights: "baked", step: 777, config: SMALL },
    });
    expect(session.latest("progress")?.losses.map(({ step }) => step)).toEqual([1]);
    await session.send({ type: "undo" });
    expect(session.info).toMatchObject({
      runId: trained.runId,
      weights: "baked",
      step: 777,
    });
  });

  it("takes fresh weights where the shipped model cannot be read, and reports that", async () => {
    session.loadBaked = () => Promise.reject(new Error("HTTP 404"));
    expect((await session.configure(SMALL, "baked")).weights).toBe("fresh");
    expect(session.latest("failed")?.failure).toMatchObject({
      kind: "bakedMissing",
      task: "reverse",
    });
  });

  it("resets to the same fresh weights, and undoes the reset", async () => {
    const first = await session.configure();
    await session.step();
    const loss = session.latest("progress")?.losses[0]?.loss;
    await session.send({ type: "reset" });
    expect(session.info).toMatchObject({ step: 0, losses: [], undo: { step: 1 } });
    await session.step();
    expect(session.latest("progress")?.losses[0]?.loss).toBe(loss);
    await session.send({ type: "undo" });
    expect(session.info).toMatchObject({ runId: first.runId, step: 1 });
  });

  it("shows nothing of another task until the page chooses an example", async () => {
    await session.configure();
    await session.configure(withTask(SMALL, "copy"));
    const traces = session.of("trace").length;
    await session.send({ type: "undo" });
    expect(session.latest("ready")?.isShown).toBe(false);
    expect(session.of("trace")).toHaveLength(traces);
    await session.show({});
    expect(session.of("trace")).toHaveLength(traces + 1);
    await session.send({ type: "reset" });
    expect(session.latest("ready")?.isShown).toBe(true);
    expect(session.of("trace")).toHaveLength(traces + 2);
  });

  it("answers every request with done, whatever its outcome", async () => {
    await session.send({ type: "saveModel" }); // there is no model yet
    const pairs = { ...SMALL, task: "pairs" } as const;
    await session.send({ type: "configure", config: pairs, weights: "fresh", show: INITIAL_SHOW });
    await session.configure();
    await session.send({ type: "undo" });
    await session.type("?");
    await session.send({ type: "evaluate" });
    await session.send({ type: "stopEvaluating" });
    await eventually(() => expect(session.of("done")).toHaveLength(session.lastRequest));
    const done = session.of("done").map(({ requestId }) => requestId);
    expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("changes only the fields of a run that apply during training", async () => {
    await session.configure();
    await session.send({
      type: "adjust",
      config: { ...SMALL, hiddenSize: 16, learningRate: 0.01 },
    });
    await session.send({ type: "reset" });
    expect(session.info.config).toEqual({ ...SMALL, learningRate: 0.01 });
  });

  it("undoes two changes and redoes them, and a new run ends redo", async () => {
    const sizes = [4, 8, 16];
    for (const hiddenSize of sizes) await session.configure({ ...SMALL, hiddenSize });
    const trail = [];
    for (const type of ["undo", "undo", "undo", "redo", "redo", "redo", "undo"] as const) {
      await session.send({ type });
      const { config, undo, redo } = session.info;
      trail.push([undo, { config }, redo].map((run) => run?.config.hiddenSize ?? null));
    }
    expect(trail).toEqual([
      [4, 8, 16],
      [null, 4, 8],
      [null, 4, 8], // nothing is left to undo
      [4, 8, 16],
      [8, 16, null],
      [8, 16, null],
      [4, 8, 16],
    ]);
    await session.send({ type: "reset" });
    expect(session.info).toMatchObject({ undo: { config: { hiddenSize: 8 } }, redo: null });
  });

  it("holds no more tensors after many runs than after three", async () => {
    for (let i = 0; i < 3; i++) await session.configure();
    const before = memory().numTensors;
    for (let i = 0; i < 3; i++) await session.configure();
    await session.send({ type: "undo" });
    await session.send({ type: "reset" });
    expect(memory().numTensors).toBe(before);
  });

  it("reports a loss that shows in the next task in place of the failure that follows from it", async () => {
    let isThere = true;
    const lost: Arithmetic = {
      ...arithmetic,
      learner: () => {
        void yieldToMessages().then(() => (isThere = false));
        throw new Error("Failed to compile fragment shader.");
      },
    };
    session = new TestSession(lost, { isDeviceThere: () => isThere });
    await session.send({ type: "configure", config: SMALL, weights: "fresh", show: INITIAL_SHOW });
    expect(session.of("failed").map(({ failure }) => failure.kind)).toEqual(["backendLost"]);
  });
});

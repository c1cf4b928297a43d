/** The session saves, opens and refuses model files. */
import { readFileSync } from "node:fs";
import { memory } from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readCheckpoint } from "../../engine/files/checkpoint";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { writeModelFile } from "../../engine/files/modelFile";
import { modelShape } from "../../engine/setup/modelShape";
import { FILE_LIMIT, openSafetensors } from "../../engine/files/safetensors";
import { GREEDY, INITIAL_SHOW } from "../../engine/show";
import { withTask } from "../../engine/tasks/difficulty";
import type { Arithmetic } from "../../engine/training/learner";
import { damages } from "../../testing/fileDamage";
import { savedModel } from "../../testing/modelFiles";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { pairsOf, shippedModel, SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: TestSession;

/** The id of the run whose model decodes. */
async function decodingRun(): Promise<number | undefined> {
  const example = { kind: "heldOut", index: 1 } as const;
  await session.show({ example });
  return session.latest("trace")?.runId;
}

async function give(inspection: number, pairs: string): Promise<void> {
  await session.inspectPairs(inspection, pairs);
  await session.usePairs(inspection);
}

describe("session and model files", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(() => {
    session = new TestSession(arithmetic);
  });

  it("opens a file it saved: the answers are the same, and training continues from there", async () => {
    const before = await session.configure({ ...SMALL, cell: "lstm", layers: 2 });
    await session.show({ choosing: { ...GREEDY, method: "beam" } });
    await session.step();
    await session.type("abc");
    const trace = session.latest("trace")?.trace;
    const file = await session.save();
    expect(session.latest("modelSaved")?.fileName).toBe("reverse-additive-1-steps.safetensors");
    await session.configure();
    await session.open(file);
    const { info } = session;
    expect(info).toMatchObject({
      weights: "opened",
      step: 1,
      losses: [],
      undo: { weights: "fresh", step: 0 },
    });
    expect(info.config).toEqual(before.config);
    expect(session.latest("trace")?.trace).toEqual({ ...trace, runId: info.runId });
    await session.step();
    expect(session.latest("progress")?.losses.map(({ step }) => step)).toEqual([2]);
    await session.send({ type: "undo" });
    expect(session.info).toMatchObject({ weights: "fresh", step: 0 });
    await session.send({ type: "redo" });
    expect(session.info).toMatchObject({ weights: "opened", step: 2 });
  });

  it("trains an opened model to the next multiple of the step cap, even where it has reached its target", async () => {
    await session.configure();
    const { sourceTokens, targetTokens } = savedModel();
    const trained = {
      ...DEFAULT_CONFIG,
      batchSize: 8,
      maxSteps: 50,
      targetMatch: 0.5,
    };
    const shape = modelShape(trained, sourceTokens.length, targetTokens.length);
    const shipped = openSafetensors(readFileSync("public/data/reverse-additive.safetensors"));
    const parameters = readCheckpoint(shape, shipped);
    const saved = {
      config: trained,
      sourceTokens,
      targetTokens,
      steps: 645,
      parameters,
    };
    await session.open(new Blob([writeModelFile(saved)]));
    await session.train();
    expect(session.latest("stopped")?.reason).toBe("cap");
    expect(session.of("evaluation").map(({ evaluation }) => evaluation.step)).toEqual([645, 650]);
    expect(session.of("evaluation")[0]?.evaluation.exactMatch).toBeGreaterThan(0.5);
  });

  it("saves a shipped model", async () => {
    session.loadBaked = async (wanted) => shippedModel(wanted);
    await session.configure(SMALL, "baked");
    await session.open(await session.save());
    expect(session.info).toMatchObject({ weights: "opened", step: 777 });
  });

  it("continues training while it reads a file that is not a model", async () => {
    await session.configure({ ...SMALL, maxSteps: 50 });
    const stopped = session.next("stopped");
    await session.send({ type: "train" });
    await session.open(new Blob(["not a model"]));
    expect(session.latest("modelRefused")?.problem.kind).toBe("notSafetensors");
    expect(session.of("stopped")).toEqual([]);
    await stopped;
    expect(session.latest("stopped")?.reason).toBe("cap");
  });

  it("refuses a model whose tokens differ from those of its task", async () => {
    await session.configure();
    const saved = savedModel();
    const targetTokens = [
      ...saved.targetTokens.slice(0, 4),
      ...saved.targetTokens.slice(4).toReversed(),
    ];
    await session.open(new Blob([writeModelFile({ ...saved, targetTokens })]));
    expect(session.latest("modelRefused")?.problem).toEqual({
      kind: "otherVocabulary",
      side: "target",
    });
    await session.open(
      new Blob([writeModelFile({ ...saved, config: withTask(saved.config, "dates") })]),
    );
    expect(session.latest("modelRefused")?.problem).toEqual({
      kind: "otherVocabulary",
      side: "source",
    });
    expect(session.of("ready")).toHaveLength(1);
  });

  it("opens a model of own pairs beside the same pairs, and trains it on", async () => {
    await give(1, pairsOf("eins"));
    const file = await session.save();
    await give(2, pairsOf("zwei"));
    await give(3, pairsOf("eins"));
    await session.configure(); // another task is active, the pairs are still loaded
    await session.open(file);
    expect(session.info).toMatchObject({ weights: "opened", sourceUnit: "word" });
    expect(session.info.heldOutExamples).toBeGreaterThan(0);
  });

  it("opens a model of own pairs without them: it decodes, and does not train", async () => {
    await give(1, pairsOf("eins"));
    await session.show({});
    const before = session.latest("trace")?.trace;
    const file = await session.save();
    for (const others of [true, false]) {
      session = new TestSession(arithmetic);
      await session.configure();
      if (others) await give(1, pairsOf("zwei"));
      await session.open(file);
      expect(session.info).toMatchObject({ weights: "opened", heldOutExamples: 0 });
      await session.show({});
      const trace = session.latest("trace")?.trace;
      expect(trace).toMatchObject({ source: before?.source, expected: null });
      const said = before?.steps.map(({ chosen }) => chosen);
      expect(trace?.steps.slice(0, said?.length).map(({ chosen }) => chosen)).toEqual(said);
      await session.step();
      await session.send({ type: "evaluate" });
      expect(session.of("progress")).toEqual([]);
      expect(session.of("evaluating")).toEqual([]);
      expect((await session.save()).size).toBe(file.size); // it names its example again
      await session.send({
        type: "configure",
        config: { ...session.info.config, hiddenSize: 16 },
        weights: "fresh",
        show: INITIAL_SHOW,
      });
      const failures = session.of("failed").map(({ failure }) => failure.kind);
      expect(failures).toEqual(others ? [] : ["pairsMissing"]);
    }
  });

  it("refuses a file that is too large without reading it, and a file that is gone", async () => {
    await session.configure();
    const huge = new Blob(["a"]);
    Object.defineProperty(huge, "size", { value: FILE_LIMIT + 1 });
    huge.arrayBuffer = () => Promise.reject(new Error("must not be read"));
    await session.open(huge);
    const gone = new Blob(["a"]);
    gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    await session.open(gone);
    expect(session.of("modelRefused").map(({ problem }) => problem.kind)).toEqual([
      "tooLarge",
      "unreadable",
    ]);
    expect(session.of("failed")).toEqual([]);
  });

  it("does not save a model whose weights are no longer numbers", async () => {
    await session.configure();
    await session.send({
      type: "adjust",
      config: { ...SMALL, learningRate: 1e38, clipNorm: 1e30 },
    });
    await session.step();
    await session.step();
    await session.send({ type: "saveModel" });
    expect(session.of("modelSaved")).toEqual([]);
    expect(session.latest("modelRefused")).toBeDefined();
  });

  it("keeps the active model whatever is wrong with a file", async () => {
    await session.configure();
    const file = writeModelFile(savedModel());
    await session.open(new Blob([file]));
    await session.open(new Blob([file])); // from now on the previous run has the same size
    const tensors = memory().numTensors;
    const outcomes = fc.asyncProperty(damages(file), async ({ make }) => {
      const before = await decodingRun();
      session.events.length = 0;
      await session.open(new Blob([make()]));
      const arrived = session.of("ready");
      expect(session.of("modelRefused").length + arrived.length).toBe(1);
      expect(session.of("failed")).toEqual([]);
      expect(await decodingRun()).toBe(arrived[0]?.info.runId ?? before);
      expect(memory().numTensors).toBe(tensors);
    });
    await fc.assert(outcomes, { numRuns: 150, seed: 20260101 });
  });
});

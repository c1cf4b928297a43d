/** The session in Node: commands in, events out, no Worker. */
import { readFileSync } from "node:fs";
import { memory } from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readCheckpoint } from "../engine/checkpoint";
import { type Config, DEFAULT_CONFIG } from "../engine/config";
import { DEFAULT_CORPUS_OPTIONS } from "../engine/corpus/report";
import { initialParameters } from "../engine/parameters";
import { modelShape } from "../engine/modelShape";
import { writeModelFile } from "../engine/modelFile";
import { createRandom } from "../engine/rng";
import { FILE_LIMIT, openSafetensors } from "../engine/safetensors";
import { withTask } from "../engine/tasks/difficulty";
import { reverse } from "../engine/tasks/reverse";
import { damages } from "../testing/fileDamage";
import { savedModel } from "../testing/modelFiles";
import type { Arithmetic } from "../engine/training/learner";
import { startNodeArithmetic } from "../testing/nodeBackend";
import { breathe } from "./breathe";
import { describeError } from "./describeError";
import type { Event } from "./protocol";
import type { BakedModel } from "./run";
import { createSession, type SessionCommand } from "./session";

const config: Config = {
  ...DEFAULT_CONFIG,
  hiddenSize: 8,
  embeddingSize: 4,
  batchSize: 8,
  maxSteps: 100,
};

function bakedModel(wanted: Config): BakedModel {
  const shape = modelShape(wanted, reverse.sourceVocabulary.size, reverse.targetVocabulary.size);
  const parameters = initialParameters(shape, createRandom(99));
  return { parameters, steps: 777, losses: [{ step: 777, loss: 0.5 }], evaluations: [] };
}

let arithmetic: Arithmetic;
let events: Event[] = [];
let send: (command: SessionCommand) => Promise<void>;
let baked: (wanted: Config) => Promise<BakedModel | null>;
let onEvent: (event: Event) => void;

function of<T extends Event["type"]>(type: T): Extract<Event, { type: T }>[] {
  return events.filter((event): event is Extract<Event, { type: T }> => event.type === type);
}

const latest = <T extends Event["type"]>(type: T) => of(type).at(-1);

/** Resolves when an event of this type comes. */
function next(type: Event["type"]): Promise<Event> {
  return new Promise((resolve) => {
    onEvent = (event) => {
      if (event.type === type) resolve(event);
    };
  });
}

async function ready(wanted: Config = config, weights: "baked" | "fresh" = "fresh") {
  await send({ type: "configure", config: wanted, weights });
  const info = latest("ready")?.info;
  if (!info) throw new Error("no ready event");
  return info;
}

function startSession(): void {
  events = [];
  onEvent = () => undefined;
  baked = async () => null;
  send = createSession({
    post: (event) => {
      events.push(event);
      onEvent(event);
    },
    loadBaked: (wanted) => baked(wanted),
    arithmetic: () => arithmetic,
    store: { read: async () => undefined, write: async () => {}, remove: async () => {} },
    breathe,
    now: () => performance.now(),
  });
}

describe("session", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(startSession);

  it("answers configure with the run and a trace of the first held-out example", async () => {
    const info = await ready();
    expect(info).toMatchObject({
      weights: "fresh",
      step: 0,
      canUndo: false,
      heldOutExamples: 256,
      losses: [],
    });
    expect(latest("trace")?.runId).toBe(info.runId);
    expect(latest("trace")?.example).toEqual({ kind: "heldOut", index: 0 });
  });

  it("shows a shipped model, and starts from fresh weights when it is to be trained", async () => {
    baked = async (wanted) => bakedModel(wanted);
    const trained = await ready(config, "baked");
    expect(trained).toMatchObject({ weights: "baked", step: 777 });
    await send({ type: "trainOneStep" });
    expect(latest("ready")?.info).toMatchObject({ weights: "fresh", step: 0, canUndo: true });
    expect(latest("progress")?.losses.map(({ step }) => step)).toEqual([1]);
    await send({ type: "undo" });
    expect(latest("ready")?.info).toMatchObject({
      runId: trained.runId,
      weights: "baked",
      step: 777,
    });
  });

  it("takes fresh weights where the shipped model cannot be read, and says so", async () => {
    baked = () => Promise.reject(new Error("HTTP 404"));
    expect((await ready(config, "baked")).weights).toBe("fresh");
    expect(latest("failed")?.failure).toMatchObject({ kind: "bakedMissing", task: "reverse" });
  });

  it("trains to the cap with every step's loss reported once, and evaluations at 0, 50 and 100", async () => {
    await ready();
    const stopped = next("stopped");
    await send({ type: "train" });
    await stopped;
    expect(latest("stopped")?.reason).toBe("cap");
    const steps = of("progress").flatMap(({ losses }) => losses.map(({ step }) => step));
    expect(steps).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(of("evaluation").map(({ evaluation }) => evaluation.step)).toEqual([0, 50, 100]);
    expect(of("trace").at(-1)?.trace.trainedSteps).toBe(100);
  });

  it("hears pause before the next step, also while a report is being made", async () => {
    await ready();
    const stopped = next("stopped");
    const progressed = new Promise<number>((resolve) => {
      const forward = onEvent;
      onEvent = (event) => {
        if (event.type === "progress") {
          void send({ type: "pause" });
          resolve(event.losses.at(-1)?.step ?? 0);
        }
        forward(event);
      };
    });
    await send({ type: "train" });
    const stepAtPause = await progressed;
    await stopped;
    expect(latest("stopped")?.reason).toBe("paused");
    expect(latest("progress")?.losses.at(-1)?.step).toBe(stepAtPause);
    expect(latest("evaluation")?.evaluation.step).toBe(stepAtPause);
  });

  it("gives the same loss curve for the same seed", async () => {
    const curves: number[][] = [];
    for (let i = 0; i < 2; i++) {
      await ready({ ...config, maxSteps: 50, forcing: 0.5 });
      events = [];
      const stopped = next("stopped");
      await send({ type: "train" });
      await stopped;
      curves.push(of("progress").flatMap(({ losses }) => losses.map(({ loss }) => loss)));
    }
    expect(curves[0]).toHaveLength(50);
    expect(curves[1]).toEqual(curves[0]);
  });

  it("stops with a reason when the loss is no longer a number", async () => {
    // Half the weights are infinite after one step of this size, and the loss with them.
    await ready();
    await send({ type: "adjust", config: { ...config, learningRate: 1e38, clipNorm: 1e30 } });
    const stopped = next("stopped");
    await send({ type: "train" });
    await stopped;
    expect(latest("stopped")?.reason).toBe("diverged");
  });

  it("goes on after the cap for another cap's worth of steps", async () => {
    await ready({ ...config, maxSteps: 50 });
    for (const end of [50, 100]) {
      const stopped = next("stopped");
      await send({ type: "train" });
      await stopped;
      expect(latest("progress")?.losses.at(-1)?.step).toBe(end);
    }
  });

  it("resets to the same fresh weights, and undoes the reset", async () => {
    const first = await ready();
    await send({ type: "trainOneStep" });
    const loss = latest("progress")?.losses[0]?.loss;
    await send({ type: "reset" });
    expect(latest("ready")?.info).toMatchObject({ step: 0, losses: [], canUndo: true });
    await send({ type: "trainOneStep" });
    expect(latest("progress")?.losses[0]?.loss).toBe(loss);
    await send({ type: "undo" });
    expect(latest("ready")?.info).toMatchObject({ runId: first.runId, step: 1 });
  });

  it.each([
    ["", { kind: "empty" }],
    ["abcdefghijklmnopqrstu", { kind: "tooLong", length: 21, limit: 20 }],
    ["ab1한", { kind: "unknownTokens", tokens: ["1", "한"] }],
  ])("refuses the source %j with a reason", async (text, problem) => {
    await ready();
    await send({ type: "decode", example: { kind: "typed", text }, teacherForcing: false });
    expect(latest("sourceRejected")).toEqual({ type: "sourceRejected", text, problem });
  });

  it("keeps showing the last good example while training, after a source that it refused", async () => {
    await ready({ ...config, maxSteps: 50 });
    await send({ type: "decode", example: { kind: "typed", text: "abc" }, teacherForcing: false });
    await send({ type: "decode", example: { kind: "typed", text: "?" }, teacherForcing: false });
    const stopped = next("stopped");
    await send({ type: "train" });
    await stopped;
    expect(of("sourceRejected")).toHaveLength(1);
    expect(latest("trace")?.example).toEqual({ kind: "typed", text: "abc" });
    expect(latest("trace")?.trace.trainedSteps).toBe(50);
  });

  it("decodes a typed source, with its right answer, and feeds the truth when asked to", async () => {
    await ready();
    await send({ type: "decode", example: { kind: "typed", text: "abc" }, teacherForcing: true });
    const trace = latest("trace")?.trace;
    expect(trace?.source.map(({ text }) => text)).toEqual(["a", "b", "c", "<eos>"]);
    expect(trace?.expected?.map(({ text }) => text)).toEqual(["c", "b", "a", "<eos>"]);
    expect(trace?.steps.map(({ input }) => input.text)).toEqual(["<sos>", "c", "b", "a"]);
  });

  it("reads pairs without touching the model, and makes them the task when told to", async () => {
    const before = await ready();
    const lines = Array.from({ length: 60 }, (_, i) => `word${i} two\t단어${i} 둘`);
    const options = DEFAULT_CORPUS_OPTIONS;
    const inspected = next("pairsInspected");
    await send({
      type: "inspectPairs",
      requestId: 5,
      input: new Blob([lines.join("\n")]),
      options,
    });
    await inspected;
    expect(latest("pairsInspected")?.report.status).toBe("usable");
    expect(of("ready")).toHaveLength(1);
    await send({
      type: "usePairs",
      requestId: 5,
      config: { ...config, task: "pairs" },
      weights: "fresh",
    });
    expect(latest("ready")?.info).toMatchObject({ sourceUnit: "word", canUndo: true });
    await send({ type: "trainOneStep" });
    expect(latest("progress")?.losses).toHaveLength(1);
    await send({ type: "undo" });
    expect(latest("ready")?.info.runId).toBe(before.runId);
  });

  it("gives up an inspection that a newer one has replaced", async () => {
    await ready();
    const options = DEFAULT_CORPUS_OPTIONS;
    const lines = Array.from({ length: 30 }, (_, i) => `word${i}\tWort${i}`).join("\n");
    const inspected = next("pairsInspected");
    await send({ type: "inspectPairs", requestId: 1, input: `${lines}\n`.repeat(3000), options });
    await send({ type: "inspectPairs", requestId: 2, input: lines, options });
    await inspected;
    await send({
      type: "usePairs",
      requestId: 2,
      config: { ...config, task: "pairs" },
      weights: "fresh",
    });
    expect(of("pairsInspected").map(({ requestId }) => requestId)).toEqual([2]);
    expect(latest("ready")?.info.sourceUnit).toBe("word");
  });

  it("reports a file that can no longer be read, and goes on", async () => {
    await ready();
    const gone = new Blob(["a"]);
    gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    const inspected = next("pairsInspected");
    await send({
      type: "inspectPairs",
      requestId: 1,
      input: gone,
      options: DEFAULT_CORPUS_OPTIONS,
    });
    await inspected;
    expect(latest("pairsInspected")?.report).toEqual({
      status: "unusable",
      problem: { kind: "unreadable" },
    });
    expect(of("failed")).toEqual([]);
  });

  it("brings the pairs back with the run that undo brings back", async () => {
    await ready();
    const sets = ["alpha", "beta"].map((word) =>
      Array.from({ length: word.length * 8 }, (_, i) => `${word}${i}\tx${i}`).join("\n"),
    );
    for (const [i, input] of sets.entries()) {
      const inspected = next("pairsInspected");
      await send({ type: "inspectPairs", requestId: i, input, options: DEFAULT_CORPUS_OPTIONS });
      await inspected;
      await send({
        type: "usePairs",
        requestId: i,
        config: { ...config, task: "pairs" },
        weights: "fresh",
      });
    }
    await send({ type: "undo" });
    const first = latest("ready")?.info.sourceTokens;
    await send({
      type: "configure",
      config: { ...config, task: "pairs", hiddenSize: 16 },
      weights: "fresh",
    });
    expect(latest("ready")?.info.sourceTokens).toBe(first);
  });

  it("changes nothing but the live fields of a run under way", async () => {
    await ready();
    await send({ type: "adjust", config: { ...config, hiddenSize: 16, learningRate: 0.01 } });
    await send({ type: "reset" });
    expect(latest("ready")?.info.config).toEqual({ ...config, learningRate: 0.01 });
  });

  it("decodes the pinned example again when the way of decoding changes, and only then", async () => {
    await ready();
    await send({ type: "adjust", config: { ...config, learningRate: 0.01 } });
    expect(of("trace")).toHaveLength(1);
    await send({ type: "adjust", config: { ...config, decoding: "beam", beamWidth: 2 } });
    expect(latest("trace")?.trace.decoding).toMatchObject({ kind: "beam", width: 2 });
    expect(of("trace")).toHaveLength(2);
    expect(of("ready")).toHaveLength(1);
  });

  it("does not make one step out of turn while training goes on", async () => {
    await ready({ ...config, maxSteps: 50 });
    const stopped = next("stopped");
    await send({ type: "train" });
    await send({ type: "trainOneStep" });
    await send({ type: "decode", example: { kind: "typed", text: "abc" }, teacherForcing: false });
    expect(latest("trace")?.trace.trainedSteps).toBeLessThan(50); // not held up by the training
    await stopped;
    expect(latest("stopped")?.reason).toBe("cap");
  });

  it("says that pairs are missing when they were never given", async () => {
    await ready();
    await send({ type: "configure", config: { ...config, task: "pairs" }, weights: "baked" });
    expect(latest("failed")?.failure).toEqual({ kind: "pairsMissing" });
    await send({ type: "usePairs", requestId: 1, config, weights: "fresh" });
    expect(of("failed")).toHaveLength(2);
  });

  it("holds no more tensors after many runs than after two", async () => {
    await ready();
    await ready();
    const before = memory().numTensors;
    for (let i = 0; i < 3; i++) await ready();
    await send({ type: "undo" });
    await send({ type: "reset" });
    expect(memory().numTensors).toBe(before);
  });
});

/** Sixty pairs of words that no other name gives. */
function pairsOf(name: string): string {
  return Array.from({ length: 60 }, (_, i) => `${name}${i}\t단어${i}`).join("\n");
}

async function usePairs(requestId: number, input: string): Promise<void> {
  const options = DEFAULT_CORPUS_OPTIONS;
  const inspected = next("pairsInspected");
  await send({ type: "inspectPairs", requestId, input, options });
  await inspected;
  await send({
    type: "usePairs",
    requestId,
    config: { ...config, task: "pairs" },
    weights: "fresh",
  });
}

async function save(): Promise<Blob> {
  await send({ type: "saveModel" });
  const saved = latest("modelSaved");
  if (!saved) throw new Error("no modelSaved event");
  return new Blob([saved.bytes]);
}

/** The run whose model decodes. */
async function shown(): Promise<number | undefined> {
  await send({ type: "decode", example: { kind: "heldOut", index: 1 }, teacherForcing: false });
  return latest("trace")?.runId;
}

const open = (file: Blob): Promise<void> => send({ type: "openModel", file });

describe("session and model files", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(startSession);

  it("opens what it saved: the same answers, and training goes on from there", async () => {
    const before = await ready({ ...config, cell: "lstm", layers: 2, decoding: "beam" });
    await send({ type: "trainOneStep" });
    await send({ type: "decode", example: { kind: "typed", text: "abc" }, teacherForcing: false });
    const trace = latest("trace")?.trace;
    const file = await save();
    expect(latest("modelSaved")?.fileName).toBe("reverse-additive-1-steps.safetensors");
    await ready();
    await open(file);
    const info = latest("ready")?.info;
    expect(info).toMatchObject({ weights: "opened", step: 1, losses: [], canUndo: true });
    expect(info?.config).toEqual(before.config);
    expect(latest("trace")?.trace).toEqual(trace);
    await send({ type: "trainOneStep" });
    expect(latest("progress")?.losses.map(({ step }) => step)).toEqual([2]);
    await send({ type: "undo" });
    expect(latest("ready")?.info).toMatchObject({ weights: "fresh", step: 0 });
    await send({ type: "undo" });
    expect(latest("ready")?.info).toMatchObject({ weights: "opened", step: 2 });
  });

  it("trains an opened model to the next multiple of the cap, however good it is already", async () => {
    await ready();
    const { sourceTokens, targetTokens } = savedModel();
    const trained = { ...DEFAULT_CONFIG, batchSize: 8, maxSteps: 50, targetMatch: 0.5 };
    const shape = modelShape(trained, sourceTokens.length, targetTokens.length);
    const shipped = openSafetensors(readFileSync("public/data/reverse-additive.safetensors"));
    const parameters = readCheckpoint(shape, shipped);
    const saved = { config: trained, sourceTokens, targetTokens, steps: 645, parameters };
    await open(new Blob([writeModelFile(saved)]));
    const stopped = next("stopped");
    await send({ type: "train" });
    await stopped;
    expect(latest("stopped")?.reason).toBe("cap");
    expect(of("evaluation").map(({ evaluation }) => evaluation.step)).toEqual([645, 650]);
    expect(of("evaluation")[0]?.evaluation.exactMatch).toBeGreaterThan(0.5);
  });

  it("saves a shipped model too", async () => {
    baked = async (wanted) => bakedModel(wanted);
    await ready(config, "baked");
    await open(await save());
    expect(latest("ready")?.info).toMatchObject({ weights: "opened", step: 777 });
  });

  it("goes on training while a file is read that turns out to be none", async () => {
    await ready({ ...config, maxSteps: 50 });
    const stopped = next("stopped");
    await send({ type: "train" });
    await open(new Blob(["not a model"]));
    expect(latest("modelRefused")?.problem.kind).toBe("notSafetensors");
    expect(of("stopped")).toEqual([]);
    await stopped;
    expect(latest("stopped")?.reason).toBe("cap");
  });

  it("refuses a model whose tokens are not those of its task", async () => {
    await ready();
    const saved = savedModel();
    const targetTokens = [
      ...saved.targetTokens.slice(0, 4),
      ...saved.targetTokens.slice(4).toReversed(),
    ];
    await open(new Blob([writeModelFile({ ...saved, targetTokens })]));
    expect(latest("modelRefused")?.problem).toEqual({ kind: "otherVocabulary", side: "target" });
    await open(new Blob([writeModelFile({ ...saved, config: withTask(saved.config, "dates") })]));
    expect(latest("modelRefused")?.problem).toEqual({ kind: "otherVocabulary", side: "source" });
    expect(of("ready")).toHaveLength(1);
  });

  it("opens a model of somebody's own pairs beside those pairs only", async () => {
    await usePairs(1, pairsOf("eins"));
    const file = await save();
    await usePairs(2, pairsOf("zwei"));
    await open(file);
    expect(latest("modelRefused")?.problem).toEqual({ kind: "otherVocabulary", side: "source" });
    await usePairs(3, pairsOf("eins"));
    await ready(); // another task is on, the pairs are still there
    await open(file);
    expect(latest("ready")?.info).toMatchObject({ weights: "opened", sourceUnit: "word" });
    startSession();
    await ready();
    await open(file);
    expect(latest("modelRefused")?.problem).toEqual({ kind: "needsPairs" });
  });

  it("refuses a file that is too large before it reads it, and one that is gone", async () => {
    await ready();
    const huge = new Blob(["a"]);
    Object.defineProperty(huge, "size", { value: FILE_LIMIT + 1 });
    huge.arrayBuffer = () => Promise.reject(new Error("must not be read"));
    await open(huge);
    const gone = new Blob(["a"]);
    gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    await open(gone);
    expect(of("modelRefused").map(({ problem }) => problem.kind)).toEqual([
      "tooLarge",
      "unreadable",
    ]);
    expect(of("failed")).toEqual([]);
  });

  it("does not save a model whose weights are no numbers any more", async () => {
    await ready();
    await send({ type: "adjust", config: { ...config, learningRate: 1e38, clipNorm: 1e30 } });
    await send({ type: "trainOneStep" });
    await send({ type: "trainOneStep" });
    await send({ type: "saveModel" });
    expect(of("modelSaved")).toEqual([]);
    expect(latest("modelRefused")).toBeDefined();
  });

  it("keeps the model on show, whatever is the matter with a file", async () => {
    await ready();
    const file = writeModelFile(savedModel());
    await open(new Blob([file]));
    await open(new Blob([file])); // from now on the run before is of the same size
    const tensors = memory().numTensors;
    const outcomes = fc.asyncProperty(damages(file), async ({ make }) => {
      const before = await shown();
      events = [];
      await open(new Blob([make()]));
      const arrived = of("ready");
      expect(of("modelRefused").length + arrived.length).toBe(1);
      expect(of("failed")).toEqual([]);
      expect(await shown()).toBe(arrived[0]?.info.runId ?? before);
      expect(memory().numTensors).toBe(tensors);
    });
    await fc.assert(outcomes, { numRuns: 150, seed: 20260101 });
  });
});

describe("describeError", () => {
  it("tells running out of memory from other errors", () => {
    expect(describeError(new RangeError("Array buffer allocation failed")).kind).toBe(
      "outOfMemory",
    );
    expect(describeError(new Error("x is undefined"))).toEqual({
      kind: "crash",
      detail: "x is undefined",
    });
  });
});

/** The app's models through PyTorch and back: PyTorch gives the same answers and saves the same file. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tensor1d } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findTorch, TORCH_MISSING } from "../scripts/find-torch.mjs";
import { makeBatch } from "../src/engine/batch";
import { DEFAULT_CONFIG, type Config } from "../src/engine/setup/config";
import { decodeGreedily, decodingLimit } from "../src/engine/decoding/greedy";
import { viewWeights } from "../src/engine/model/weights";
import { readModelFile, type SavedModel, writeModelFile } from "../src/engine/files/modelFile";
import { modelShape } from "../src/engine/setup/modelShape";
import { generatedTask } from "../src/engine/tasks/byId";
import { asRead } from "../src/engine/tasks/readingOrder";
import type { Task } from "../src/engine/tasks/task";
import { heldOutExamples } from "../src/engine/training/evaluation";
import { textbook } from "../src/engine/training/textbookLearner";
import { createTrainer } from "../src/engine/training/trainer";
import { startNodeBackend } from "../src/testing/nodeBackend";

const EXAMPLES = 200; // held-out ones
const STEPS = 30; // enough for answers that differ from each other

/** Briefly trained models that together have every cell, direction, timing and token input. */
const SMALL: readonly Partial<Config>[] = [
  {
    cell: "lstm",
    layers: 2,
    direction: "bidirectional",
    attention: "general",
    timing: "luong",
    inputFeeding: "on",
  },
  { cell: "gru", layers: 2, direction: "bidirectional", attention: "additive" },
  { cell: "rnn", attention: "dot", timing: "luong", sourceOrder: "reversed" },
  { cell: "lstm", attention: "concat", tokenInput: "onehot" },
  { cell: "gru", attention: "diagonal", timing: "luong", inputFeeding: "on", dropout: 0.1 },
  {
    cell: "rnn",
    layers: 2,
    direction: "bidirectional",
    attention: "none",
    sourceOrder: "reversed",
  },
  { network: "transformer", layers: 2, heads: "4" },
  { network: "transformer", heads: "2", positions: "learned" },
];

const TINY = { hiddenSize: 16, embeddingSize: 8, batchSize: 8, learningRate: 0.02 };

const SHIPPED = ["reverse-additive", "dates-additive"]; // fully trained

const python = findTorch();
if (python === null)
  process.stdout.write(`round trip through PyTorch left out: ${TORCH_MISSING}\n`);

function run(args: readonly string[], input = ""): string {
  const options = { cwd: import.meta.dirname, encoding: "utf8", input } as const;
  const { stdout, stderr, status } = spawnSync(python ?? "", args, options);
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function taskOf(config: Config): Task {
  if (config.task === "pairs") throw new Error('roundTrip: expected a generated task, got "pairs"');
  return generatedTask(config.task, config);
}

function shippedModel(name: string): SavedModel {
  return readModelFile(readFileSync(`public/data/${name}.safetensors`));
}

function nameOf(change: Partial<Config>): string {
  return Object.values(change).join("-");
}

/** A briefly trained model of the task Reverse. */
async function trainSmall(change: Partial<Config>): Promise<SavedModel> {
  const config = { ...DEFAULT_CONFIG, ...TINY, ...change };
  const task = taskOf(config);
  const trainer = createTrainer(task, config, { arithmetic: textbook });
  for (let i = 0; i < STEPS; i++) await trainer.step(config);
  return {
    config,
    sourceTokens: task.sourceVocabulary.tokens,
    targetTokens: task.targetVocabulary.tokens,
    steps: trainer.steps,
    parameters: await trainer.predictor.readParameters(),
  };
}

function answersHere({ config, parameters, targetTokens }: SavedModel): string[][] {
  const task = taskOf(config);
  const shape = modelShape(config, task.sourceVocabulary.size, task.targetVocabulary.size);
  const pairs = heldOutExamples(task).slice(0, EXAMPLES);
  const read = pairs.map((pair) => asRead(shape.sourceOrder, pair));
  const weights = viewWeights(shape, tensor1d(parameters));
  const limit = decodingLimit(task.maxTargetLength);
  return decodeGreedily(weights, shape, makeBatch(task, read), limit).map(({ tokens }) =>
    tokens.map((id) => targetTokens[id] ?? ""),
  );
}

/** What PyTorch is asked: held-out sources, and the most tokens of an answer. */
function questionsOf({ config }: SavedModel) {
  const task = taskOf(config);
  const sources = heldOutExamples(task).slice(0, EXAMPLES);
  return {
    sources: sources.map(({ source }) => source),
    limit: decodingLimit(task.maxTargetLength),
  };
}

/** The answers from PyTorch, through the command that a student would use. */
function answersOfCommand(model: SavedModel, file: string): string[][] {
  const { sources, limit } = questionsOf(model);
  const lines = sources.map((source) => `${JSON.stringify(source)}\n`).join("");
  return run(["load.py", file, "--json", "--limit", String(limit)], lines)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as string[]);
}

/**
 * Python: loads each file into PyTorch's modules, answers, and saves the modules' state in a copy of the file. One
 * process for all files, because PyTorch takes seconds to start.
 */
const ANSWER_AND_SAVE = `
import dataclasses, json, pathlib, sys, load, model_file
answers = []
for job in json.load(sys.stdin):
    saved = model_file.read_model(pathlib.Path(job["file"]))
    answers.append(load.answers(saved, job["sources"], job["limit"]))
    state = dict(saved.model().state_dict())
    model_file.save_model(pathlib.Path(job["copy"]), dataclasses.replace(saved, parameters=state))
json.dump(answers, sys.stdout)
`;

/** A model, and what PyTorch makes of its file. */
interface Returned {
  readonly model: SavedModel;
  readonly answers: readonly string[][];
  readonly copy: Uint8Array<ArrayBuffer>;
}

/** Sends the models through PyTorch, and back. */
function throughTorch(folder: string, models: readonly SavedModel[]): Returned[] {
  const jobs = models.map((model, i) => {
    const file = join(folder, `${i}.safetensors`);
    writeFileSync(file, writeModelFile(model));
    return { file, copy: join(folder, `${i}-copy.safetensors`), ...questionsOf(model) };
  });
  const answers = JSON.parse(run(["-c", ANSWER_AND_SAVE], JSON.stringify(jobs))) as string[][][];
  return models.map((model, i) => ({
    model,
    answers: answers[i] ?? [],
    copy: readFileSync(jobs[i]?.copy ?? ""),
  }));
}

describe.skipIf(python === null)("app -> safetensors -> PyTorch -> app (needs PyTorch)", () => {
  const names = [...SHIPPED, ...SMALL.map(nameOf)];
  let folder = "";
  let returned: readonly Returned[] = [];

  function returnedAs(name: string): Returned {
    const found = returned[names.indexOf(name)];
    if (!found) throw new Error(`roundTrip: no model ${name}`);
    return found;
  }

  beforeAll(async () => {
    await startNodeBackend("wasm");
    folder = mkdtempSync(join(tmpdir(), "models-"));
    const models = SHIPPED.map(shippedModel);
    for (const change of SMALL) models.push(await trainSmall(change));
    returned = throughTorch(folder, models);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(names)(`answers ${EXAMPLES} held-out examples in the same way: %s`, (name) => {
    const { model, answers } = returnedAs(name);
    expect(answers).toHaveLength(EXAMPLES);
    expect(new Set(answers.map(String)).size).toBeGreaterThan(5);
    expect(answers).toEqual(answersHere(model));
  });

  it.each(names)(
    "opens a file that PyTorch has loaded and saved, with the same bits: %s",
    (name) => {
      const { model, copy } = returnedAs(name);
      expect(readModelFile(copy)).toEqual(readModelFile(writeModelFile(model)));
    },
  );

  it("opens a model that PyTorch has trained", () => {
    const file = join(folder, "trained.safetensors");
    const look = ["--attention", "dot", "--timing", "luong", "--input-feeding", "on"];
    const size = ["--cell", "lstm", "--hidden", "16", "--embedding", "8", "--steps", "30"];
    run(["train.py", ...look, ...size, "--out", file]);
    const model = readModelFile(readFileSync(file));
    expect(model.config).toMatchObject({ task: "reverse", cell: "lstm", inputFeeding: "on" });
    expect(model.steps).toBe(30);
    expect(answersOfCommand(model, file)).toEqual(answersHere(model));
  });
});

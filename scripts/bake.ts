/**
 * Trains the shipped models with the project's own engine and writes them, their traces and the manifest to public/data.
 * With `--traces` the models stay as they are, and their traces alone are written anew.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  BAKED_CONFIGS,
  type BakedEntry,
  bakedExamples,
  type BakedFile,
  bakedName,
  bakedTraceFile,
} from "../src/engine/files/baked";
import { runToEnd } from "../src/engine/chunks";
import type { Config } from "../src/engine/setup/config";
import { generatedTask } from "../src/engine/tasks/byId";
import type { Task } from "../src/engine/tasks/task";
import { evaluate } from "../src/engine/training/evaluation";
import { writeTrace } from "../src/engine/files/traceCodec";
import { startNodeArithmetic } from "../src/testing/nodeBackend";
import { readBaked } from "../src/workers/run/loadBaked";
import { saveRun } from "../src/workers/run/modelFiles";
import { type Run, RunMaker } from "../src/workers/run/run";
import { resolveExample, traceRun } from "../src/workers/session/traceRun";

const FOLDER = "public/data";
const STEPS = 600; // the same for the models of a task, so that they can be compared
const SLOW_STEPS = 1200; // where 600 are too few
const SLOW: readonly Config["task"][] = ["hangulLetters", "hangulSounds", "sort"];
const EVALUATE_EVERY = 50;

const arithmetic = await startNodeArithmetic();
const make = new RunMaker(() => arithmetic);

function evaluateRun(run: Run): void {
  const scores = runToEnd(evaluate(run.model, run.heldOut));
  run.evaluations.push({ step: run.model.steps, ...scores });
}

function taskOf(config: Config): Task {
  if (config.task === "pairs") throw new Error("bake: a user's own pairs are not shipped");
  return generatedTask(config.task, config);
}

function train(config: Config): Run {
  const run = make.fresh(taskOf(config), config);
  evaluateRun(run);
  const steps = SLOW.includes(config.task) ? SLOW_STEPS : STEPS;
  while (run.model.steps < steps) {
    run.trainer?.step(config);
    if (run.model.steps % EVALUATE_EVERY === 0) evaluateRun(run);
  }
  run.trainer?.takeLosses().forEach((loss, i) => run.losses.push({ step: i + 1, loss }));
  return run;
}

function write(file: string, content: string | Uint8Array): BakedFile {
  writeFileSync(`${FOLDER}/${file}`, content);
  const bytes = Buffer.byteLength(content);
  return { file, bytes, sha256: createHash("sha256").update(content).digest("hex") };
}

function bake(config: Config): BakedEntry {
  const name = bakedName(config);
  if (name === null) throw new Error("bake: the set-up has no name");
  const run = train(config);
  const last = run.evaluations.at(-1);
  console.log(
    `${name}: exact match ${last?.exactMatch}, alignment error ${last?.alignmentError ?? "-"}`,
  );
  return {
    name,
    config,
    steps: run.model.steps,
    files: {
      weights: write(`${name}.safetensors`, saveRun(run).bytes),
      traces: bakeTraces(run, name),
    },
    losses: run.losses.map(({ loss }) => Number(loss.toPrecision(4))),
    evaluations: run.evaluations,
  };
}

/** The entry of a model as it was shipped, with new traces. */
function traceAgain(entry: BakedEntry): BakedEntry {
  const { name, config, files } = entry;
  const task = taskOf(config);
  const weights = readFileSync(`${FOLDER}/${files.weights.file}`);
  const run = make.baked(task, config, readBaked(task, entry, new Uint8Array(weights)));
  return { ...entry, files: { ...files, traces: bakeTraces(run, name) } };
}

function bakeTraces(run: Run, name: string): BakedFile[] {
  return bakedExamples(run.config.task).map((index) => bakeTrace(run, name, index));
}

/** @param index of the held-out example, counted from 0 */
function bakeTrace(run: Run, name: string, index: number): BakedFile {
  const resolved = resolveExample(run, { kind: "heldOut", index });
  if ("problem" in resolved) throw new Error(`bake: no held-out example ${index} for ${name}`);
  const wish = { ...resolved, teacherForcing: false, past: null };
  const trace = { ...traceRun(run, wish), runId: null }; // the page shows it before any run
  return write(bakedTraceFile(name, index), writeTrace(trace));
}

function shippedEntries(): readonly BakedEntry[] {
  return JSON.parse(readFileSync(`${FOLDER}/manifest.json`, "utf8")) as readonly BakedEntry[];
}

mkdirSync(FOLDER, { recursive: true });
const entries = process.argv.includes("--traces")
  ? shippedEntries().map(traceAgain)
  : BAKED_CONFIGS.map(bake);
write("manifest.json", `${JSON.stringify(entries)}\n`);

/**
 * `npm run bake [-- NAME...]`: trains the shipped models with the project's engine: all of them, or those whose names
 * begin with a given one ("dates", "dates-none"). Writes to public/data, for each model, its weights, its record, and
 * for some its traces and the film of its training; and the networks that read or write names alone ("names"). With `--missing` it trains those that have no record yet, so that
 * an interrupted run can continue; with `--traces` it keeps models and films, and writes new traces.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  type BakedEntry,
  bakedExamples,
  bakedFilmFile,
  type BakedFile,
  bakedName,
  bakedRecordFile,
  bakedTraceFile,
  filmedUpdates,
} from "../src/engine/files/baked";
import { BAKED_CONFIGS } from "../src/engine/files/bakedConfigs";
import { readModelFile } from "../src/engine/files/modelFile";
import { type FilmFrame, writeFilm } from "../src/engine/files/filmCodec";
import { runAsyncToEnd } from "../src/engine/chunks";
import type { Config } from "../src/engine/setup/config";
import type { Trace } from "../src/engine/results/trace";
import { INITIAL_SHOW, type Show } from "../src/engine/show";
import { SHIPPED_NETWORKS, shippedNetworkFile } from "../src/engine/alone/shippedNetworks";
import { generatedTask } from "../src/engine/tasks/byId";
import { TASK_FACTS } from "../src/engine/tasks/facts";
import type { GeneratedTaskId, Task } from "../src/engine/tasks/task";
import { evaluate } from "../src/engine/training/evaluation";
import { writeTrace } from "../src/engine/files/traceCodec";
import { startNodeArithmetic } from "../src/testing/nodeBackend";
import { readBaked } from "../src/workers/run/loadBaked";
import { writeRunFile } from "../src/workers/run/modelFiles";
import { type Run, RunMaker } from "../src/workers/run/run";
import { resolveExample, traceRun } from "../src/workers/session/traceRun";
import { bakeNames } from "./bakeNames";

const FOLDER = "public/data";
const EVALUATE_EVERY = 50;

const arithmetic = await startNodeArithmetic();
const make = new RunMaker(() => arithmetic);

async function evaluateRun(run: Run): Promise<void> {
  const scores = await runAsyncToEnd(evaluate(run.model, run.heldOut));
  run.evaluations.push({ step: run.model.steps, ...scores });
}

function idOf({ task }: Config): GeneratedTaskId {
  if (task === "pairs") throw new Error("bake: expected a generated task, got a user's own pairs");
  return task;
}

function taskOf(config: Config): Task {
  return generatedTask(idOf(config), config);
}

function nameOf(config: Config): string {
  const name = bakedName(config);
  if (name === null) throw new Error("bake: the set-up has no name");
  return name;
}

/** A trained run without its last evaluation, and the filmed frames of its training. */
async function train(
  config: Config,
): Promise<{ readonly run: Run; readonly film: readonly FilmFrame[] }> {
  const run = make.fresh(taskOf(config), config);
  const { steps } = TASK_FACTS[idOf(config)].bake;
  const filmed = filmedUpdates(config);
  const film: FilmFrame[] = [];
  for (;;) {
    const update = run.model.steps;
    if (filmed.includes(update)) film.push({ update, trace: await traceExample(run, 0, "truth") });
    if (update >= steps) break;
    if (update % EVALUATE_EVERY === 0) await evaluateRun(run);
    await run.trainer?.step(config);
  }
  run.losses.push(...((await run.trainer?.takeLosses()) ?? []));
  return { run, film };
}

function write(file: string, content: string | Uint8Array): BakedFile {
  writeFileSync(`${FOLDER}/${file}`, content);
  const bytes = Buffer.byteLength(content);
  return { file, bytes, sha256: createHash("sha256").update(content).digest("hex") };
}

/** The run with the weights that a file can hold: rounded to 16 bits. The page never sees others. */
function asStored({ config, model, losses, evaluations }: Run, file: Uint8Array): Run {
  const { parameters } = readModelFile(file);
  return make.baked(model.task, config, { parameters, steps: model.steps, losses, evaluations });
}

async function bake(config: Config): Promise<BakedEntry> {
  const name = nameOf(config);
  const { run: trained, film } = await train(config);
  const { bytes } = await writeRunFile(trained, "F16");
  const run = asStored(trained, bytes);
  trained.model.dispose();
  await evaluateRun(run);
  const entry = {
    name,
    config,
    steps: run.model.steps,
    files: {
      weights: write(`${name}.safetensors`, bytes),
      traces: await bakeTraces(run, name),
      film: film.length === 0 ? null : write(bakedFilmFile(name), writeFilm(film)),
    },
    losses: run.losses.map(({ loss }) => Number(loss.toPrecision(4))),
    evaluations: run.evaluations,
  };
  run.model.dispose();
  return entry;
}

/** The record of a shipped model, with new traces. */
async function traceAgain(config: Config): Promise<BakedEntry> {
  const name = nameOf(config);
  const task = taskOf(config);
  const entry = JSON.parse(readFileSync(recordPath(name), "utf8")) as BakedEntry;
  const weights = readFileSync(`${FOLDER}/${entry.files.weights.file}`);
  const run = make.baked(task, config, readBaked(task, entry, new Uint8Array(weights)));
  const traces = await bakeTraces(run, name);
  run.model.dispose();
  return { ...entry, files: { ...entry.files, traces } };
}

function bakeTraces(run: Run, name: string): Promise<BakedFile[]> {
  const examples = bakedExamples(run.config);
  return Promise.all(examples.map((index) => bakeTrace(run, name, index)));
}

async function bakeTrace(run: Run, name: string, index: number): Promise<BakedFile> {
  return write(bakedTraceFile(name, index), writeTrace(await traceExample(run, index, "own")));
}

/** @param index of the held-out example, counted from 0 */
async function traceExample(run: Run, index: number, feeding: Show["feeding"]): Promise<Trace> {
  const example = { kind: "heldOut", index } as const;
  const resolved = resolveExample(run, example);
  if ("problem" in resolved)
    throw new Error(`bake: no held-out example ${index} for ${run.config.task}`);
  const show = { ...INITIAL_SHOW, example, feeding };
  const shown = await traceRun(run, null, { ...resolved, show });
  return { ...shown, runId: null }; // the page shows it before any run
}

function recordPath(name: string): string {
  return `${FOLDER}/${bakedRecordFile(name)}`;
}

mkdirSync(FOLDER, { recursive: true });
const asked = process.argv.slice(2);
const prefixes = asked.filter((word) => !word.startsWith("--"));
const work = asked.includes("--traces") ? traceAgain : bake;
for (const config of BAKED_CONFIGS) {
  const name = nameOf(config);
  const isAsked = prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix));
  const isKept = asked.includes("--missing") && existsSync(recordPath(name));
  if (!isAsked || isKept) continue;
  const entry = await work(config);
  write(bakedRecordFile(name), `${JSON.stringify(entry)}\n`);
  const last = entry.evaluations.at(-1);
  console.log(
    `${name}: exact match ${last?.exactMatch}, alignment error ${last?.alignmentError ?? "-"}`,
  );
}
const isAboutNames = prefixes.length === 0 || prefixes.includes("names");
const hasNames = Object.values(SHIPPED_NETWORKS).every(({ alone }) =>
  existsSync(`${FOLDER}/${shippedNetworkFile(alone)}`),
);
if (isAboutNames && !asked.includes("--traces") && !(asked.includes("--missing") && hasNames))
  await bakeNames();

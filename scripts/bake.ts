/**
 * `npm run bake [-- TASK...]`: trains the shipped models of all tasks, or of the named ones, with the project's engine.
 * Writes the models, their traces, the films of their training and the manifest to public/data. With `--traces` it
 * keeps models and films, and writes new traces.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  BAKED_CONFIGS,
  type BakedEntry,
  bakedExamples,
  bakedFilmFile,
  type BakedFile,
  bakedName,
  bakedTraceFile,
  filmedUpdates,
} from "../src/engine/files/baked";
import { type FilmFrame, writeFilm } from "../src/engine/files/filmCodec";
import { runAsyncToEnd } from "../src/engine/chunks";
import type { Config } from "../src/engine/setup/config";
import type { Trace } from "../src/engine/results/trace";
import { INITIAL_SHOW, type Show } from "../src/engine/show";
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

/** A trained run, and the filmed frames of its training. */
async function train(
  config: Config,
): Promise<{ readonly run: Run; readonly film: readonly FilmFrame[] }> {
  const run = make.fresh(taskOf(config), config);
  const { steps } = TASK_FACTS[idOf(config)].bake;
  const filmed = filmedUpdates(config);
  const film: FilmFrame[] = [];
  for (;;) {
    const update = run.model.steps;
    if (update % EVALUATE_EVERY === 0) await evaluateRun(run);
    if (filmed.includes(update)) film.push({ update, trace: await traceExample(run, 0, "truth") });
    if (update >= steps) break;
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

async function bake(config: Config): Promise<BakedEntry> {
  const name = bakedName(config);
  if (name === null) throw new Error("bake: the set-up has no name");
  const { run, film } = await train(config);
  const last = run.evaluations.at(-1);
  console.log(
    `${name}: exact match ${last?.exactMatch}, alignment error ${last?.alignmentError ?? "-"}`,
  );
  return {
    name,
    config,
    steps: run.model.steps,
    files: {
      weights: write(`${name}.safetensors`, (await writeRunFile(run)).bytes),
      traces: await bakeTraces(run, name),
      film: film.length === 0 ? null : write(bakedFilmFile(name), writeFilm(film)),
    },
    losses: run.losses.map(({ loss }) => Number(loss.toPrecision(4))),
    evaluations: run.evaluations,
  };
}

/** The entry of a shipped model, with new traces. */
async function traceAgain(entry: BakedEntry): Promise<BakedEntry> {
  const { name, config, files } = entry;
  const task = taskOf(config);
  const weights = readFileSync(`${FOLDER}/${files.weights.file}`);
  const run = make.baked(task, config, readBaked(task, entry, new Uint8Array(weights)));
  return { ...entry, files: { ...files, traces: await bakeTraces(run, name) } };
}

function bakeTraces(run: Run, name: string): Promise<BakedFile[]> {
  const examples = bakedExamples(run.config.task);
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

/** The manifest's entry of a model that this run does not train. */
function keep(config: Config): BakedEntry {
  const entry = shipped.find(({ name }) => name === bakedName(config));
  if (!entry)
    throw new Error(`bake: ${bakedName(config)} is not in the manifest yet; name its task too`);
  return entry;
}

mkdirSync(FOLDER, { recursive: true });
const asked = process.argv.slice(2);
const chosen = asked.filter((word) => word !== "--traces");
const shipped: readonly BakedEntry[] =
  asked.length > 0
    ? (JSON.parse(readFileSync(`${FOLDER}/manifest.json`, "utf8")) as BakedEntry[])
    : [];
const again = asked.includes("--traces") ? (config: Config) => traceAgain(keep(config)) : bake;
const entries: BakedEntry[] = [];
for (const config of BAKED_CONFIGS) {
  const isAsked = chosen.length === 0 || chosen.includes(config.task);
  entries.push(isAsked ? await again(config) : keep(config));
}
write("manifest.json", `${JSON.stringify(entries)}\n`);

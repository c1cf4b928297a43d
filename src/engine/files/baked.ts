/** The models that `npm run bake` trains and the page ships, so that it shows a trained model at once. */
import { type Config, DEFAULT_CONFIG, FIELD_NAMES, type FieldName, FIELDS } from "../setup/config";
import { idleness } from "../setup/conflicts";
import type { Evaluation } from "../results/history";
import { withTask } from "../tasks/difficulty";
import { factsOf, TASK_FACTS } from "../tasks/facts";
import type { GeneratedTaskId, TaskId } from "../tasks/task";

const BAKED_TASKS: readonly GeneratedTaskId[] = FIELDS.task.options.filter(
  (task) => task !== "pairs",
);

/** The baked set-ups: each task with additive attention, and some tasks also without attention. */
export const BAKED_CONFIGS: readonly Config[] = BAKED_TASKS.flatMap((task) => {
  const config = withTask(DEFAULT_CONFIG, task);
  return TASK_FACTS[task].bake.compare
    ? [config, { ...config, attention: "none" as const }]
    : [config];
});

/** One line of `public/data/manifest.json`. */
export interface BakedEntry {
  readonly name: string;
  readonly config: Config;
  readonly steps: number;
  readonly files: {
    readonly weights: BakedFile;
    readonly traces: readonly BakedFile[];
    readonly film: BakedFile | null; // null: no film of its training
  };
  readonly losses: readonly number[]; // of every step, in nats
  readonly evaluations: readonly Evaluation[];
}

export interface BakedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The fields that a baked model must share with a set-up: those that need a fresh model. */
function structure(config: Config): string {
  const timing = config.attention === "none" ? null : config.timing; // no effect without attention
  return FIELD_NAMES.filter((name) => FIELDS[name].effect === "fresh")
    .map((name) => (name === "timing" ? timing : config[name]))
    .join(" ");
}

/** The set-up of the baked model that fits `config`, or null if there is none. */
function bakedConfig(config: Config): Config | null {
  return BAKED_CONFIGS.find((candidate) => structure(candidate) === structure(config)) ?? null;
}

/** The name of the baked model that fits `config`, or null if there is none. */
export function bakedName(config: Config): string | null {
  const baked = bakedConfig(config);
  return baked && `${baked.task}-${baked.attention}`;
}

/**
 * The live fields that change training: a baked model may have other values than the set-up that it fits.
 * The fields that stop training are left out: the page gives the steps of a baked model, and no target.
 */
const TRAINING_FIELDS = [
  "dropout",
  "learningRate",
  "clipNorm",
  "forcing",
  "schedule",
  "halfLife",
  "forcingFloor",
  "coin",
] as const satisfies readonly FieldName[];

/** A setting that differs between a baked model's training and the set-up. */
export interface BakedDifference {
  readonly name: (typeof TRAINING_FIELDS)[number];
  readonly baked: string | number;
  readonly wanted: string | number;
}

/**
 * The differences between the training of the baked model that fits the set-up, and the set-up. A setting without
 * effect in either of them is left out; the setting that makes it so is listed itself.
 */
export function bakedDifferences(config: Config): readonly BakedDifference[] {
  const baked = bakedConfig(config);
  if (baked === null) return [];
  const counts = (name: FieldName): boolean => !idleness(baked, name) && !idleness(config, name);
  return TRAINING_FIELDS.filter((name) => baked[name] !== config[name] && counts(name)).map(
    (name) => ({ name, baked: baked[name], wanted: config[name] }),
  );
}

/** The held-out examples whose traces are shipped with each model of a task: those that the page may show first. */
export function bakedExamples(task: TaskId): readonly number[] {
  return [...new Set([0, ...Object.values(factsOf(task)?.firstIn ?? {})])];
}

/** The updates in the film of a shipped model's training; none where it has no film. */
export function filmedUpdates({ task, attention }: Config): readonly number[] {
  return attention === "none" ? [] : (factsOf(task)?.bake.film ?? []);
}

export function bakedFilmFile(name: string): string {
  return `${name}.film.json`;
}

/** The trace file of a model and a held-out example (0-based). */
export function bakedTraceFile(name: string, example: number): string {
  return example === 0 ? `${name}.trace.json` : `${name}.${example + 1}.trace.json`;
}

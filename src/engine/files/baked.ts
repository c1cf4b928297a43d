/** The models that are trained before the page is published, so that it shows a trained one at once. */
import { type Config, DEFAULT_CONFIG, FIELD_NAMES, type FieldName, FIELDS } from "../setup/config";
import { idleness } from "../setup/conflicts";
import type { Evaluation } from "../results/history";
import { withTask } from "../tasks/difficulty";
import { factsOf, TASK_FACTS } from "../tasks/facts";
import type { GeneratedTaskId, TaskId } from "../tasks/task";

const BAKED_TASKS: readonly GeneratedTaskId[] = FIELDS.task.options.filter(
  (task) => task !== "pairs",
);

/** The set-ups that `npm run bake` trains: each task with additive attention, and some without any. */
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
  readonly files: { readonly weights: BakedFile; readonly traces: readonly BakedFile[] };
  readonly losses: readonly number[]; // of every step, in nats
  readonly evaluations: readonly Evaluation[];
}

export interface BakedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The fields that a baked model must share with a set-up: all that would need a fresh one. */
function structure(config: Config): string {
  const timing = config.attention === "none" ? null : config.timing; // without attention it means nothing
  return FIELD_NAMES.filter((name) => FIELDS[name].effect === "fresh")
    .map((name) => (name === "timing" ? timing : config[name]))
    .join(" ");
}

/** The set-up of the baked model that fits this one, or null where none was baked. */
function bakedConfig(config: Config): Config | null {
  return BAKED_CONFIGS.find((candidate) => structure(candidate) === structure(config)) ?? null;
}

/** The name of the baked model that fits the set-up, or null where none was baked. */
export function bakedName(config: Config): string | null {
  const baked = bakedConfig(config);
  return baked && `${baked.task}-${baked.attention}`;
}

/**
 * The fields that shape training and need no fresh model, so that a baked model may have been trained with others.
 * When training stops is not among them: a baked model is said to have trained for so many steps, without a target.
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

/** A setting that a baked model was trained with, where the set-up has another. */
export interface BakedDifference {
  readonly name: (typeof TRAINING_FIELDS)[number];
  readonly baked: string | number;
  readonly wanted: string | number;
}

/**
 * How the baked model that fits the set-up was trained otherwise. A setting that had no effect there, or has none in
 * the set-up, is no difference: the one that takes its effect away is.
 */
export function bakedDifferences(config: Config): readonly BakedDifference[] {
  const baked = bakedConfig(config);
  if (baked === null) return [];
  const counts = (name: FieldName): boolean => !idleness(baked, name) && !idleness(config, name);
  return TRAINING_FIELDS.filter((name) => baked[name] !== config[name] && counts(name)).map(
    (name) => ({ name, baked: baked[name], wanted: config[name] }),
  );
}

/** The held-out examples of which a trace is shipped with each model of a task: those that the page may begin with. */
export function bakedExamples(task: TaskId): readonly number[] {
  return [...new Set([0, ...Object.values(factsOf(task)?.firstIn ?? {})])];
}

/** The file of the trace of this model and held-out example, counted from 0. */
export function bakedTraceFile(name: string, example: number): string {
  return example === 0 ? `${name}.trace.json` : `${name}.${example + 1}.trace.json`;
}

/** The models that `npm run bake` trains and the page ships, so that it shows a trained model at once. */
import { type Config, FIELD_NAMES, type FieldName, FIELDS } from "../setup/config";
import { idleness } from "../setup/conflicts";
import type { Evaluation } from "../results/history";
import { factsOf } from "../tasks/facts";
import { BAKED_CONFIGS, plainConfig } from "./bakedConfigs";

/** The record of a shipped model, which lies beside it: `public/data/<name>.json`. */
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

/** The values of the fields that a baked model must share with a set-up: those that need a fresh model. */
function structure(config: Config): string {
  return FIELD_NAMES.filter((name) => FIELDS[name].effect === "fresh")
    .map((name) => (idleness(config, name) ? null : config[name]))
    .join(" ");
}

/**
 * The set-up of the baked model that fits `config`, or null if there is none. Of several with its structure, the one
 * whose training differs least.
 */
function bakedConfig(config: Config): Config | null {
  const wanted = structure(config);
  const fitting = BAKED_CONFIGS.filter((each) => structure(each) === wanted);
  const away = (baked: Config): number => trainingDifferences(baked, config).length;
  return fitting.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

/** The name of the baked model that fits `config`, or null if there is none. It says what differs from the default. */
export function bakedName(config: Config): string | null {
  const baked = bakedConfig(config);
  if (!baked) return null;
  const score = idleness(baked, "attention") ? [] : [baked.attention];
  return [baked.task, ...score, ...differencesInName(baked)].join("-");
}

/** Such as "lstm", "luong" or "hidden88". */
function differencesInName(baked: Config): string[] {
  const plain = plainConfig(baked.task);
  const differs = (name: FieldName): boolean =>
    name !== "attention" && baked[name] !== plain[name] && !idleness(baked, name);
  return FIELD_NAMES.filter(differs).map((name) => {
    const { kind, url } = FIELDS[name];
    return kind === "number" ? `${url}${baked[name]}` : String(baked[name]);
  });
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
  return baked ? trainingDifferences(baked, config) : [];
}

function trainingDifferences(baked: Config, config: Config): readonly BakedDifference[] {
  const counts = (name: FieldName): boolean => !idleness(baked, name) && !idleness(config, name);
  return TRAINING_FIELDS.filter((name) => baked[name] !== config[name] && counts(name)).map(
    (name) => ({ name, baked: baked[name], wanted: config[name] }),
  );
}

/** Whether the model that fits a set-up is the default one of its task, or the same without attention. */
function isOpenedFirst(config: Config): boolean {
  const baked = bakedConfig(config);
  return (
    baked !== null &&
    differencesInName(baked).length === 0 &&
    OPENED_FIRST.includes(baked.attention)
  );
}

const OPENED_FIRST: readonly Config["attention"][] = ["additive", "none"];

/**
 * The held-out examples whose traces are shipped with the model of a set-up: those that the page may show first. Most
 * models have none, and the worker decodes them as soon as it has loaded.
 */
export function bakedExamples(config: Config): readonly number[] {
  if (!isOpenedFirst(config) && !isTransformer(config)) return [];
  return [...new Set([0, ...Object.values(factsOf(config.task)?.firstIn ?? {})])];
}

/** A lesson opens on the Transformers, and they decode only once the tensor library has loaded. */
const isTransformer = (config: Config): boolean =>
  config.network === "transformer" && bakedConfig(config) !== null;

/** The updates in the film of a shipped model's training; none where it has no film. */
export function filmedUpdates(config: Config): readonly number[] {
  const hasFilm = config.attention !== "none" && isOpenedFirst(config);
  return hasFilm ? (factsOf(config.task)?.bake.film ?? []) : [];
}

/** The file with the record of a shipped model. */
export function bakedRecordFile(name: string): string {
  return `${name}.json`;
}

export function bakedFilmFile(name: string): string {
  return `${name}.film.json`;
}

/** The trace file of a model and a held-out example (0-based). */
export function bakedTraceFile(name: string, example: number): string {
  return example === 0 ? `${name}.trace.json` : `${name}.${example + 1}.trace.json`;
}

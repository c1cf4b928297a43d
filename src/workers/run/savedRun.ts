/** A run as it is kept on the device: to a record that a database can hold, and from one that may be damaged or old. */
import { type Config, needsFreshModel } from "../../engine/setup/config";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import { readConfig } from "../../engine/files/modelFile";
import { modelShape } from "../../engine/setup/modelShape";
import { parameterCount } from "../../engine/setup/parameters";
import { hashText, type RandomPosition } from "../../engine/rng";
import type { Task } from "../../engine/tasks/task";
import type { Trained } from "../../engine/training/trainer";
import type { Run } from "./run";

const FORMAT = 1; // records of another one are dropped

/** What the database holds: plain data, one record a run. */
interface RunRecord {
  readonly format: number;
  readonly config: string; // JSON with every field of FIELDS
  readonly vocabularies: string;
  readonly steps: number;
  readonly parameters: Float32Array; // [P]
  readonly mean: Float32Array; //       [P]
  readonly variance: Float32Array; //   [P]
  readonly updates: number;
  readonly positions: readonly RandomPosition[]; // of the data, the coins and the masks
  readonly losses: Float32Array; // of the steps up to `steps`, one by one
  readonly evaluations: readonly Evaluation[];
}

/** All that an interrupted run needs to go on. */
export interface KeptRun {
  readonly config: Config;
  readonly vocabularies: string;
  readonly trained: Trained;
  readonly losses: readonly LossPoint[];
  readonly evaluations: readonly Evaluation[];
}

/** Whether the run has anything to lose: weights that were trained here, or a file that was opened; and numbers still. */
export function isWorthKeeping(run: Run): boolean {
  if (run.trainer === null) return false;
  if (run.weights === "fresh" && run.model.steps === 0) return false; // its seed makes it once more
  return Number.isFinite(run.losses.at(-1)?.loss ?? 0); // after it diverged, what was kept before is worth more
}

/**
 * The run as a record of its own: training goes on without touching it.
 * @returns null where its weights are no numbers any more
 */
export function packRun(run: Run): RunRecord | null {
  const trained = run.trainer?.save();
  if (!trained?.memory) throw new Error("keptRun: a shipped model is not kept");
  const { parameters, steps, memory } = trained;
  if (![parameters, memory.mean, memory.variance].every(isVector)) return null;
  return {
    format: FORMAT,
    config: JSON.stringify(run.config),
    vocabularies: vocabulariesOf(run.model.task),
    steps,
    parameters,
    mean: memory.mean,
    variance: memory.variance,
    updates: memory.updates,
    positions: [memory.data, memory.coins, memory.masks],
    losses: Float32Array.from(run.losses, ({ loss }) => loss), // they came as 32-bit floats
    evaluations: [...run.evaluations],
  };
}

/** A fingerprint of both vocabularies: a weight belongs to the id of a token. */
function vocabulariesOf({ sourceVocabulary, targetVocabulary }: Task): string {
  const sides = [sourceVocabulary, targetVocabulary].map(
    ({ tokens, size }) => `${size}:${hashText(JSON.stringify(tokens))}`,
  );
  return sides.join(" ");
}

/** What tells one model from another: its settings, and what its token ids mean. */
export type Identity = Pick<KeptRun, "config" | "vocabularies">;

export function identify({ config, model }: Run): Identity {
  return { config, vocabularies: vocabulariesOf(model.task) };
}

/** Whether a model of this task and these settings could go on from the kept one. */
export function isContinued(kept: Identity, task: Task, wanted: Config): boolean {
  return !needsFreshModel(kept.config, wanted) && kept.vocabularies === vocabulariesOf(task);
}

/** Whether the weights are as many as the model of that task has. */
export function isWhole({ config, trained }: KeptRun, task: Task): boolean {
  const { sourceVocabulary, targetVocabulary } = task;
  const shape = modelShape(config, sourceVocabulary.size, targetVocabulary.size);
  return trained.parameters.length === parameterCount(shape);
}

/** Reads a record, whole or not at all: null where it is none. */
export function unpackRun(value: unknown): KeptRun | null {
  if (!isRecord(value)) return null;
  const config = configOf(value.config);
  const [data, coins, masks] = value.positions;
  if (!config || !data || !coins || !masks) return null;
  const { parameters, mean, variance, updates, steps } = value;
  const before = steps - value.losses.length;
  return {
    config,
    vocabularies: value.vocabularies,
    trained: { parameters, steps, memory: { mean, variance, updates, data, coins, masks } },
    losses: Array.from(value.losses, (loss, i) => ({ step: before + i + 1, loss })),
    evaluations: value.evaluations,
  };
}

function configOf(text: string): Config | null {
  try {
    return readConfig(text);
  } catch {
    return null; // of another version, or damaged
  }
}

type Loose<T> = { readonly [K in keyof T]?: unknown };

function isRecord(value: unknown): value is RunRecord {
  if (typeof value !== "object" || value === null) return false;
  const record: Loose<RunRecord> = value;
  if (record.format !== FORMAT) return false;
  if (typeof record.config !== "string" || typeof record.vocabularies !== "string") return false;
  return areCounts(record) && areVectors(record) && areHistories(record);
}

function areCounts({ steps, updates, losses }: Loose<RunRecord>): boolean {
  if (!isCount(steps) || !isCount(updates) || updates > steps) return false;
  return losses instanceof Float32Array && losses.length <= steps;
}

function areVectors({ parameters, mean, variance }: Loose<RunRecord>): boolean {
  if (!isVector(parameters) || !isVector(mean) || !isVector(variance)) return false;
  const isOneSize = mean.length === parameters.length && variance.length === parameters.length;
  return isOneSize && variance.every((entry) => entry >= 0);
}

function areHistories({ positions, losses, evaluations }: Loose<RunRecord>): boolean {
  const arePositions = Array.isArray(positions) && positions.every(isPosition);
  return arePositions && isVector(losses) && Array.isArray(evaluations) && isHistory(evaluations);
}

function isVector(value: unknown): value is Float32Array {
  return value instanceof Float32Array && value.every((entry) => Number.isFinite(entry));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isPosition(value: unknown): value is RandomPosition {
  return Array.isArray(value) && value.length === 4 && value.every((word) => isWord(word));
}

/** Whether it is 32 bits, read as a signed or an unsigned number. */
function isWord(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) <= 2 ** 32;
}

function isHistory(values: readonly unknown[]): boolean {
  return values.every((value) => {
    if (typeof value !== "object" || value === null) return false;
    const { step, examples, exactMatch, tokenAccuracy, alignmentError }: Loose<Evaluation> = value;
    const isError = alignmentError === null || isShare(alignmentError);
    return (
      isCount(step) && isCount(examples) && isShare(exactMatch) && isShare(tokenAccuracy) && isError
    );
  });
}

function isShare(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}

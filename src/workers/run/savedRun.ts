/** Packs a run into a database record, and unpacks a record that may be damaged or old. */
import { type Config, needsFreshModel } from "../../engine/setup/config";
import type { AttentionEntropy } from "../../engine/results/entropy";
import type { BestEvaluation, Evaluation, LossPoint } from "../../engine/results/history";
import { isAllZero, readConfig } from "../../engine/files/modelFile";
import { modelShape } from "../../engine/setup/modelShape";
import { parameterCount } from "../../engine/setup/learnedParameters";
import { hashText, type RandomPosition } from "../../engine/rng";
import type { Task } from "../../engine/tasks/task";
import type { Trained } from "../../engine/training/trainer";
import type { BestWeights, Run } from "./run";

const FORMAT = 1; // records of another format are dropped

/** Plain data: what the database holds. */
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
  readonly losses: Float32Array;
  /** The update of each loss. Records of earlier versions have none: they hold the loss of every update up to `steps`. */
  readonly lossSteps?: Uint32Array;
  readonly evaluations: readonly Evaluation[];
  /** Records of earlier versions have none. */
  readonly best?: BestWeights | null;
}

/** Everything that an interrupted run needs to continue. */
export interface SavedRun {
  readonly config: Config;
  readonly vocabularies: string;
  readonly trained: Trained;
  readonly losses: readonly LossPoint[];
  readonly evaluations: readonly Evaluation[];
  readonly best: BestWeights | null;
}

/** Whether a reload would lose anything: weights trained here, or an opened file, as long as the loss is a number. */
export function isWorthSaving(run: Run): boolean {
  if (run.trainer === null) return false;
  if (run.weights === "fresh" && run.model.steps === 0) return false; // the seed makes the same weights again
  return Number.isFinite(run.losses.at(-1)?.loss ?? 0); // the record from before it diverged is worth more
}

/**
 * A copy of the run as it is in the call, which further training does not change.
 * @param collected the losses up to the call are in the run's history
 * @returns null where a weight is not a number
 */
export async function packRun(run: Run, collected: Promise<void>): Promise<RunRecord | null> {
  const now = { config: JSON.stringify(run.config), evaluations: [...run.evaluations] };
  const { best } = run;
  const [trained] = await Promise.all([run.trainer?.save(), collected]);
  if (!trained?.memory)
    throw new Error("savedRun: expected a run with a trainer, got a shipped model");
  const { parameters, steps, memory } = trained;
  if (![parameters, memory.mean, memory.variance].every(isVector)) return null;
  const losses = run.losses.filter(({ step }) => step <= steps);
  return {
    format: FORMAT,
    ...now,
    vocabularies: vocabulariesOf(run.model.task),
    steps,
    parameters,
    mean: memory.mean,
    variance: memory.variance,
    updates: memory.updates,
    positions: [memory.data, memory.coins, memory.masks],
    losses: Float32Array.from(losses, ({ loss }) => loss), // exact: the learner computes in 32 bits
    lossSteps: Uint32Array.from(losses, ({ step }) => step),
    best,
  };
}

/** A hash of both vocabularies. They must not change: a weight belongs to the id of a token. */
function vocabulariesOf({ sourceVocabulary, targetVocabulary }: Task): string {
  const sides = [sourceVocabulary, targetVocabulary].map(
    ({ tokens, size }) => `${size}:${hashText(JSON.stringify(tokens))}`,
  );
  return sides.join(" ");
}

/** What distinguishes one model from another: its settings, and the meaning of its token ids. */
export type Identity = Pick<SavedRun, "config" | "vocabularies">;

export function identityOf({ config, model }: Run): Identity {
  return { config, vocabularies: vocabulariesOf(model.task) };
}

/** Whether a model of this task with these settings could continue the saved one. */
export function canContinue(saved: Identity, task: Task, wanted: Config): boolean {
  return !needsFreshModel(saved.config, wanted) && saved.vocabularies === vocabulariesOf(task);
}

/** Whether the run has as many weights as the model of that task. */
export function isComplete({ config, trained }: SavedRun, task: Task): boolean {
  const { sourceVocabulary, targetVocabulary } = task;
  const shape = modelShape(config, sourceVocabulary.size, targetVocabulary.size);
  return trained.parameters.length === parameterCount(shape);
}

/** The run in a record; null where the value is not a complete record. */
export function unpackRun(value: unknown): SavedRun | null {
  if (!isRecord(value)) return null;
  const config = configOf(value.config);
  const [data, coins, masks] = value.positions;
  if (!config || !data || !coins || !masks) return null;
  const { parameters, mean, variance, updates, steps } = value;
  const stepOf = lossStep(value);
  return {
    config,
    vocabularies: value.vocabularies,
    trained: { parameters, steps, memory: { mean, variance, updates, data, coins, masks } },
    losses: Array.from(value.losses, (loss, i) => ({ step: stepOf(i), loss })),
    evaluations: value.evaluations,
    best: value.best ?? null,
  };
}

/** From the position of a loss to its update. */
function lossStep({ steps, losses, lossSteps }: RunRecord): (i: number) => number {
  const before = steps - losses.length;
  return (i) => lossSteps?.[i] ?? before + i + 1;
}

function configOf(text: string): Config | null {
  try {
    return readConfig(text);
  } catch {
    return null; // from another version, or damaged
  }
}

/** An object that claims to be a T; none of its values is checked yet. */
type Unchecked<T> = { readonly [K in keyof T]?: unknown };

function isRecord(value: unknown): value is RunRecord {
  if (typeof value !== "object" || value === null) return false;
  const record: Unchecked<RunRecord> = value;
  if (record.format !== FORMAT) return false;
  if (typeof record.config !== "string" || typeof record.vocabularies !== "string") return false;
  return (
    areCounts(record) &&
    areVectors(record) &&
    areHistories(record) &&
    areLossSteps(record) &&
    isBest(record)
  );
}

function areCounts({ steps, updates, losses }: Unchecked<RunRecord>): boolean {
  if (!isCount(steps) || !isCount(updates) || updates > steps) return false;
  return losses instanceof Float32Array && losses.length <= steps;
}

/** Whether the updates of the losses are absent, or as many as the losses, in order and not later than the weights. */
function areLossSteps({ lossSteps, losses, steps }: Unchecked<RunRecord>): boolean {
  if (lossSteps === undefined) return true;
  if (!(lossSteps instanceof Uint32Array) || !isVector(losses)) return false;
  const isInOrder = lossSteps.every((step, i) => step > (lossSteps[i - 1] ?? 0));
  return (
    isInOrder && lossSteps.length === losses.length && (lossSteps.at(-1) ?? 0) <= Number(steps)
  );
}

function areVectors({ parameters, mean, variance }: Unchecked<RunRecord>): boolean {
  if (!isVector(parameters) || !isVector(mean) || !isVector(variance)) return false;
  if (isAllZero(parameters)) return false; // read from a lost device
  const isOneSize = mean.length === parameters.length && variance.length === parameters.length;
  return isOneSize && variance.every((entry) => entry >= 0);
}

function areHistories({ positions, losses, evaluations }: Unchecked<RunRecord>): boolean {
  const arePositions = Array.isArray(positions) && positions.every(isPosition);
  return arePositions && isVector(losses) && Array.isArray(evaluations) && isHistory(evaluations);
}

/** Whether the best weights are absent, or complete and no newer than the others. */
function isBest({ best, steps, parameters }: Unchecked<RunRecord>): boolean {
  if (best === undefined || best === null) return true;
  if (typeof best !== "object" || !isVector(parameters)) return false;
  const { parameters: kept, ...rest }: Unchecked<BestWeights> = best;
  const hasWeights = isVector(kept) && kept.length === parameters.length;
  return hasWeights && isBestEvaluation(rest) && rest.step <= (steps as number);
}

function isBestEvaluation(value: Unchecked<BestEvaluation>): value is BestEvaluation {
  const { step, exactMatch, heldOutLoss } = value;
  return isCount(step) && isShare(exactMatch) && isLoss(heldOutLoss);
}

/** Whether the value is a loss or absent. A loss may be infinite or NaN. */
function isLoss(value: unknown): value is number | undefined {
  return value === undefined || typeof value === "number";
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

/** Whether the value fits in 32 bits, signed or unsigned. */
function isWord(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) <= 2 ** 32;
}

function isHistory(values: readonly unknown[]): boolean {
  return values.every((value) => {
    if (typeof value !== "object" || value === null) return false;
    const { examples, tokenAccuracy, alignmentError, entropy, ...rest }: Unchecked<Evaluation> =
      value;
    const isError = alignmentError === null || isShare(alignmentError);
    const areShares = isShare(tokenAccuracy) && isError;
    return isBestEvaluation(rest) && isCount(examples) && areShares && isEntropy(entropy);
  });
}

/** Whether the value is an entropy of attention, or absent. It may be NaN. */
function isEntropy(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value !== "object") return false;
  const { mean, even }: Unchecked<AttentionEntropy> = value;
  return [mean, even].every((nats) => typeof nats === "number" && !(nats < 0));
}

function isShare(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}

/** What the records of all kinds of runs hold: the network in training and its losses. The values may be damaged or old. */
import { isAllZero } from "../../engine/files/modelFile";
import type { LossPoint } from "../../engine/results/history";
import type { RandomPosition } from "../../engine/rng";

/** Plain data: what the database holds. */
export interface TrainedRecord {
  readonly steps: number;
  readonly parameters: Float32Array; // [P]
  readonly mean: Float32Array; //       [P]
  readonly variance: Float32Array; //   [P]
  readonly updates: number;
  readonly positions: readonly RandomPosition[]; // of the run's random streams
  readonly losses: Float32Array;
  /** The update of each loss. Records of earlier versions have none: they hold the loss of every update up to `steps`. */
  readonly lossSteps?: Uint32Array;
}

/** An object that claims to be a T; none of its values is checked yet. */
export type Unchecked<T> = { readonly [K in keyof T]?: unknown };

/** The record of these weights and the losses up to them; null where a weight is not a number. */
export function packTrained(
  trained: Omit<TrainedRecord, "losses" | "lossSteps">,
  losses: readonly LossPoint[],
): TrainedRecord | null {
  const { steps, parameters, mean, variance, updates, positions } = trained;
  if (![parameters, mean, variance].every(isVector)) return null;
  const known = losses.filter(({ step }) => step <= steps);
  return {
    steps,
    parameters,
    mean,
    variance,
    updates,
    positions,
    losses: Float32Array.from(known, ({ loss }) => loss), // exact: the learner computes in 32 bits
    lossSteps: Uint32Array.from(known, ({ step }) => step),
  };
}

export function unpackLosses({ steps, losses, lossSteps }: TrainedRecord): LossPoint[] {
  const before = steps - losses.length;
  return Array.from(losses, (loss, i) => ({ step: lossSteps?.[i] ?? before + i + 1, loss }));
}

export function isTrained(record: Unchecked<TrainedRecord>): boolean {
  const { positions, losses } = record;
  const arePositions = Array.isArray(positions) && positions.every(isPosition);
  return (
    areCounts(record) &&
    areVectors(record) &&
    arePositions &&
    isVector(losses) &&
    areLossSteps(record)
  );
}

function areCounts({ steps, updates, losses }: Unchecked<TrainedRecord>): boolean {
  if (!isCount(steps) || !isCount(updates) || updates > steps) return false;
  return losses instanceof Float32Array && losses.length <= steps;
}

/** Whether the updates of the losses are absent, or as many as the losses, in order and not later than the weights. */
function areLossSteps({ lossSteps, losses, steps }: Unchecked<TrainedRecord>): boolean {
  if (lossSteps === undefined) return true;
  if (!(lossSteps instanceof Uint32Array) || !isVector(losses)) return false;
  const isInOrder = lossSteps.every((step, i) => step > (lossSteps[i - 1] ?? 0));
  return (
    isInOrder && lossSteps.length === losses.length && (lossSteps.at(-1) ?? 0) <= Number(steps)
  );
}

function areVectors({ parameters, mean, variance }: Unchecked<TrainedRecord>): boolean {
  if (!isVector(parameters) || !isVector(mean) || !isVector(variance)) return false;
  if (isAllZero(parameters)) return false; // read from a lost device
  const isOneSize = mean.length === parameters.length && variance.length === parameters.length;
  return isOneSize && variance.every((entry) => entry >= 0);
}

function isPosition(value: unknown): value is RandomPosition {
  return Array.isArray(value) && value.length === 4 && value.every((word) => isWord(word));
}

/** Whether the value fits in 32 bits, signed or unsigned. */
function isWord(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) <= 2 ** 32;
}

export function isVector(value: unknown): value is Float32Array {
  return value instanceof Float32Array && value.every((entry) => Number.isFinite(entry));
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isShare(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}

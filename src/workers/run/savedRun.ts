/** Packs a run into a database record, and unpacks a record that may be damaged or old. */
import { type Config, needsFreshModel } from "../../engine/setup/config";
import type { AttentionEntropy } from "../../engine/results/entropy";
import type { BestEvaluation, Evaluation, LossPoint } from "../../engine/results/history";
import { readConfig } from "../../engine/files/modelFile";
import { modelShape } from "../../engine/setup/modelShape";
import { parameterCount } from "../../engine/setup/learnedParameters";
import { hashText } from "../../engine/rng";
import type { Task } from "../../engine/tasks/task";
import type { Trained } from "../../engine/training/trainer";
import type { Autosave } from "./autosave";
import type { BestWeights, Run } from "./run";
import type { RunRecords } from "./runRecords";
import {
  isCount,
  isShare,
  isTrained,
  isVector,
  packTrained,
  type TrainedRecord,
  type Unchecked,
  unpackLosses,
} from "./trainedRecord";

const FORMAT = 1; // records of another format are dropped

/** The random streams are those of the data, the coins and the masks. */
interface RunRecord extends TrainedRecord {
  readonly format: number;
  readonly config: string; // JSON with every field of FIELDS
  readonly vocabularies: string;
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

/** What distinguishes one model from another: its settings, and the meaning of its token ids. */
type Identity = Pick<SavedRun, "config" | "vocabularies">;

/** A model that the page asks for. */
interface Wanted {
  readonly task: Task;
  readonly config: Config;
}

/** The autosave of a lane. */
export type RunAutosave = Autosave<Run, Identity, SavedRun, Wanted>;

/** The records of a lane. */
export const SAVED_RUNS: RunRecords<Run, Identity, SavedRun, Wanted> = {
  isWorthSaving,
  stateOf: ({ id, model, evaluations }) => `${id}/${model.steps}/${evaluations.length}`,
  identityOf: ({ config, model }) => ({ config, vocabularies: vocabulariesOf(model.task) }),
  wantedOf: ({ config, model }) => ({ config, task: model.task }),
  pack: packRun,
  unpack: unpackRun,
  canContinue: (saved, { task, config }) =>
    !needsFreshModel(saved.config, config) && saved.vocabularies === vocabulariesOf(task),
  isComplete,
};

/** Whether a reload would lose anything: weights trained here, or an opened file, as long as the loss is a number. */
function isWorthSaving(run: Run): boolean {
  if (run.trainer === null) return false;
  if (run.weights === "fresh" && run.model.steps === 0) return false; // the seed makes the same weights again
  return Number.isFinite(run.losses.at(-1)?.loss ?? 0); // the record from before it diverged is worth more
}

async function packRun(run: Run, collected: Promise<void>): Promise<RunRecord | null> {
  const now = { config: JSON.stringify(run.config), evaluations: [...run.evaluations] };
  const { best } = run;
  const [trained] = await Promise.all([run.trainer?.save(), collected]);
  if (!trained?.memory)
    throw new Error("savedRun: expected a run with a trainer, got a shipped model");
  const { memory, ...weights } = trained;
  const positions = [memory.data, memory.coins, memory.masks];
  const record = packTrained({ ...weights, ...memory, positions }, run.losses);
  const vocabularies = vocabulariesOf(run.model.task);
  return record && { format: FORMAT, ...now, vocabularies, ...record, best };
}

/** A hash of both vocabularies. They must not change: a weight belongs to the id of a token. */
function vocabulariesOf({ sourceVocabulary, targetVocabulary }: Task): string {
  const sides = [sourceVocabulary, targetVocabulary].map(
    ({ tokens, size }) => `${size}:${hashText(JSON.stringify(tokens))}`,
  );
  return sides.join(" ");
}

/** Whether the run has as many weights as the model of that task. */
function isComplete({ config, trained }: SavedRun, { task }: Wanted): boolean {
  const { sourceVocabulary, targetVocabulary } = task;
  const shape = modelShape(config, sourceVocabulary.size, targetVocabulary.size);
  return trained.parameters.length === parameterCount(shape);
}

function unpackRun(value: unknown): SavedRun | null {
  if (!isRecord(value)) return null;
  const config = configOf(value.config);
  const [data, coins, masks] = value.positions;
  if (!config || !data || !coins || !masks) return null;
  const { parameters, mean, variance, updates, steps } = value;
  return {
    config,
    vocabularies: value.vocabularies,
    trained: { parameters, steps, memory: { mean, variance, updates, data, coins, masks } },
    losses: unpackLosses(value),
    evaluations: value.evaluations,
    best: value.best ?? null,
  };
}

function configOf(text: string): Config | null {
  try {
    return readConfig(text);
  } catch {
    return null; // from another version, or damaged
  }
}

function isRecord(value: unknown): value is RunRecord {
  if (typeof value !== "object" || value === null) return false;
  const record: Unchecked<RunRecord> = value;
  if (record.format !== FORMAT) return false;
  if (typeof record.config !== "string" || typeof record.vocabularies !== "string") return false;
  const { evaluations } = record;
  const isKnown = Array.isArray(evaluations) && isHistory(evaluations);
  return isTrained(record) && isKnown && isBest(record);
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

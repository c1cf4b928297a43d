/** Packs a network alone into a database record, and unpacks a record that may be damaged or old. */
import type { AloneConfig } from "../../engine/alone/aloneConfig";
import { readAloneConfig } from "../../engine/alone/aloneFile";
import { aloneShape } from "../../engine/alone/aloneShape";
import type { AloneEvaluation, SplitScore } from "../../engine/alone/evaluation";
import { identityOfNames, type Listed, nameTask } from "../../engine/alone/names";
import { MOST_NAMES } from "../../engine/alone/ownNames";
import { keepsModel } from "../../engine/alone/sameModel";
import type { SavedAlone } from "../../engine/fused/alone/trainer";
import type { LossPoint } from "../../engine/results/history";
import { parameterCount } from "../../engine/setup/learnedParameters";
import type { Autosave } from "../run/autosave";
import type { RunRecords } from "../run/runRecords";
import {
  isCount,
  isShare,
  isTrained,
  packTrained,
  type TrainedRecord,
  type Unchecked,
  unpackLosses,
} from "../run/trainedRecord";
import type { AloneRun, NamesInUse } from "./aloneRun";

const FORMAT = "alone 1"; // records of another format are dropped

/** The random streams are those of the names and the dropout masks. */
interface AloneRecord extends TrainedRecord {
  readonly format: string;
  readonly config: string; // JSON with every field of ALONE_FIELDS
  readonly names: string;
  readonly own: readonly Listed[] | null;
  readonly evaluations: readonly AloneEvaluation[];
}

/** What distinguishes one model from another: its settings, and the meaning of its letters and classes. */
type Identity = Pick<SavedRun, "config" | "names">;

interface SavedRun {
  readonly config: AloneConfig;
  readonly names: string;
  /** The names of "own". */
  readonly own: readonly Listed[] | null;
  readonly trained: SavedAlone & { readonly steps: number };
  readonly losses: readonly LossPoint[];
  readonly evaluations: readonly AloneEvaluation[];
}

interface Wanted {
  readonly config: AloneConfig | null; // null: any settings
  readonly names: NamesInUse | null; //   null: names of the student's own that only the record has
}

export type AloneAutosave = Autosave<AloneRun, Identity, SavedRun, Wanted>;

export const ALONE_RECORDS: RunRecords<AloneRun, Identity, SavedRun, Wanted> = {
  isWorthSaving,
  stateOf: ({ id, trainer, evaluations }) => `${id}/${trainer.steps}/${evaluations.length}`,
  identityOf: ({ config, trainer }) => ({ config, names: identityOfNames(trainer.task) }),
  wantedOf: ({ config, trainer, source, own }) => ({
    config,
    names: { task: trainer.task, source, own },
  }),
  pack,
  unpack,
  canContinue: (saved, { config, names }) =>
    (config === null || keepsModel(saved.config, config)) &&
    (names === null || saved.names === identityOfNames(names.task)),
  isComplete,
};

/** Whether a reload would lose anything: weights trained here or opened, or the student's own names. */
function isWorthSaving({ isShipped, trainer, own, losses }: AloneRun): boolean {
  if (isShipped || (trainer.steps === 0 && own === null)) return false;
  return Number.isFinite(losses.at(-1)?.loss ?? 0); // the record from before it diverged is worth more
}

async function pack(run: AloneRun, collected: Promise<void>): Promise<AloneRecord | null> {
  const { trainer, own } = run;
  const [steps, config, evaluations] = [
    trainer.steps,
    JSON.stringify(run.config),
    [...run.evaluations],
  ];
  const [{ parameters, moments, data, masks }] = await Promise.all([trainer.save(), collected]);
  const trained = { steps, parameters, ...moments, positions: [data, masks] };
  const record = packTrained(trained, run.losses);
  const names = identityOfNames(trainer.task);
  return record && { format: FORMAT, config, names, own, ...record, evaluations };
}

/** Whether the record has its names, and as many weights as the model of these names. */
function isComplete({ config, names, own, trained }: SavedRun, wanted: Wanted): boolean {
  const task = wanted.names?.task ?? nameTask(own ?? [], config.accents);
  if (names !== identityOfNames(task) || (config.names === "own" && own === null)) return false;
  const shape = aloneShape(config, task.vocabulary.size, task.classes.length);
  return trained.parameters.length === parameterCount(shape);
}

function unpack(value: unknown): SavedRun | null {
  if (!isRecord(value)) return null;
  const config = configOf(value.config);
  const [data, masks] = value.positions;
  if (!config || !data || !masks) return null;
  const { names, own, steps, parameters, mean, variance, updates, evaluations } = value;
  const moments = { mean, variance, updates };
  const trained = { steps, parameters, moments, data, masks };
  return { config, names, own, trained, losses: unpackLosses(value), evaluations };
}

function configOf(text: string): AloneConfig | null {
  try {
    return readAloneConfig(text);
  } catch {
    return null; // from another version, or damaged
  }
}

function isRecord(value: unknown): value is AloneRecord {
  if (typeof value !== "object" || value === null) return false;
  const record: Unchecked<AloneRecord> = value;
  const { format, config, names, own, evaluations } = record;
  if (format !== FORMAT || typeof config !== "string" || typeof names !== "string") return false;
  if (own !== null && !areNames(own)) return false;
  return isTrained(record) && Array.isArray(evaluations) && evaluations.every(isEvaluation);
}

function areNames(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > MOST_NAMES) return false;
  return value.every((each: Unchecked<Listed> | null | undefined) =>
    [each?.name, each?.label].every((text) => typeof text === "string"),
  );
}

function isEvaluation(value: Unchecked<AloneEvaluation> | null | undefined): boolean {
  if (!value) return false;
  const { step, train, heldOut, confusion } = value;
  const isKnown = confusion === null || isMatrix(confusion);
  return isCount(step) && isSplit(train) && isSplit(heldOut) && isKnown;
}

/** A loss may be infinite or NaN. */
function isSplit(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { loss, right }: Unchecked<SplitScore> = value;
  return typeof loss === "number" && isShare(right);
}

function isMatrix(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const { length } = value;
  return value.every(
    (row: unknown) => Array.isArray(row) && row.length === length && row.every(isCount),
  );
}

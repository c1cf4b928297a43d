/** A network alone in training: its learner, its random streams and its names. */
import type { AloneConfig } from "../../alone/aloneConfig";
import { aloneShape } from "../../alone/aloneShape";
import { type NameBatch, nameBatch } from "../../alone/nameBatch";
import type { Named, NameTask } from "../../alone/names";
import { createRandom, type RandomPosition } from "../../rng";
import { initialParameters } from "../../setup/learnedParameters";
import { masksOf, NO_DROPOUT } from "../../training/dropoutMasks";
import type { LearnerState } from "../../training/learner";
import type { Ops } from "../ops";
import { type AloneLearner, aloneLearner } from "./learner";

export interface AloneTrainer {
  readonly task: NameTask;
  readonly config: AloneConfig;
  readonly learner: AloneLearner;
  readonly steps: number;
  /** The names as the network reads them. */
  readonly batchOf: (names: readonly Pick<Named, "letters" | "label">[]) => NameBatch;
  step(settings: Pick<AloneConfig, "learningRate" | "clipNorm" | "dropout">): Promise<void>;
  /** What another trainer of this task and config needs to continue with identical results. */
  save(): Promise<SavedAlone>;
}

export interface SavedAlone extends LearnerState {
  readonly data: RandomPosition;
  readonly masks: RandomPosition;
}

/** @param from weights to continue from, after `steps` updates; without a memory of the optimizer, it starts anew */
export function createAloneTrainer(
  ops: Ops,
  task: NameTask,
  config: AloneConfig,
  from?: Pick<SavedAlone, "parameters"> & Partial<SavedAlone> & { readonly steps?: number },
): AloneTrainer {
  const shape = aloneShape(config, task.vocabulary.size, task.classes.length);
  const random = createRandom(config.seed);
  const parameters = from?.parameters ?? initialParameters(shape, random.fork("initial"));
  const learner = aloneLearner(ops, shape, { ...from, parameters });
  const updates = from?.moments?.updates ?? 0;
  const before = (from?.steps ?? updates) - updates;
  const data = random.fork("data", from?.data);
  const masks = random.fork("dropout", from?.masks);
  const batchOf: AloneTrainer["batchOf"] = (names) =>
    nameBatch(names, { kind: config.alone, vocabulary: task.vocabulary });
  return {
    task,
    config,
    learner,
    batchOf,
    get steps() {
      return before + learner.updates;
    },
    async step({ dropout: rate, ...how }) {
      const names = Array.from({ length: config.batchSize }, () => {
        const drawn = task.train[data.below(task.train.length)];
        if (!drawn) throw new Error("names: expected training names, got none");
        return drawn;
      });
      const dropout = rate === 0 ? NO_DROPOUT : { rate, seed: masks.below(2 ** 32) };
      await learner.step(batchOf(names), how, masksOf(dropout, "loss"));
    },
    async save() {
      const positions = { data: data.position(), masks: masks.position() };
      return { ...(await learner.save()), ...positions };
    },
  };
}

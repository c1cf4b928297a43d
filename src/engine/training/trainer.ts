/** A model in training: what holds its numbers, its random streams and its data. */
import type { Config } from "../setup/config";
import { initialParameters } from "../setup/parameters";
import { NO_DROPOUT, type StepDropout } from "./dropoutMasks";
import { type ModelShape, modelShape } from "../setup/modelShape";
import { createRandom, type Random, type RandomPosition } from "../rng";
import type { Task } from "../tasks/task";
import { type Batch, makeBatch } from "../batch";
import { asRead } from "../tasks/readingOrder";
import { type ForcingSettings, truthProbability } from "../setup/truthProbability";
import type { Arithmetic, Moments, Predictor } from "./learner";
import { tossCoins } from "./teacherForcing";

/** The settings that may change from step to step. */
export type StepSettings = Pick<Config, "learningRate" | "clipNorm" | "dropout" | "coin"> &
  ForcingSettings;

/** A model that can decode and be evaluated. */
export interface Model {
  readonly task: Task;
  readonly shape: ModelShape;
  /** Updates that made it what it is. */
  readonly steps: number;
  /** What its numbers are, and what it answers by them. */
  readonly predictor: Predictor;
  dispose(): void;
}

export interface Trainer extends Model {
  /** One update on a fresh batch. */
  step(settings: StepSettings): void;
  /** The losses of the batches since the last call, each before its update, in nats. On a GPU this waits for all of them. */
  takeLosses(): readonly number[];
  /** All that another trainer of the same task and configuration needs to go on as this one would. */
  save(): Trained;
}

function shapeFor(task: Task, config: Config): ModelShape {
  return modelShape(config, task.sourceVocabulary.size, task.targetVocabulary.size);
}

/** A model with given parameters that is looked at and not trained. */
export function frozenModel(
  task: Task,
  config: Config,
  { parameters, steps }: Trained,
  arithmetic: Arithmetic,
): Model {
  const shape = shapeFor(task, config);
  const predictor = arithmetic.predictor(shape, parameters);
  return { task, shape, steps, predictor, dispose: () => predictor.dispose() };
}

/** Weights that were trained before, to go on from. */
export interface Trained {
  readonly parameters: Float32Array; // [P]
  readonly steps: number;
  /** What only an interrupted run has: with it the run goes on as if nothing had happened. */
  readonly memory?: TrainerMemory;
}

/** All that a trainer keeps beside the weights. Its updates are fewer than the steps where trained weights were opened. */
export interface TrainerMemory extends Moments {
  readonly data: RandomPosition;
  readonly coins: RandomPosition;
  readonly masks: RandomPosition;
}

/** What a trainer goes on from, and how it computes. */
export interface TrainerOptions {
  readonly from?: Trained | undefined;
  readonly arithmetic: Arithmetic;
}

/**
 * A trainer on fresh weights, or on trained ones. The same configuration and arithmetic give the same run.
 * Trained weights without an optimiser's memory go on with data that a run from step 0 would not draw.
 */
export function createTrainer(
  task: Task,
  config: Config,
  { from, arithmetic }: TrainerOptions,
): Trainer {
  const shape = shapeFor(task, config);
  const seeded = createRandom(config.seed);
  const random = from && !from.memory ? seeded.fork(`after ${from.steps} steps`) : seeded;
  const trained = from ?? {
    parameters: initialParameters(shape, random.fork("initial")),
    steps: 0,
  };
  return trainFrom(task, shape, { trained, random, batchSize: config.batchSize, arithmetic });
}

interface Start {
  readonly trained: Trained;
  readonly random: Random;
  readonly batchSize: number;
  readonly arithmetic: Arithmetic;
}

function trainFrom(
  task: Task,
  shape: ModelShape,
  { trained, random, batchSize, arithmetic }: Start,
): Trainer {
  const { parameters, memory } = trained;
  const data = random.fork("data", memory?.data);
  const coins = random.fork("teacher forcing", memory?.coins);
  const masks = random.fork("dropout", memory?.masks);
  const learner = arithmetic.learner(
    shape,
    memory ? { parameters, moments: memory } : { parameters },
  );
  const before = trained.steps - learner.updates; // steps that another Adam made
  const steps = (): number => before + learner.updates;

  return {
    task,
    shape,
    get steps() {
      return steps();
    },
    predictor: learner,
    step(settings) {
      const batch = drawBatch(task, shape, { random: data, size: batchSize });
      const probability = truthProbability(settings, steps());
      const truthFed = tossCoins(batch, { probability, coin: settings.coin, coins });
      learner.step({ batch, truthFed, dropout: drawDropout(settings.dropout, masks) }, settings);
    },
    takeLosses: () => learner.takeLosses(),
    save() {
      const saved = learner.save();
      return {
        parameters: saved.parameters,
        steps: steps(),
        memory: {
          ...saved.moments,
          data: data.position(),
          coins: coins.position(),
          masks: masks.position(),
        },
      };
    },
    dispose: () => learner.dispose(),
  };
}

/** Dropout of a step: a seed of its own where anything is dropped, else the stream stays where it is. */
function drawDropout(rate: number, random: Random): StepDropout {
  return rate === 0 ? NO_DROPOUT : { rate, seed: random.below(2 ** 32) };
}

/** Pairs of the training split, in the order in which the encoder reads them. */
function drawBatch(
  task: Task,
  { sourceOrder }: ModelShape,
  { random, size }: { readonly random: Random; readonly size: number },
): Batch {
  const pairs = Array.from({ length: size }, () => task.sample(random, "train"));
  return makeBatch(
    task,
    pairs.map((pair) => asRead(sourceOrder, pair)),
  );
}

/** A model in training: its parameters, its optimiser and its random streams. */
import {
  concat,
  dispose,
  grads,
  reshape,
  type Tensor,
  type Tensor1D,
  tensor1d,
  tidy,
} from "@tensorflow/tfjs-core";
import type { Config } from "../config";
import { initialParameters } from "../parameters";
import { dropoutOf } from "../model/dropout";
import { batchLoss, type Pass } from "../model/seq2seq";
import { plainResult } from "../model/scope";
import { type ModelShape, modelShape } from "../modelShape";
import { viewWeights, type Weights } from "../model/weights";
import { createRandom, type Random, type RandomPosition } from "../rng";
import type { Task } from "../tasks/task";
import { adamUpdate, type AdamState, clipByNorm, startAdam } from "./adam";
import { makeBatch } from "../batch";
import { asRead } from "../tasks/readingOrder";
import { type ForcingSettings, truthProbability } from "../truthProbability";
import { chooseInputs } from "./teacherForcing";

/** The settings that may change from step to step. */
export type StepSettings = Pick<Config, "learningRate" | "clipNorm" | "dropout" | "coin"> &
  ForcingSettings;

/** A model that can decode and be evaluated. */
export interface Model {
  readonly task: Task;
  readonly shape: ModelShape;
  /** Updates that made it what it is. */
  readonly steps: number;
  /** All parameters end to end, [P]; valid until the next step. */
  readonly parameters: Tensor1D;
  dispose(): void;
}

export interface Trainer extends Model {
  /** One update on a fresh batch; returns the batch's loss before the update, in nats. */
  step(settings: StepSettings): number;
  /** All that another trainer of the same task and configuration needs to go on as this one would. */
  save(): Trained;
}

function shapeFor(task: Task, config: Config): ModelShape {
  return modelShape(config, task.sourceVocabulary.size, task.targetVocabulary.size);
}

/** A model with given parameters, [P], that is looked at and not trained. */
export function frozenModel(task: Task, config: Config, flat: Float32Array, steps: number): Model {
  const parameters = tensor1d(flat);
  return {
    task,
    shape: shapeFor(task, config),
    steps,
    parameters,
    dispose: () => parameters.dispose(),
  };
}

/** Weights that were trained before, to go on from. */
export interface Trained {
  readonly parameters: Float32Array; // [P]
  readonly steps: number;
  /** What only an interrupted run has: with it the run goes on as if nothing had happened. */
  readonly memory?: TrainerMemory;
}

/** All that a trainer keeps beside the weights. */
export interface TrainerMemory {
  readonly mean: Float32Array; //     of Adam, [P]
  readonly variance: Float32Array; // of Adam, [P]
  readonly updates: number; //        made by this Adam; fewer than the steps where trained weights were opened
  readonly data: RandomPosition;
  readonly coins: RandomPosition;
  readonly masks: RandomPosition;
}

/**
 * A trainer on fresh weights, or on trained ones. The same configuration and backend give the same run.
 * Trained weights without an optimiser's memory go on with data that a run from step 0 would not draw.
 */
export function createTrainer(task: Task, config: Config, from?: Trained): Trainer {
  const shape = shapeFor(task, config);
  const seeded = createRandom(config.seed);
  const random = from && !from.memory ? seeded.fork(`after ${from.steps} steps`) : seeded;
  const trained = from ?? {
    parameters: initialParameters(shape, random.fork("initial")),
    steps: 0,
  };
  return trainFrom(task, shape, { trained, random, batchSize: config.batchSize });
}

interface Start {
  readonly trained: Trained;
  readonly random: Random;
  readonly batchSize: number;
}

function trainFrom(task: Task, shape: ModelShape, { trained, random, batchSize }: Start): Trainer {
  const { memory } = trained;
  const data = random.fork("data", memory?.data);
  const coins = random.fork("teacher forcing", memory?.coins);
  const masks = random.fork("dropout", memory?.masks);
  let parameters = tensor1d(trained.parameters);
  let adam: AdamState = memory
    ? { mean: tensor1d(memory.mean), variance: tensor1d(memory.variance), steps: memory.updates }
    : startAdam(trained.parameters.length);
  const before = trained.steps - adam.steps; // steps that another Adam made
  const steps = (): number => before + adam.steps;

  return {
    task,
    shape,
    get steps() {
      return steps();
    },
    get parameters() {
      return parameters;
    },
    save: () => ({
      parameters: read(parameters),
      steps: steps(),
      memory: {
        mean: read(adam.mean),
        variance: read(adam.variance),
        updates: adam.steps,
        data: data.position(),
        coins: coins.position(),
        masks: masks.position(),
      },
    }),
    step(settings) {
      const pairs = Array.from({ length: batchSize }, () => task.sample(data, "train"));
      const batch = makeBatch(
        task,
        pairs.map((pair) => asRead(shape.sourceOrder, pair)),
      );
      const dropout = dropoutOf(settings.dropout, masks);
      const probability = truthProbability(settings, steps());
      const forcing = { probability, coin: settings.coin, coins, dropout };
      const inputs = plainResult(() =>
        chooseInputs(viewWeights(shape, parameters), shape, batch, forcing),
      );
      const { loss, gradient } = lossAndGradient(shape, parameters, { batch, inputs, dropout });
      const clipped = clipByNorm(gradient, settings.clipNorm);
      const updated = adamUpdate(parameters, clipped, adam, settings.learningRate);
      dispose([parameters, adam.mean, adam.variance, gradient, clipped]);
      ({ parameters, state: adam } = updated);
      return loss;
    },
    dispose: () => dispose([parameters, adam.mean, adam.variance]),
  };
}

function read(tensor: Tensor1D): Float32Array {
  return Float32Array.from(tensor.dataSync<"float32">());
}

/**
 * Loss of a batch and its gradient.
 * @param parameters [P]
 * @returns the gradient as a tensor [P] that belongs to the caller
 */
export function lossAndGradient(
  shape: ModelShape,
  parameters: Tensor1D,
  pass: Pass,
): { readonly loss: number; readonly gradient: Tensor1D } {
  let loss = Number.NaN;
  const gradient = tidy(() => {
    const weights = viewWeights(shape, parameters);
    const names = [...weights.keys()];
    const byWeight = grads((...views: Tensor[]) => {
      const named: Weights = new Map(names.map((name, i) => [name, views[i] as Tensor]));
      const value = batchLoss(named, shape, pass);
      loss = value.dataSync()[0] ?? Number.NaN;
      return value;
    });
    const parts = byWeight([...weights.values()]);
    return concat<Tensor1D>(parts.map((part) => reshape(part, [-1])));
  });
  return { loss, gradient };
}

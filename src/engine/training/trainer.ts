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
import { initialParameters } from "../model/parameters";
import { batchLoss } from "../model/seq2seq";
import { plainResult } from "../model/scope";
import { type ModelShape, modelShape } from "../model/shape";
import { viewWeights, type Weights } from "../model/weights";
import { createRandom, type Random } from "../rng";
import type { Task } from "../tasks/task";
import { adamUpdate, type AdamState, clipByNorm, startAdam } from "./adam";
import { type Batch, makeBatch } from "../batch";
import { chooseInputs } from "./teacherForcing";

/** The settings that may change from step to step. */
export type StepSettings = Pick<Config, "learningRate" | "clipNorm" | "forcing">;

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

/** A trainer on fresh weights. The same configuration and backend give the same run. */
export function createTrainer(task: Task, config: Config): Trainer {
  const shape = shapeFor(task, config);
  const random = createRandom(config.seed);
  return trainFrom(task, shape, {
    parameters: initialParameters(shape, random.fork("initial")),
    random,
    batchSize: config.batchSize,
  });
}

interface Start {
  readonly parameters: Float32Array;
  readonly random: Random;
  readonly batchSize: number;
}

function trainFrom(task: Task, shape: ModelShape, start: Start): Trainer {
  const data = start.random.fork("data");
  const coins = start.random.fork("teacher forcing");
  let parameters = tensor1d(start.parameters);
  let adam: AdamState = startAdam(start.parameters.length);

  return {
    task,
    shape,
    get steps() {
      return adam.steps;
    },
    get parameters() {
      return parameters;
    },
    step({ learningRate, clipNorm, forcing }) {
      const pairs = Array.from({ length: start.batchSize }, () => task.sample(data, "train"));
      const batch = makeBatch(task, pairs);
      const inputs = plainResult(() =>
        chooseInputs(viewWeights(shape, parameters), shape, batch, { probability: forcing, coins }),
      );
      const { loss, gradient } = lossAndGradient(shape, parameters, batch, inputs);
      const clipped = clipByNorm(gradient, clipNorm);
      const updated = adamUpdate(parameters, clipped, adam, learningRate);
      dispose([parameters, adam.mean, adam.variance, gradient, clipped]);
      ({ parameters, state: adam } = updated);
      return loss;
    },
    dispose: () => dispose([parameters, adam.mean, adam.variance]),
  };
}

/**
 * Loss of a batch and its gradient.
 * @param parameters [P]
 * @param inputs decoder input ids, [B, T] row-major
 * @returns the gradient as a tensor [P] that belongs to the caller
 */
export function lossAndGradient(
  shape: ModelShape,
  parameters: Tensor1D,
  batch: Batch,
  inputs: Int32Array,
): { readonly loss: number; readonly gradient: Tensor1D } {
  let loss = Number.NaN;
  const gradient = tidy(() => {
    const weights = viewWeights(shape, parameters);
    const names = [...weights.keys()];
    const byWeight = grads((...views: Tensor[]) => {
      const named: Weights = new Map(names.map((name, i) => [name, views[i] as Tensor]));
      const value = batchLoss(named, shape, batch, inputs);
      loss = value.dataSync()[0] ?? Number.NaN;
      return value;
    });
    const parts = byWeight([...weights.values()]);
    return concat<Tensor1D>(parts.map((part) => reshape(part, [-1])));
  });
  return { loss, gradient };
}

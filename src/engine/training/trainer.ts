/** A model in training: its learner, its random streams and its data. */
import type { LossPoint } from "../results/history";
import type { Config } from "../setup/config";
import { initialParameters } from "../setup/learnedParameters";
import { NO_DROPOUT, type StepDropout } from "./dropoutMasks";
import { type ModelShape, modelShape } from "../setup/modelShape";
import { createRandom, type Random, type RandomPosition } from "../rng";
import type { Pair, Task } from "../tasks/task";
import { makeBatch } from "../batch";
import { asRead } from "../tasks/readingOrder";
import { type ForcingSettings, truthProbability } from "../setup/truthProbability";
import type {
  Arithmetic,
  Moments,
  Predictor,
  TrainingExample,
  UpdateRule,
  WalkedStep,
} from "./learner";
import { tossCoins } from "./teacherForcing";

/** The settings that may change from step to step. */
export type StepSettings = Pick<Config, "learningRate" | "clipNorm" | "dropout" | "coin"> &
  ForcingSettings;

/** A model that can decode and be evaluated. */
export interface Model {
  readonly task: Task;
  readonly shape: ModelShape;
  /** Training steps behind its weights. */
  readonly steps: number;
  /** Its parameters and its answers. */
  readonly predictor: Predictor;
  dispose(): void;
}

export interface Trainer extends Model {
  /** One update on a fresh batch. Resolves when the next one may follow. */
  step(settings: StepSettings): Promise<void>;
  /** The update of `step`, bit for bit, with the numbers that it goes through. */
  walk(settings: StepSettings): Promise<WalkedUpdate>;
  /** What the next update will learn from. It moves no stream, so the update is the same. */
  peek(settings: StepSettings): DrawnUpdate;
  /** The losses of the updates between the last call and this one, each before its update, with its step. */
  takeLosses(): Promise<readonly LossPoint[]>;
  /** The state of the call, which another trainer of the same task and config needs to continue with identical results. */
  save(): Promise<Trained>;
}

/** One update with its numbers. */
export interface WalkedUpdate extends WalkedStep, DrawnUpdate {
  readonly steps: number; // this update included
  readonly rule: UpdateRule;
}

/** What an update learns from. */
export interface DrawnUpdate {
  readonly pairs: readonly Pair[]; // in writing order
  readonly example: TrainingExample;
}

/** What the first update of a fresh run learns from. */
export function firstUpdate(task: Task, config: Config): DrawnUpdate {
  const draw = { task, shape: shapeFor(task, config), size: config.batchSize };
  return drawUpdate(draw, openStreams(createRandom(config.seed)), { settings: config, steps: 0 });
}

function shapeFor(task: Task, config: Config): ModelShape {
  return modelShape(config, task.sourceVocabulary.size, task.targetVocabulary.size);
}

/** A model with given parameters, for decoding only. */
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

/** Trained weights to continue from. */
export interface Trained {
  readonly parameters: Float32Array; // [P]
  readonly steps: number;
  /** Only of an interrupted run: with it the run continues with identical results. */
  readonly memory?: TrainerMemory;
}

/** A trainer's state beside the weights. After opened weights, its updates are fewer than the steps. */
export interface TrainerMemory extends Moments {
  readonly data: RandomPosition;
  readonly coins: RandomPosition;
  readonly masks: RandomPosition;
}

/** The weights that a trainer starts from, and its arithmetic. */
export interface TrainerOptions {
  readonly from?: Trained | undefined;
  readonly arithmetic: Arithmetic;
}

/**
 * Creates a trainer on fresh or trained weights. The same config and arithmetic give the same run.
 * Trained weights without an optimizer state continue with other data than a run from step 0.
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
  const streams = openStreams(random, memory);
  const draw = { task, shape, size: batchSize };
  const learner = arithmetic.learner(
    shape,
    memory ? { parameters, moments: memory } : { parameters },
  );
  const before = trained.steps - learner.updates; // steps before this optimizer state
  const steps = (): number => before + learner.updates;
  const drawWith = (settings: StepSettings, from: Streams): DrawnUpdate =>
    drawUpdate(draw, from, { settings, steps: steps() });
  return {
    task,
    shape,
    get steps() {
      return steps();
    },
    predictor: learner,
    async step(settings) {
      await learner.step(drawWith(settings, streams).example, settings);
    },
    async walk(settings) {
      const { learningRate, clipNorm } = settings;
      const rule = { learningRate, clipNorm };
      const drawn = drawWith(settings, streams);
      const walked = await learner.walk(drawn.example, rule);
      return { ...walked, ...drawn, rule, steps: before + walked.after.moments.updates };
    },
    peek: (settings) => drawWith(settings, openStreams(random, positionsOf(streams))),
    async takeLosses() {
      const last = steps(); // while the losses travel, more updates follow
      const losses = await learner.takeLosses();
      return losses.map((loss, i) => ({ step: last - losses.length + i + 1, loss }));
    },
    async save() {
      const now = { steps: steps(), positions: positionsOf(streams) };
      const saved = await learner.save();
      const state = { ...saved.moments, ...now.positions };
      return { parameters: saved.parameters, steps: now.steps, memory: state };
    },
    dispose: () => learner.dispose(),
  };
}

/** Draws the dropout seed of a step; without dropout nothing is drawn. */
function drawDropout(rate: number, random: Random): StepDropout {
  return rate === 0 ? NO_DROPOUT : { rate, seed: random.below(2 ** 32) };
}

/** The random streams of a run. */
interface Streams {
  readonly data: Random;
  readonly coins: Random;
  readonly masks: Random;
}

type Positions = Pick<TrainerMemory, keyof Streams>;

function openStreams(random: Random, at?: Positions): Streams {
  return {
    data: random.fork("data", at?.data),
    coins: random.fork("teacher forcing", at?.coins),
    masks: random.fork("dropout", at?.masks),
  };
}

function positionsOf({ data, coins, masks }: Streams): Positions {
  return { data: data.position(), coins: coins.position(), masks: masks.position() };
}

interface Draw {
  readonly task: Task;
  readonly shape: ModelShape;
  readonly size: number; // pairs
}

/** Draws training pairs, coins and dropout. The network reads the pairs in reading order. */
function drawUpdate(
  { task, shape: { sourceOrder }, size }: Draw,
  { data, coins, masks }: Streams,
  { settings, steps }: { readonly settings: StepSettings; readonly steps: number },
): DrawnUpdate {
  const pairs = Array.from({ length: size }, () => task.sample(data, "train"));
  const batch = makeBatch(
    task,
    pairs.map((pair) => asRead(sourceOrder, pair)),
  );
  const probability = truthProbability(settings, steps);
  const truthFed = tossCoins(batch, { probability, coin: settings.coin, coins });
  return { pairs, example: { batch, truthFed, dropout: drawDropout(settings.dropout, masks) } };
}

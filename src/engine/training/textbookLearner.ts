/** The textbook implementation: the network composed of the tensor library's operations, which differentiates it. */
import {
  argMax,
  clone,
  dispose,
  type Scalar,
  stack,
  type Tensor,
  type Tensor1D,
  tensor1d,
} from "@tensorflow/tfjs-core";
import { decodeGreedily } from "../decoding/greedy";
import { decodeOnTensors } from "../decoding/textbookDecode";
import type { Batch } from "../batch";
import { dropoutBy, noDropout } from "../model/dropout";
import { masksOf } from "./dropoutMasks";
import { readTensor } from "../model/readTensor";
import { plainResult } from "../model/scope";
import type { Pass } from "../model/network";
import { batchLoss, networkOf } from "../model/networks";
import { viewWeights, type Weights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";
import { adamUpdate, type AdamState, clipByNorm, startAdam } from "./adam";
import type {
  Arithmetic,
  Learner,
  LearnerState,
  Moments,
  Predictor,
  TrainingExample,
  UpdateRule,
  WalkedStep,
} from "./learner";
import { type LossAndGradient, lossAndGradient } from "./lossAndGradient";
import { LossQueue } from "./lossQueue";
import { chooseInputs } from "./teacherForcing";
import { tokenLosses } from "./tokenLosses";

export const textbook: Arithmetic = {
  learner(shape, { parameters, moments }) {
    return createLearner(
      shape,
      tensor1d(parameters),
      moments ? openAdam(moments) : startAdam(parameters.length),
    );
  },
  predictor: (shape, parameters) => createPredictor(shape, tensor1d(parameters)),
};

function openAdam({ mean, variance, updates }: Moments): AdamState {
  return { mean: tensor1d(mean), variance: tensor1d(variance), steps: updates };
}

/** @param parameters [P]; the predictor disposes of it */
function createPredictor(shape: ModelShape, parameters: Tensor1D): Predictor {
  return {
    readParameters: async () => read(parameters),
    decode: async (batch, limit) =>
      plainResult(() => decodeGreedily(viewWeights(shape, parameters), shape, batch, limit)),
    sayings: async (batch, truthFed) =>
      plainResult(() => sayings(viewWeights(shape, parameters), shape, batch, truthFed)),
    loss: async (batch) =>
      plainResult(() => {
        const pass = { batch, inputs: batch.targetIn };
        return scalarOf(batchLoss(viewWeights(shape, parameters), shape, pass));
      }),
    trace: async (planned) =>
      plainResult(() => decodeOnTensors(viewWeights(shape, parameters), shape, planned)),
    copy: (values) => createPredictor(shape, values ? tensor1d(values) : clone(parameters)),
    dispose: () => parameters.dispose(),
  };
}

/** The learner disposes of the tensors passed in. */
function createLearner(shape: ModelShape, first: Tensor1D, adam: AdamState): Learner {
  let parameters = first;
  let current = createPredictor(shape, parameters);
  let state = adam;
  const losses = new LossQueue(readAll);
  const saved = (): LearnerState => ({
    parameters: read(parameters),
    moments: { mean: read(state.mean), variance: read(state.variance), updates: state.steps },
  });
  /** @param look reads what it wants of the update; the weights are still those before it */
  const update = <T>(
    { batch, truthFed, dropout }: TrainingExample,
    { learningRate, clipNorm }: UpdateRule,
    look: (before: Tensor1D, pass: Pass, found: LossAndGradient) => T,
  ): T => {
    const before = parameters;
    const inputs = plainResult(() => {
      const choice = { truthFed, dropout: dropoutBy(masksOf(dropout, "inputs")) };
      return chooseInputs(viewWeights(shape, before), shape, batch, choice);
    });
    const pass = (): Pass => ({ batch, inputs, dropout: dropoutBy(masksOf(dropout, "loss")) });
    const found = lossAndGradient(shape, before, pass());
    const seen = look(before, pass(), found); // a pass uses up its stream of masks
    const clipped = clipByNorm(found.gradient, clipNorm);
    const after = adamUpdate(before, clipped, state, learningRate);
    dispose([before, state.mean, state.variance, found.gradient, clipped]);
    ({ parameters } = after);
    current = createPredictor(shape, parameters);
    ({ state } = after);
    losses.add(found.loss);
    return seen;
  };
  return {
    get updates() {
      return state.steps;
    },
    readParameters: () => current.readParameters(),
    decode: (batch, limit) => current.decode(batch, limit),
    sayings: (batch, truthFed) => current.sayings(batch, truthFed),
    loss: (batch) => current.loss(batch),
    trace: (planned) => current.trace(planned),
    copy: (values) => current.copy(values),
    async step(example, how) {
      update(example, how, () => undefined);
    },
    async walk(example, how) {
      const before = saved();
      const seen = update(example, how, (...pass) => readPass(shape, ...pass));
      return { before, after: saved(), ...seen };
    },
    takeLosses: () => losses.take(),
    save: async () => saved(),
    dispose() {
      current.dispose();
      dispose([state.mean, state.variance, ...losses.drop()]);
    },
  };
}

/** Reads the numbers of an update. The pass runs once more for its logits, which the gradient does not keep. */
function readPass(
  shape: ModelShape,
  parameters: Tensor1D,
  pass: Pass,
  { loss, gradient }: LossAndGradient,
): Omit<WalkedStep, "before" | "after"> {
  const logits = plainResult(() =>
    Float32Array.from(
      readTensor(networkOf(shape).predict(viewWeights(shape, parameters), shape, pass).logits),
    ),
  );
  return {
    inputs: Int32Array.from(pass.inputs),
    tokenLosses: tokenLosses(logits, pass.batch, "byPair"),
    loss: scalarOf(loss),
    gradient: read(gradient),
  };
}

function sayings(
  weights: Weights,
  shape: ModelShape,
  batch: Batch,
  truthFed: readonly boolean[],
): Int32Array {
  const inputs = chooseInputs(weights, shape, batch, { truthFed, dropout: noDropout });
  const { logits } = networkOf(shape).predict(weights, shape, { batch, inputs });
  return Int32Array.from(readTensor(argMax(logits, 1)));
}

function scalarOf(tensor: Tensor): number {
  return readTensor(tensor)[0] ?? Number.NaN;
}

function read(tensor: Tensor1D): Float32Array {
  return Float32Array.from(readTensor(tensor));
}

/** Reads the scalars in one transfer and disposes of them. */
async function readAll(scalars: readonly Scalar[]): Promise<ArrayLike<number> & Iterable<number>> {
  try {
    return plainResult(() => readTensor(stack([...scalars])));
  } finally {
    dispose([...scalars]);
  }
}

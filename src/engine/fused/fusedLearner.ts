/** A model's numbers where the fused operations keep them. */
import { keep, type Tensor1D, tensor1d } from "@tensorflow/tfjs-core";
import type { ModelShape } from "../modelShape";
import type { Arithmetic, Learner, LearnerState, Predictor } from "../training/learner";
import { LossQueue } from "../training/lossQueue";
import { decodeGreedily } from "./greedy";
import type { Matrix } from "./matrix";
import type { FusedModel } from "./model";
import type { Learned, Ops } from "./ops";
import { lossAndGradient } from "./pass";
import { chooseInputs } from "./rollOut";

/** The arithmetic of these operations. Where tensors are asked for they are uploaded to the tensor library's backend. */
export function fusedArithmetic(ops: Ops): Arithmetic {
  return {
    learner: (shape, start) => createLearner(ops, shape, openLearned(ops, start)),
    predictor: (shape, parameters) =>
      createPredictor(ops, shape, { parameters: keepRow(ops, parameters) }),
  };
}

function keepRow(ops: Ops, values: Float32Array): Matrix {
  return ops.scope(() => ops.keep(ops.matrix(values, 1, values.length)));
}

interface Opened {
  readonly learned: Learned;
  readonly updates: number;
}

function openLearned(ops: Ops, start: Parameters<Arithmetic["learner"]>[1]): Opened {
  const { parameters, moments } = start;
  const row = (values?: Float32Array): Matrix =>
    keepRow(ops, values ?? new Float32Array(parameters.length));
  return {
    learned: {
      parameters: row(parameters),
      mean: row(moments?.mean),
      variance: row(moments?.variance),
    },
    updates: moments?.updates ?? 0,
  };
}

/** What holds the parameters: the matrix may be replaced from step to step. */
type Holder = Readonly<Pick<Learned, "parameters">>;

interface FusedPredictor extends Predictor {
  /** Told when the numbers have changed. */
  forget(): void;
}

/** The matrix is the predictor's own from now on. */
function createPredictor(ops: Ops, shape: ModelShape, holder: Holder): FusedPredictor {
  let uploaded: Tensor1D | null = null;
  const model = (): FusedModel => ({ ops, shape, parameters: holder.parameters });
  const forget = (): void => {
    uploaded?.dispose();
    uploaded = null;
  };
  return {
    get parameters() {
      uploaded ??= keep(tensor1d(ops.read(holder.parameters))); // whoever asks within a scope asks again later
      return uploaded;
    },
    readParameters: () => ops.read(holder.parameters),
    decode: (batch, limit) => ops.scope(() => decodeGreedily(model(), batch, limit)),
    copy() {
      const parameters = ops.scope(() => ops.keep(ops.stack([holder.parameters])));
      return createPredictor(ops, shape, { parameters });
    },
    forget,
    dispose() {
      forget();
      ops.release(holder.parameters);
    },
  };
}

function createLearner(ops: Ops, shape: ModelShape, { learned, updates: before }: Opened): Learner {
  const present = createPredictor(ops, shape, learned);
  let updates = before;
  const losses = new LossQueue((pending: readonly Matrix[]) => {
    const values = ops.read(...pending);
    pending.forEach((loss) => ops.release(loss));
    return values;
  });
  return {
    get parameters() {
      return present.parameters;
    },
    get updates() {
      return updates;
    },
    readParameters: () => present.readParameters(),
    decode: (batch, limit) => present.decode(batch, limit),
    copy: () => present.copy(),
    step({ batch, truthFed, masks }, { learningRate, clipNorm }) {
      const model = { ops, shape, parameters: learned.parameters };
      ops.scope(() => {
        const inputs = chooseInputs(model, batch, truthFed, masks);
        const { loss, gradient } = lossAndGradient(model, { batch, inputs, masks });
        ops.update(learned, gradient, { learningRate, clipNorm, steps: updates + 1 });
        updates += 1; // and a loss for each, also where a step fails for want of memory
        losses.add(ops.keep(loss));
      });
      present.forget();
    },
    takeLosses: () => losses.take(),
    save: () => saveLearned(ops, learned, updates),
    dispose() {
      losses.take();
      present.dispose();
      ops.release(learned.mean);
      ops.release(learned.variance);
    },
  };
}

function saveLearned(ops: Ops, learned: Learned, updates: number): LearnerState {
  const { parameters, mean, variance } = learned;
  const size = parameters.cols;
  const all = ops.read(parameters, mean, variance);
  const part = (i: number): Float32Array => all.slice(i * size, (i + 1) * size);
  return { parameters: part(0), moments: { mean: part(1), variance: part(2), updates } };
}

/** A model's numbers where the fused operations keep them. */
import { keep, type Tensor1D, tensor1d } from "@tensorflow/tfjs-core";
import type { ModelShape } from "../setup/modelShape";
import type { Arithmetic, Learner, LearnerState, Predictor } from "../training/learner";
import { LossQueue } from "../training/lossQueue";
import { decodeGreedily } from "./greedy";
import { type ExampleGradient, gradientAlone } from "./exampleGradient";
import type { Matrix } from "./matrix";
import type { FusedModel } from "./model";
import type { Learned, Ops } from "./ops";

/**
 * The arithmetic of these operations. Where tensors are asked for they are uploaded to the tensor library's backend.
 * @param exampleGradient how a step's gradient is worked out
 */
export function fusedArithmetic(
  ops: Ops,
  exampleGradient: ExampleGradient = gradientAlone,
): Arithmetic {
  return {
    learner: (shape, start) =>
      createLearner({ ops, shape, exampleGradient }, openLearned(ops, start)),
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
  const zeros = new Float32Array(parameters.length);
  const { mean = zeros, variance = zeros, updates = 0 } = moments ?? {};
  const [first, second, third] = keepAll(ops, [parameters, mean, variance]);
  return { learned: { parameters: first, mean: second, variance: third }, updates };
}

type Three<T> = readonly [T, T, T];

/** Keeps all of them, or none where there is no room for all. */
function keepAll(ops: Ops, rows: Three<Float32Array>): Three<Matrix> {
  const kept: Matrix[] = [];
  try {
    for (const row of rows) kept.push(keepRow(ops, row));
    return kept as unknown as Three<Matrix>;
  } catch (error) {
    kept.forEach((m) => ops.release(m));
    throw error;
  }
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

/** By what a learner computes, and what. */
interface Computing {
  readonly ops: Ops;
  readonly shape: ModelShape;
  readonly exampleGradient: ExampleGradient;
}

function createLearner(
  { ops, shape, exampleGradient }: Computing,
  { learned, updates: before }: Opened,
): Learner {
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
    step(example, { learningRate, clipNorm }) {
      ops.scope(() => {
        const model = { ops, shape, parameters: learned.parameters };
        const { loss, gradient } = exampleGradient(model, example);
        const kept = ops.keep(loss); // first, so that no update is without its loss where memory runs out
        try {
          ops.update(learned, gradient, { learningRate, clipNorm, steps: updates + 1 });
        } catch (error) {
          ops.release(kept);
          throw error;
        }
        updates += 1;
        losses.add(kept);
      });
      present.forget();
    },
    takeLosses: () => losses.take(),
    save: () => saveLearned(ops, learned, updates),
    dispose() {
      losses.drop().forEach((loss) => ops.release(loss));
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

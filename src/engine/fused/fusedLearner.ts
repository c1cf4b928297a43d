/** The fused implementation: a model's parameters in matrices of the fused operations. */
import type { ModelShape } from "../setup/modelShape";
import type {
  Arithmetic,
  Learner,
  LearnerState,
  Predictor,
  TrainingExample,
  UpdateRule,
} from "../training/learner";
import { LossQueue } from "../training/lossQueue";
import { decodeGreedily } from "./greedy";
import { sayings } from "./sayings";
import { type ExampleGradient, gradientAlone } from "./exampleGradient";
import type { Matrix } from "./matrix";
import type { FusedModel } from "./model";
import type { Learned, Ops, UpdateSettings } from "./ops";
import { readPass } from "./readPass";
import { traceDecode } from "./trace/traceDecode";
import { type LossAndGradient, truthFedLoss } from "./trainingPass";

/**
 * The arithmetic of these operations.
 * @param exampleGradient computes the gradient of a step
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

/** Keeps all rows, or none if memory runs out. */
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

/** Holds the matrix of parameters, which a step may replace. */
type ParameterHolder = Readonly<Pick<Learned, "parameters">>;

/** The predictor releases the matrix. */
function createPredictor(ops: Ops, shape: ModelShape, holder: ParameterHolder): Predictor {
  const model = (): FusedModel => ({ ops, shape, parameters: holder.parameters });
  return {
    readParameters: () => ops.read(holder.parameters),
    decode: (batch, limit) => ops.scope(() => decodeGreedily(model(), batch, limit)),
    trace: (decode) => traceDecode(model(), decode),
    sayings: (batch, truthFed) => ops.scope(() => sayings(model(), batch, truthFed)),
    async loss(batch) {
      const [loss = Number.NaN] = await ops.scope(() => ops.read(truthFedLoss(model(), batch)));
      return loss;
    },
    copy(values) {
      const parameters = values
        ? keepRow(ops, values)
        : ops.scope(() => ops.keep(ops.stack([holder.parameters])));
      return createPredictor(ops, shape, { parameters });
    },
    dispose: () => ops.release(holder.parameters),
  };
}

/** The operations and the model of a learner. */
interface LearnerSetup {
  readonly ops: Ops;
  readonly shape: ModelShape;
  readonly exampleGradient: ExampleGradient;
}

function createLearner(
  { ops, shape, exampleGradient }: LearnerSetup,
  { learned, updates: opened }: Opened,
): Learner {
  const current = createPredictor(ops, shape, learned);
  let updates = opened;
  const losses = new LossQueue((pending: readonly Matrix[]) => {
    const values = ops.read(...pending);
    pending.forEach((loss) => ops.release(loss));
    return values;
  });
  const update = <T>(example: TrainingExample, how: UpdateRule, look: Look<T>): T => {
    const settings = { ...how, steps: updates + 1 };
    const { loss, seen } = advance(
      { ops, shape, exampleGradient },
      learned,
      { example, settings },
      look,
    );
    updates += 1;
    losses.add(loss);
    return seen;
  };
  return {
    get updates() {
      return updates;
    },
    readParameters: () => current.readParameters(),
    decode: (batch, limit) => current.decode(batch, limit),
    trace: (planned) => current.trace(planned),
    sayings: (batch, truthFed) => current.sayings(batch, truthFed),
    loss: (batch) => current.loss(batch),
    copy: (parameters) => current.copy(parameters),
    async step(example, how) {
      update(example, how, () => undefined);
      await ops.room();
    },
    async walk(example, how) {
      const first = saveLearned(ops, learned, updates);
      const pass = update(example, how, readPass);
      const last = saveLearned(ops, learned, updates);
      const [before, after, seen] = await Promise.all([first, last, pass]);
      await ops.room();
      return { before, after, ...seen };
    },
    takeLosses: () => losses.take(),
    save: () => saveLearned(ops, learned, updates),
    dispose() {
      losses.drop().forEach((loss) => ops.release(loss));
      current.dispose();
      ops.release(learned.mean);
      ops.release(learned.variance);
    },
  };
}

/** Begins to read what it wants of an update. The weights are still those before it. */
type Look<T> = (model: FusedModel, example: TrainingExample, found: LossAndGradient) => T;

interface Step {
  readonly example: TrainingExample;
  readonly settings: UpdateSettings;
}

/** One update. @returns its loss, which the caller releases, and what `look` returns */
function advance<T>(
  { ops, shape, exampleGradient }: LearnerSetup,
  learned: Learned,
  { example, settings }: Step,
  look: Look<T>,
): { readonly loss: Matrix; readonly seen: T } {
  return ops.scope(() => {
    const model = { ops, shape, parameters: learned.parameters };
    const found = exampleGradient(model, example);
    const loss = ops.keep(found.loss); // before the update, so that no update lacks its loss if memory runs out
    try {
      const seen = look(model, example, found);
      ops.update(learned, found.gradient, settings);
      return { loss, seen };
    } catch (error) {
      ops.release(loss);
      throw error;
    }
  });
}

async function saveLearned(ops: Ops, learned: Learned, updates: number): Promise<LearnerState> {
  const { parameters, mean, variance } = learned;
  const size = parameters.cols;
  const all = await ops.read(parameters, mean, variance);
  const part = (i: number): Float32Array => all.slice(i * size, (i + 1) * size);
  return { parameters: part(0), moments: { mean: part(1), variance: part(2), updates } };
}

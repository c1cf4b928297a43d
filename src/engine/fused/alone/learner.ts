/** A network alone in training: its parameters in matrices of the fused operations. */
import type { AloneShape } from "../../alone/aloneShape";
import type { NameBatch } from "../../alone/nameBatch";
import { type DropoutMasks, noMasks } from "../../training/dropoutMasks";
import type { LearnerState, UpdateRule } from "../../training/learner";
import { LossQueue } from "../../training/lossQueue";
import type { Matrix } from "../matrix";
import type { Learned, Ops } from "../ops";
import { byPosition } from "../positions";
import { aloneLossAndGradient, type AloneModel, runAlone } from "./network";

/** What a network says of a batch. */
export interface Said {
  /** Of the classifier [B, C]; of the generator [B, N, V]. */
  readonly logits: Float32Array;
  /** Of the classifier the last state of each name [B, K]; of the generator every state [B, N, H]. */
  readonly states: Float32Array;
}

export interface AloneLearner {
  readonly shape: AloneShape;
  /** Updates of this optimizer state. */
  readonly updates: number;
  /** One update. Resolves when the next one may follow. */
  step(batch: NameBatch, how: UpdateRule, masks: DropoutMasks): Promise<void>;
  /** The losses of the updates between the last call and this one, each before its update, in nats. */
  takeLosses(): Promise<readonly number[]>;
  say(batch: NameBatch): Promise<Said>;
  /** The loss of a batch without dropout, in nats. */
  loss(batch: NameBatch): Promise<number>;
  save(): Promise<LearnerState>;
  dispose(): void;
}

/** @param start without moments, the optimizer starts anew */
export function aloneLearner(
  ops: Ops,
  shape: AloneShape,
  { parameters, moments }: Pick<LearnerState, "parameters"> & Partial<LearnerState>,
): AloneLearner {
  const zeros = new Float32Array(parameters.length);
  const keep = (values: Float32Array): Matrix =>
    ops.scope(() => ops.keep(ops.matrix(values, 1, values.length)));
  const learned: Learned = {
    parameters: keep(parameters),
    mean: keep(moments?.mean ?? zeros),
    variance: keep(moments?.variance ?? zeros),
  };
  let updates = moments?.updates ?? 0;
  const model = (): AloneModel => ({ ops, shape, parameters: learned.parameters });
  const losses = new LossQueue((pending: readonly Matrix[]) => {
    const values = ops.read(...pending);
    pending.forEach((loss) => ops.release(loss));
    return values;
  });
  return {
    shape,
    get updates() {
      return updates;
    },
    async step(batch, { learningRate, clipNorm }, masks) {
      ops.scope(() => {
        const { loss, gradient } = aloneLossAndGradient(model(), batch, masks);
        losses.add(ops.keep(loss));
        ops.update(learned, gradient, { learningRate, clipNorm, steps: updates + 1 });
      });
      updates += 1;
      await ops.room();
    },
    takeLosses: () => losses.take(),
    say: (batch) => say(model(), batch),
    async loss(batch) {
      const [loss = Number.NaN] = await ops.scope(() => {
        const { logits, targets } = runAlone(model(), batch, noMasks);
        return ops.read(ops.crossEntropy(logits, targets.ids, targets.mask).loss);
      });
      return loss;
    },
    async save() {
      const { length } = parameters;
      const all = await ops.read(learned.parameters, learned.mean, learned.variance);
      const part = (i: number): Float32Array => all.slice(i * length, (i + 1) * length);
      return { parameters: part(0), moments: { mean: part(1), variance: part(2), updates } };
    },
    dispose() {
      losses.drop().forEach((loss) => ops.release(loss));
      [learned.parameters, learned.mean, learned.variance].forEach((m) => ops.release(m));
    },
  };
}

async function say(model: AloneModel, batch: NameBatch): Promise<Said> {
  const { ops, shape } = model;
  const [logits, states] = ops.scope(() => {
    const run = runAlone(model, batch, noMasks);
    return [ops.read(run.logits), ops.read(run.states)] as const;
  });
  const read = { logits: await logits, states: await states };
  if (shape.alone === "classifier") return read;
  const places = [batch.sourceLength, batch.size] as const;
  return { logits: byPosition(read.logits, places), states: byPosition(read.states, places) };
}

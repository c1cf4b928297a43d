/** The network in stock tfjs, written in the obvious way with its operations, its tape and its Adam. */
import {
  add,
  addN,
  cast,
  concat,
  div,
  expandDims,
  logSoftmax,
  matMul,
  maximum,
  mean,
  mul,
  neg,
  oneHot,
  reshape,
  scalar,
  type Scalar,
  sigmoid,
  softmax,
  split,
  sqrt,
  square,
  stack,
  sub,
  sum,
  type Tensor,
  tanh,
  tensor,
  tensor1d,
  tidy,
  train,
  unstack,
  variable,
  type Variable,
  zeros,
} from "@tensorflow/tfjs-core";
import { parameterSpecs, sizeOf } from "../../src/engine/setup/learnedParameters";
import { LENGTH, UPDATE, type Work } from "../work";
import { countLaunches } from "./launches";
import type { System } from "./system";

type Weights = Readonly<Record<string, Variable>>;

function variables({ shape, parameters }: Work): Weights {
  let offset = 0;
  const made = parameterSpecs(shape).map(({ name, shape: dims }) => {
    const from = offset;
    offset += sizeOf(dims);
    return [name, variable(tensor(parameters.slice(from, offset), [...dims]))] as const;
  });
  return Object.fromEntries(made);
}

const weightOf = (weights: Weights, name: string): Tensor => {
  const found = weights[name];
  if (!found) throw new Error(`stock: no weight "${name}"`);
  return found;
};

/** One step of a GRU. x [B, I], h [B, H] */
function gru(weights: Weights, cell: string, x: Tensor, h: Tensor): Tensor {
  const part = (of: "ih" | "hh", from: Tensor): Tensor[] =>
    split(
      add(
        matMul(from, weightOf(weights, `${cell}.weight_${of}_l0`)),
        weightOf(weights, `${cell}.bias_${of}_l0`),
      ),
      3,
      1,
    );
  const [xr, xz, xn] = part("ih", x) as [Tensor, Tensor, Tensor];
  const [hr, hz, hn] = part("hh", h) as [Tensor, Tensor, Tensor];
  const r = sigmoid(add(xr, hr));
  const z = sigmoid(add(xz, hz));
  const n = tanh(add(xn, mul(r, hn)));
  return add(mul(sub(scalar(1), z), n), mul(z, h)); // h' = (1 - z) n + z h
}

/** The tokens' vectors by step, T of [B, E], as one-hot products: WebAssembly has no gradient of `gather`. */
function embed(table: Tensor, chosen: Tensor): Tensor[] {
  const [, E] = table.shape as [number, number];
  return unstack(reshape(matMul(chosen, table), [-1, LENGTH, E]), 1);
}

interface Inputs {
  readonly source: Tensor; //    one-hot [B S, V]
  readonly targetIn: Tensor; //  one-hot [B T, V]
  readonly targetOut: Tensor; // one-hot [B T, V]
}

/** Mean cross-entropy of the batch. */
function lossOf(weights: Weights, inputs: Inputs): Tensor {
  const w = (name: string): Tensor => weightOf(weights, name);
  const [H] = w("encoder.gru.weight_hh_l0").shape as [number];
  const [rows] = inputs.source.shape as [number];
  const B = rows / LENGTH;
  let h: Tensor = zeros([B, H]);
  const states: Tensor[] = [];
  for (const x of embed(w("encoder.embedding.weight"), inputs.source)) {
    h = gru(weights, "encoder.gru", x, h);
    states.push(h);
  }
  const values = stack(states, 1); //                                                         [B, S, H]
  const flat = reshape(values, [-1, H]);
  const keys = reshape(matMul(flat, w("attention.key.weight")), [B, LENGTH, H]); //       U k
  const readouts: Tensor[] = [];
  for (const y of embed(w("decoder.embedding.weight"), inputs.targetIn)) {
    const query = expandDims(matMul(h, w("attention.query.weight")), 1); //                   [B, 1, H]
    const inner = reshape(tanh(add(query, keys)), [-1, H]);
    const scores = reshape(matMul(inner, w("attention.v.weight")), [B, LENGTH]);
    const context = sum(mul(expandDims(softmax(scores), 2), values), 1); //                   [B, H]
    h = gru(weights, "decoder.gru", concat([y, context], 1), h);
    readouts.push(h);
  }
  const read = reshape(stack(readouts, 1), [-1, H]); //                                       [B T, H]
  const logits = add(matMul(read, w("decoder.out.weight")), w("decoder.out.bias"));
  return neg(mean(sum(mul(inputs.targetOut, logSoftmax(logits)), 1)));
}

/** Starts the network on the active backend of tfjs. */
export function startStock(work: Work): System {
  const weights = variables(work);
  const V = work.size.vocabulary;
  const chosen = (ids: Int32Array): Tensor => cast(oneHot(tensor1d(ids, "int32"), V), "float32");
  const { source, targetIn, targetOut } = work.batch;
  const inputs = {
    source: chosen(source),
    targetIn: chosen(targetIn),
    targetOut: chosen(targetOut),
  };
  const { learningRate, beta1, beta2, epsilon, clipNorm } = UPDATE;
  const adam = train.adam(learningRate, beta1, beta2, epsilon);
  const step = (): Tensor =>
    tidy(() => {
      const { value, grads } = adam.computeGradients(() => lossOf(weights, inputs) as Scalar);
      const norm = sqrt(addN(Object.values(grads).map((g) => sum(square(g)))));
      const factor = div(clipNorm, maximum(norm, clipNorm));
      adam.applyGradients(
        Object.fromEntries(Object.entries(grads).map(([name, g]) => [name, mul(g, factor)])),
      );
      return value;
    });
  return {
    async train(steps) {
      for (let i = 1; i < steps; i++) step().dispose();
      const last = step();
      const [loss = Number.NaN] = await last.data();
      last.dispose();
      return loss;
    },
    launches: () => countLaunches(async () => void (await step().data())),
  };
}

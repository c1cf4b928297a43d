/**
 * The network in jax-js: one `jit` over loss, gradient, clipping and Adam. Projections that do not depend on the
 * recurrence are computed for all steps at once. A function of jax-js frees its arguments; `.ref` adds a reference.
 */
import {
  blockUntilReady,
  defaultDevice,
  init,
  jit,
  nn,
  numpy as np,
  tree,
  valueAndGrad,
} from "@jax-js/jax";
import { parameterSpecs, sizeOf } from "../../src/engine/setup/learnedParameters";
import { LENGTH, UPDATE, type Work } from "../work";
import { countDispatches } from "./launches";
import type { StartSystem, System } from "./system";

type Weights = Record<string, np.Array>;

/** The state that training changes. */
type Learned = { weights: Weights; mean: Weights; variance: Weights };

/** One-hot vectors, step by step, [L B, V] each: `jit` refuses the gradient of a look-up by id. */
type Inputs = { source: np.Array; targetIn: np.Array; targetOut: np.Array };

function firstWeights({ shape, parameters }: Work): Weights {
  let offset = 0;
  const made = parameterSpecs(shape).map(({ name, shape: dims }) => {
    const from = offset;
    offset += sizeOf(dims);
    return [name, np.array(parameters.slice(from, offset), { shape: [...dims] })] as const;
  });
  return Object.fromEntries(made);
}

/** A reference to a weight. */
function keep(weights: Weights, name: string): np.Array {
  const found = weights[name];
  if (!found) throw new Error(`jax: no weight "${name}"`);
  return found.ref;
}

/** x W + b. x [N, I] */
function project(weights: Weights, cell: string, of: "ih" | "hh", x: np.Array): np.Array {
  const product = np.matmul(x, keep(weights, `${cell}.weight_${of}_l0`));
  return product.add(keep(weights, `${cell}.bias_${of}_l0`));
}

/** One step of a GRU on a projected input. input [B, 3H], h [B, H] */
function gru(weights: Weights, cell: string, input: np.Array, h: np.Array): np.Array {
  const H = h.shape[1] ?? 0;
  const recurrent = project(weights, cell, "hh", h.ref);
  const [xGates, xn] = np.split(input, [2 * H], 1) as [np.Array, np.Array];
  const [hGates, hn] = np.split(recurrent, [2 * H], 1) as [np.Array, np.Array];
  const [r, z] = np.split(nn.sigmoid(xGates.add(hGates)), 2, 1) as [np.Array, np.Array];
  const n = np.tanh(xn.add(r.mul(hn)));
  return n.ref.add(z.mul(h.sub(n))); // h' = (1 - z) n + z h
}

/** The steps of a sequence: [L B, N] -> L of [B, N] */
const steps = (rows: np.Array): np.Array[] => np.split(rows, LENGTH, 0);

/** Mean cross-entropy of the batch. */
function lossOf(weights: Weights, { source, targetIn, targetOut }: Inputs): np.Array {
  const H = weights["encoder.gru.weight_hh_l0"]?.shape[0] ?? 0;
  const B = (source.shape[0] ?? 0) / LENGTH;
  const w = (name: string): np.Array => keep(weights, name);

  const read = np.matmul(source, w("encoder.embedding.weight")); //              [S B, E]
  let h = np.zeros([B, H]);
  const states = steps(project(weights, "encoder.gru", "ih", read)).map((input) => {
    h = gru(weights, "encoder.gru", input, h);
    return h.ref;
  });
  const values = np.stack(states, 1); //                                         [B, S, H]
  const keys = np.matmul(values.ref, w("attention.key.weight")); //              U k

  const v = w("attention.v.weight").reshape([H]);
  const tokens = np.matmul(targetIn, w("decoder.embedding.weight")); //          [T B, E]
  const ih = w("decoder.gru.weight_ih_l0");
  const [fromToken, fromContext] = np.split(ih, 2, 0) as [np.Array, np.Array]; // E = H rows each
  const inputs = np.matmul(tokens, fromToken).add(w("decoder.gru.bias_ih_l0"));
  const readouts = steps(inputs).map((input) => {
    const query = np.matmul(h.ref, w("attention.query.weight")).reshape([B, 1, H]);
    const inner = np.tanh(query.add(keys.ref)); //                               [B, S, H]
    const scores = inner.mul(v.ref).sum(2); //                                   [B, S]
    const looks = nn.softmax(scores, 1).reshape([B, LENGTH, 1]);
    const context = looks.mul(values.ref).sum(1); //                             [B, H]
    h = gru(weights, "decoder.gru", input.add(np.matmul(context, fromContext.ref)), h);
    return h.ref;
  });
  tree.dispose([h, values, keys, v, fromContext]);
  const rows = np.concatenate(readouts, 0); //                                   [T B, H]
  const logits = np.matmul(rows, w("decoder.out.weight")).add(w("decoder.out.bias"));
  const loss = targetOut
    .mul(nn.logSoftmax(logits, 1))
    .sum()
    .mul(-1 / (B * LENGTH));
  tree.dispose(weights);
  return loss;
}

/** One update. `corrections`: 1 / (1 - b1^t) and 1 / sqrt(1 - b2^t), [2] */
function update(learned: Learned, inputs: Inputs, corrections: np.Array): [np.Array, Learned] {
  const { weights, mean, variance } = learned;
  const { clipNorm, beta1, beta2, learningRate, epsilon } = UPDATE;
  const [loss, gradient] = valueAndGrad(lossOf)(tree.ref(weights), inputs) as [np.Array, Weights];
  const squares = Object.values(gradient).map((g) => np.square(g.ref).sum());
  const norm = np.sqrt(squares.reduce((total, next) => total.add(next)));
  const factor = np.maximum(norm, clipNorm);
  const scale = np.array(clipNorm).div(factor);
  const [first, second] = np.split(corrections, 2) as [np.Array, np.Array];
  const next: Learned = { weights: {}, mean: {}, variance: {} };
  for (const name of Object.keys(weights)) {
    const take = (from: Weights): np.Array => from[name] as np.Array;
    const g = take(gradient).mul(scale.ref);
    const m = take(mean)
      .mul(beta1)
      .add(g.ref.mul(1 - beta1));
    const v = take(variance)
      .mul(beta2)
      .add(np.square(g).mul(1 - beta2));
    const size = np.sqrt(v.ref).mul(second.ref).add(epsilon);
    next.weights[name] = take(weights).sub(m.ref.mul(first.ref).div(size).mul(learningRate));
    next.mean[name] = m;
    next.variance[name] = v;
  }
  tree.dispose([scale, first, second]);
  return [loss, next];
}

/** ids [B, L] -> one-hot vectors, step by step, [L B, V] */
function oneHot(ids: Int32Array, tokens: number): np.Array {
  const chosen = new Float32Array(ids.length * tokens);
  ids.forEach((id, i) => {
    const row = (i % LENGTH) * (ids.length / LENGTH) + Math.floor(i / LENGTH);
    chosen[row * tokens + id] = 1;
  });
  return np.array(chosen, { shape: [ids.length, tokens] });
}

/** Starts jax-js on a device. On WebAssembly it uses one thread where the page has no shared memory. */
export function startJax(device: "wasm" | "webgpu"): StartSystem {
  return async (work) => {
    if (!(await init(device)).includes(device)) return null;
    defaultDevice(device);
    const system = trainOn(work);
    return device === "webgpu"
      ? { ...system, launches: () => countDispatches(async () => void (await system.train(1))) }
      : { ...system, launches: () => countInstances(() => system.train(1)) };
  };
}

function trainOn(work: Work): System {
  const weights = firstWeights(work);
  const zeros = (): Weights =>
    Object.fromEntries(Object.entries(weights).map(([name, w]) => [name, np.zeros(w.shape)]));
  let learned: Learned = { weights, mean: zeros(), variance: zeros() };
  const { source, targetIn, targetOut } = work.batch;
  const V = work.size.vocabulary;
  const inputs: Inputs = {
    source: oneHot(source, V),
    targetIn: oneHot(targetIn, V),
    targetOut: oneHot(targetOut, V),
  };
  const compiled = jit(update);
  let updates = 0;
  const step = (): np.Array => {
    updates++;
    const corrections = [
      1 / (1 - UPDATE.beta1 ** updates),
      1 / Math.sqrt(1 - UPDATE.beta2 ** updates),
    ];
    const [loss, next] = compiled(learned, tree.ref(inputs), np.array(corrections));
    learned = next;
    return loss;
  };
  const train = async (count: number): Promise<number> => {
    let loss = Number.NaN;
    for (let i = 0; i < count; i++) {
      // The step leaves work pending, which would count for the next step.
      loss = ((await step().data()) as Float32Array)[0] ?? Number.NaN;
      await blockUntilReady(learned);
    }
    return loss;
  };
  return { train };
}

/** The number of kernels that the work runs: jax-js makes one WebAssembly instance for each. */
async function countInstances(work: () => Promise<unknown>): Promise<number> {
  const { Instance } = WebAssembly;
  let count = 0;
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, given: ConstructorParameters<typeof Instance>) {
      count++;
      return new target(...given);
    },
  });
  try {
    await work();
  } finally {
    WebAssembly.Instance = Instance;
  }
  return count;
}

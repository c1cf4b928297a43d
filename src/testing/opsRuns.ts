/** The cases of each fused operation, for comparing implementations. */
import { type Matrix, rowsOf } from "../engine/fused/matrix";
import type { AdditiveInput, CrossEntropy, Learned, Ops } from "../engine/fused/ops";
import { FIELDS } from "../engine/setup/config";
import { cellRuns } from "./opsCellRuns";
import type { Draw } from "./opsInputs";

/** The dimensions of a case, named as in the interface. */
export interface Sizes {
  readonly B: number;
  readonly S: number;
  readonly T: number;
  readonly H: number;
  readonly K: number;
  readonly V: number;
}

/** Draws the inputs and runs an operation. */
export type Run = (ops: Ops, draw: Draw, sizes: Sizes) => readonly Matrix[];

/** Runs by name. A name that ends in "exactly" means that nothing is rounded. The names seed the inputs. */
export type Runs = Readonly<Record<string, Run>>;

/** Every operation of the interface that has results; the type ensures completeness. */
export const OPS_RUNS: Readonly<Record<Exclude<keyof Ops, "room" | "innerMemory">, Runs>> = {
  scope: {
    "leaves alone what was made outside, exactly": (ops, draw, { B, H }) => {
      const outside = draw.numbers(B, H);
      const doubled = ops.keep(outside);
      ops.scope(() => ops.add(outside, outside));
      const sum = ops.add(outside, doubled);
      ops.release(doubled);
      return [outside, sum].map((m) => ops.stack([m]));
    },
  },
  matrix: { exactly: (ops, draw, { B, H }) => [ops.stack([draw.numbers(B, H)])] },
  zeros: { exactly: (ops, _draw, { B, H }) => [ops.zeros(B, H)] },
  keep: {
    "outlives the scope, exactly": (ops, draw, { B, H }) => {
      const kept = ops.scope(() => ops.keep(draw.numbers(B, H)));
      const copy = ops.stack([kept]);
      ops.release(kept);
      return [copy];
    },
  },
  release: {
    "frees no other matrix, exactly": (ops, draw, { B, H }) => {
      const m = draw.numbers(B, H);
      ops.release(ops.keep(m));
      return [ops.stack([m])];
    },
  },
  read: {
    "of several matrices, exactly": (_ops, draw, { B, H, K }) => [
      draw.numbers(B, H),
      draw.numbers(1, K),
      draw.ids(B, 9),
    ],
  },
  product: {
    "": (ops, draw, { B, H, K }) => [ops.product(draw.numbers(B, H), draw.numbers(H, K))],
    "plus a row": (ops, draw, { B, S, H, K }) => [
      ops.product(draw.numbers(B * S, K), draw.numbers(K, H), draw.numbers(1, H)),
    ],
    "plus a matrix": (ops, draw, { B, V, H, K }) => [
      ops.product(draw.numbers(B, K), draw.numbers(K, V), draw.numbers(B, V)),
      ops.product(draw.numbers(B, H), draw.numbers(H, 3 * H), draw.numbers(B, 3 * H)),
    ],
    "plus two matrices": (ops, draw, { B, V, H, K }) => [
      ops.product(draw.numbers(B, K), draw.numbers(K, V), draw.numbers(B, V), draw.numbers(B, V)),
      ops.product(draw.numbers(B, 3 * H), draw.numbers(3 * H, H), undefined, draw.numbers(B, H)),
    ],
  },
  outerProduct: {
    "": (ops, draw, { B, T, H, K }) => [
      ops.outerProduct(draw.numbers(T * B, H), draw.numbers(T * B, K)),
      ops.outerProduct(draw.numbers(B, K), draw.numbers(B, 1)),
    ],
  },
  transpose: { exactly: (ops, draw, { H, K }) => [ops.transpose(draw.numbers(H, K))] },
  add: { "": (ops, draw, { B, H }) => [ops.add(draw.numbers(B, H), draw.numbers(B, H))] },
  multiply: {
    "": (ops, draw, { B, H }) => [ops.multiply(draw.numbers(B, H), draw.numbers(B, H))],
    "by a row": (ops, draw, { B, S, H }) => [
      ops.multiply(draw.numbers(B * S, H), draw.numbers(1, H)),
    ],
  },
  columnSums: { "": (ops, draw, { B, T, H }) => [ops.columnSums(draw.numbers(T * B, H))] },
  stack: {
    exactly: (ops, draw, { B, H, S }) => [
      ops.stack([draw.numbers(B, H), draw.numbers(S, H), draw.numbers(1, H)]),
      ops.stack(Array.from({ length: 20 }, () => draw.numbers(B, H))),
    ],
  },
  sideBySide: {
    exactly: (ops, draw, { B, H, K }) => [
      ops.sideBySide([draw.numbers(B, H), draw.numbers(B, K), draw.numbers(B, 1)]),
      ops.sideBySide([draw.numbers(B, K)]),
    ],
  },
  flatten: {
    exactly: (ops, draw, { B, H, K, V }) => [
      ops.flatten([draw.numbers(H, K), draw.numbers(1, H), draw.numbers(V, B)]),
      ops.flatten(Array.from({ length: 40 }, (_, i) => draw.numbers(1 + (i % 3), K))),
    ],
  },
  tanh: {
    "": (ops, draw, { B, H }) => [ops.tanh(draw.numbers(B, H, 3))],
    "of large and of small numbers": (ops, draw, { B, H }) => [
      ops.tanh(draw.numbers(B, H, 200)),
      ops.tanh(draw.numbers(B, H, 1e-4)),
    ],
  },
  tanhGradient: {
    "": (ops, draw, { B, H }) => [ops.tanhGradient(draw.numbers(B, H), draw.numbers(B, H))],
  },
  lookUp: {
    exactly: (ops, draw, { B, T, V, H }) => [ops.lookUp(draw.numbers(V, H), draw.ids(T * B, V))],
    "plus a row": (ops, draw, { B, T, V, H }) => [
      ops.lookUp(draw.numbers(V, H), draw.ids(T * B, V), draw.numbers(1, H)),
    ],
  },
  lookUpGradient: {
    "": (ops, draw, { B, T, V, H }) => [
      ops.lookUpGradient(draw.ids(T * B, V), draw.numbers(T * B, H), V + 1),
    ],
  },
  argMax: {
    exactly: (ops, draw, { B, V }) => [ops.argMax(draw.numbers(B, V, 5))],
    "of equals, exactly": (ops, draw, { B, V }) => [ops.argMax(draw.whole(B, V, 2))],
  },
  select: {
    exactly: (ops, draw, { B, H }) => [
      ops.select(draw.bits(B, H), draw.numbers(B, H), draw.numbers(B, H)),
      ops.select(draw.bits(B, 1), draw.ids(B, 40), draw.ids(B, 40)),
    ],
  },
  cells: FIELDS.cell.options.reduce<Runs>((runs, kind) => ({ ...runs, ...cellRuns(kind) }), {}),
  additiveWeights: {
    "": (ops, draw, s) => [ops.additiveWeights(additiveInput(draw, s, s.B), draw.mask(s.B, s.S))],
    "of large scores": (ops, draw, { B, S, H }) => {
      const large = { query: draw.whole(B, H, 1, 100), keys: draw.whole(S * B, H, 40) };
      return [ops.additiveWeights({ ...large, v: draw.whole(1, H, 9) }, draw.mask(B, S))];
    },
  },
  dotWeights: {
    "": (ops, draw, { B, S, H }) => [
      ops.dotWeights(draw.numbers(B, H), draw.numbers(S * B, H), draw.mask(B, S)),
    ],
    "of large scores": (ops, draw, { B, S, H }) => [
      ops.dotWeights(draw.whole(B, H, 30), draw.whole(S * B, H, 30), draw.mask(B, S)),
    ],
  },
  weightedSum: {
    "": (ops, draw, { B, S, K }) => [ops.weightedSum(draw.ragged(B, S), draw.numbers(S * B, K))],
  },
  scoreGradient: {
    "": (ops, draw, { B, S, K }) => [
      ops.scoreGradient(draw.ragged(B, S), draw.numbers(B, K), draw.numbers(S * B, K)),
    ],
  },
  additiveQueryGradient: {
    "": (ops, draw, s) => [
      ops.additiveQueryGradient(draw.ragged(s.B, s.S), additiveInput(draw, s, s.B)),
    ],
  },
  additiveKeyGradient: {
    "": (ops, draw, s) => {
      const dScores = draw.ragged(s.T * s.B, s.S);
      const { dKeys, dV } = ops.additiveKeyGradient(dScores, additiveInput(draw, s, s.T * s.B));
      return [dKeys, dV];
    },
    "with the inner vectors that the weights keep": (ops, draw, s) => throughInner(ops, draw, s),
  },
  valueGradient: {
    "": (ops, draw, { B, S, T, K }) => [
      ops.valueGradient(draw.ragged(T * B, S), draw.numbers(T * B, K), B),
    ],
  },
  crossEntropy: {
    "": (ops, draw, { B, T, V }) =>
      both(ops.crossEntropy(draw.numbers(T * B, V, 3), draw.ids(T * B, V), draw.bits(T * B, 1))),
    "of large logits": (ops, draw, { B, T, V }) =>
      both(ops.crossEntropy(draw.whole(T * B, V, 120), draw.ids(T * B, V), draw.bits(T * B, 1))),
  },
  update: {
    "of one step": (ops, draw, { H, K }) => adam(ops, draw, H * K, 1),
    "of many steps": (ops, draw, { H, K }) => adam(ops, draw, H * (K + 2), 4),
    "of a large model": (ops, draw, { V }) => adam(ops, draw, 1151 * V, 2),
  },
};

function additiveInput(draw: Draw, { B, S, H }: Sizes, queries: number): AdditiveInput {
  return {
    query: draw.numbers(queries, H),
    keys: draw.numbers(S * B, H, 2),
    v: draw.numbers(1, H),
  };
}

/** Two steps whose weights keep tanh(q + k) if the operations can, then their gradients. */
function throughInner(ops: Ops, draw: Draw, s: Sizes): Matrix[] {
  const { B, S, H } = s;
  const x = additiveInput(draw, s, 2 * B);
  const inner = ops.innerMemory(2 * S * B, H);
  const [mask, dScores] = [draw.mask(B, S), draw.numbers(2 * B, S)];
  const masked = ops.multiply(dScores, ops.stack([mask, mask])); // no gradient at padding
  const results = [0, 1].flatMap((t) => {
    const query = rowsOf(x.query, t * B, B);
    const own = { ...x, query, inner: inner ? rowsOf(inner, t * S * B, S * B) : undefined };
    const weights = ops.additiveWeights(own, mask);
    return [weights, ops.additiveQueryGradient(rowsOf(masked, t * B, B), own)];
  });
  const { dKeys, dV } = ops.additiveKeyGradient(masked, { ...x, inner: inner ?? undefined });
  return [...results, dKeys, dV];
}

function both({ loss, dLogits }: CrossEntropy): Matrix[] {
  return [loss, dLogits];
}

/** Updates from zero moments, with gradients below and above the clipping limit; the fourth gradient is 0. */
function adam(ops: Ops, draw: Draw, size: number, steps: number): Matrix[] {
  const [parameters, nothing] = [draw.numbers(1, size), ops.zeros(1, size)];
  const kept = { mean: ops.keep(nothing), variance: ops.keep(nothing) };
  const learned: Learned = { parameters: ops.keep(parameters), ...kept };
  const settings = { clipNorm: 1, learningRate: 0.01 };
  for (let i = 1; i <= steps; i++) {
    const gradient = i === 4 ? nothing : draw.numbers(1, size, i % 2 === 0 ? 1e-3 : 2);
    ops.update(learned, gradient, { ...settings, steps: i });
  }
  const { mean, variance } = learned;
  const copies = [learned.parameters, mean, variance].map((m) => ops.stack([m]));
  for (const m of [learned.parameters, mean, variance]) ops.release(m);
  return copies;
}

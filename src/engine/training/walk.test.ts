/** A walked update is the same update: its numbers are those that train, on every backend that runs in Node. */
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../testing/nodeBackend";
import { expectClose } from "../../testing/closeness";
import { FakeDevice } from "../../testing/fakeDevice";
import { createLateOps, inAnyOrder } from "../../testing/lateOps";
import { tinyTask } from "../../testing/tinyTask";
import { fusedArithmetic } from "../fused/fusedLearner";
import { createPlainOps } from "../fused/plain/plainOps";
import { gradientByTeam } from "../fused/threads/sharedGradient";
import { computeShare } from "../fused/threads/computeShare";
import type { Team } from "../fused/threads/team";
import { createWasmOps } from "../fused/wasm/wasmOps";
import type { HostOps } from "../fused/ops";
import { referenceParameters } from "../reference/parameters";
import { referenceLoss } from "../reference/seq2seq";
import type { UpdateAccount } from "../results/updateAccount";
import { type Config, DEFAULT_CONFIG } from "../setup/config";
import { accountOf } from "./accountOf";
import { BETA_1, BETA_2, EPSILON } from "./adamConstants";
import type { Arithmetic } from "./learner";
import { textbook } from "./textbookLearner";
import { createTrainer, type WalkedUpdate } from "./trainer";

const SMALL: Config = {
  ...DEFAULT_CONFIG,
  hiddenSize: 8,
  embeddingSize: 4,
  batchSize: 8,
  learningRate: 0.01,
  clipNorm: 0.5,
};

const MEMBERS: readonly (readonly [string, Partial<Config>])[] = [
  ["the default set-up", {}],
  ["half of the inputs its own answers", { forcing: 0.5 }],
  [
    "LSTM, Luong, general, bidirectional, two layers, dropout, own answers",
    {
      cell: "lstm",
      timing: "luong",
      attention: "general",
      direction: "bidirectional",
      layers: 2,
      dropout: 0.3,
      forcing: 0.4,
    },
  ],
  [
    "plain cells without attention, one-hot",
    { cell: "rnn", attention: "none", tokenInput: "onehot" },
  ],
  ["dot, reversed source", { attention: "dot", sourceOrder: "reversed", forcing: 0 }],
];

/** A team whose peers compute in this thread. */
function teamOf(ops: HostOps): Team {
  return {
    peers: 2,
    begin: ({ shape, parameters, shares }) => ({
      finish: () => shares.map((share) => computeShare(ops, shape, parameters, share)),
      giveUp: () => undefined,
    }),
  };
}

async function wasm(): Promise<HostOps> {
  const ops = await createWasmOps();
  if (!ops) throw new Error("no WebAssembly SIMD here");
  return ops;
}

const ARITHMETICS: readonly (readonly [string, () => Promise<Arithmetic>])[] = [
  ["the textbook", async () => textbook],
  ["plain JavaScript", async () => fusedArithmetic(createPlainOps())],
  ["WebAssembly", async () => fusedArithmetic(await wasm())],
  [
    "a device whose numbers arrive late",
    async () => fusedArithmetic(createLateOps(await wasm(), new FakeDevice(inAnyOrder(5)))),
  ],
  [
    "threads",
    async () => {
      const ops = await wasm();
      return fusedArithmetic(ops, gradientByTeam(ops, teamOf(ops)));
    },
  ],
];

/** Two plain updates, a walked one, and another plain one. */
async function walked(config: Config, arithmetic: Arithmetic) {
  const trainer = createTrainer(tinyTask, config, { arithmetic });
  for (let i = 0; i < 2; i++) await trainer.step(config);
  const update = await trainer.walk(config);
  await trainer.step(config);
  const end = { saved: await trainer.save(), losses: await trainer.takeLosses() };
  trainer.dispose();
  return { update, account: accountOf(trainer, update), end };
}

async function stepped(config: Config, arithmetic: Arithmetic) {
  const trainer = createTrainer(tinyTask, config, { arithmetic });
  for (let i = 0; i < 4; i++) await trainer.step(config);
  const end = { saved: await trainer.save(), losses: await trainer.takeLosses() };
  trainer.dispose();
  return end;
}

const sumOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** The mean over all real tokens of the batch. */
function meanLoss({ rows, tokenLosses }: UpdateAccount): number {
  const count = rows.reduce((total, { targetLength }) => total + targetLength, 0);
  return tokenLosses.reduce((total, losses) => total + sumOf(losses), 0) / count;
}

/** Adam's move of each number by its equations, in double precision. */
function movesByAdam(
  { before, after, gradient, rule }: WalkedUpdate,
  factor: number,
): Float64Array {
  const t = after.moments.updates;
  return Float64Array.from(gradient, (value, i) => {
    const g = factor * value;
    const m = BETA_1 * (before.moments.mean[i] ?? 0) + (1 - BETA_1) * g;
    const v = BETA_2 * (before.moments.variance[i] ?? 0) + (1 - BETA_2) * g * g;
    const root = Math.sqrt(v / (1 - BETA_2 ** t)) + EPSILON;
    return (-rule.learningRate * (m / (1 - BETA_1 ** t))) / root;
  });
}

describe.each(ARITHMETICS)("a walked update, %s", (_name, open) => {
  let arithmetic: Arithmetic;

  beforeAll(async () => {
    await startNodeBackend("cpu");
    arithmetic = await open();
  });

  it.each(MEMBERS)("leaves the bits of a plain update: %s", async (_, change) => {
    const config = { ...SMALL, ...change };
    const { end, update } = await walked(config, arithmetic);
    expect(end).toEqual(await stepped(config, arithmetic));
    expect(update.steps).toBe(3);
    expect(update.loss).toBe(end.losses[2]?.loss);
  });

  it.each(MEMBERS)("has token losses whose mean is the reported loss: %s", async (_, change) => {
    const { account } = await walked({ ...SMALL, ...change }, arithmetic);
    expectClose([meanLoss(account)], [account.loss], 1e-6);
    account.rows.forEach(({ targetLength }, row) => {
      expect(account.tokenLosses[row]).toHaveLength(targetLength);
      expect(account.tokenLosses[row]?.every((loss) => loss > 0)).toBe(true);
    });
  });

  it.each(MEMBERS)(
    "has moves that lead from the weights before to those after: %s",
    async (_, change) => {
      const { account, update } = await walked({ ...SMALL, ...change }, arithmetic);
      const moves = account.groups.flatMap(({ largest }) => largest);
      for (const { before, move, after } of moves) expect(before + move).toBe(after);
      const all = Float64Array.from(account.before, (w, i) => (account.after[i] ?? 0) - w);
      expect(Float32Array.from(account.before, (w, i) => w + (all[i] ?? 0))).toEqual(account.after);
      const squares = account.groups.reduce((sum, { move }) => sum + move ** 2, 0);
      expectClose([Math.sqrt(squares)], [Math.hypot(...all)], 1e-9);
      const largest = Math.max(...moves.map(({ move }) => Math.abs(move)));
      expect(largest).toBe(Math.max(...all.map(Math.abs)));
      const expected = movesByAdam(update, account.clip.factor);
      expectClose([...all], [...expected], 1e-4);
    },
  );

  it.each(MEMBERS)("has the norms before and after clipping: %s", async (_, change) => {
    const { account } = await walked({ ...SMALL, ...change }, arithmetic);
    const { norm, factor, clipped } = account.clip;
    expectClose([Math.hypot(...account.groups.map(({ gradient }) => gradient))], [norm], 1e-9);
    expect(clipped).toBeCloseTo(Math.min(norm, SMALL.clipNorm), 9);
    expect(factor).toBeLessThanOrEqual(1);
  });

  it("has the token losses of the plain-array reference", async () => {
    const config = { ...SMALL, forcing: 0.5 };
    const { account, update } = await walked(config, arithmetic);
    const { inputs, example } = update;
    const { batch } = example;
    const { sourceLength: S, targetLength: T } = batch;
    const shape = createTrainer(tinyTask, config, { arithmetic }).shape;
    const p = referenceParameters(shape, Array.from(update.before.parameters));
    for (let row = 0; row < batch.size; row++) {
      const [m, n] = [batch.sourceLengths[row] ?? 0, batch.targetLengths[row] ?? 0];
      const expected = referenceLoss(p, shape, {
        source: Array.from(batch.source.subarray(row * S, row * S + m)),
        inputs: Array.from(inputs.subarray(row * T, row * T + n)),
        targets: Array.from(batch.targetOut.subarray(row * T, row * T + n)),
      });
      const sum = sumOf(account.tokenLosses[row] ?? new Float64Array());
      expect(Math.abs(sum - expected) / expected, `row ${row}`).toBeLessThan(1e-4);
    }
  });
});

/** Compares a step on several threads with the same step on one, over members of the family and ragged batches. */
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../../../testing/nodeBackend";
import { copyPair, tinyTask } from "../../../testing/tinyTask";
import { worstError } from "../../../testing/worstError";
import { makeBatch } from "../../batch";
import { type Config, DEFAULT_CONFIG } from "../../setup/config";
import { NO_DROPOUT } from "../../training/dropoutMasks";
import { modelShape, type ModelShape } from "../../setup/modelShape";
import { initialParameters } from "../../setup/learnedParameters";
import { createRandom } from "../../rng";
import { ALL_SHAPES, testArithmetic } from "../../selfTest";
import type { TrainingExample } from "../../training/learner";
import { createTrainer } from "../../training/trainer";
import { type ExampleGradient, gradientAlone } from "../exampleGradient";
import { fusedArithmetic } from "../fusedLearner";
import type { HostOps } from "../ops";
import { createWasmOps } from "../wasm/wasmOps";
import { gradientByTeam } from "./sharedGradient";
import { shareOut } from "./shares";
import type { Team } from "./team";
import { computeShare } from "./computeShare";

const MEMBERS: readonly (readonly [string, Partial<Config>, number])[] = [
  ["the default set-up", {}, 0],
  ["half of the inputs its own answers", { forcing: 0.5 }, 0],
  ["dropout, two layers", { layers: 2 }, 0.3],
  ["dropout and its own answers, two layers", { layers: 2, forcing: 0.5 }, 0.3],
  ["LSTM, two layers, bidirectional", { cell: "lstm", layers: 2, direction: "bidirectional" }, 0.2],
  [
    "LSTM, Luong, general, input feeding, dropout and its own answers",
    { cell: "lstm", timing: "luong", attention: "general", inputFeeding: "on", forcing: 0.5 },
    0.2,
  ],
  ["GRU, Luong, dot, one-hot", { timing: "luong", attention: "dot", tokenInput: "onehot" }, 0],
  ["plain cells without attention", { cell: "rnn", attention: "none", forcing: 0 }, 0.4],
];
const TEXTS = ["abc", "c", "baca", "ab", "cccc", "b", "acb"];
const { size: V } = tinyTask.sourceVocabulary;
const SIZES = { hiddenSize: 8, embeddingSize: 4 };
const THREADS = [2, 3, 4];
const TOLERANCE = 1e-5;

let ops: HostOps;
let peers: readonly HostOps[];

/** A team on this thread. Each peer has its own operations and a copy of its messages. */
function teamOf(threads: number): Team {
  return {
    peers: threads - 1,
    begin: (step) => {
      const { shape, parameters, shares } = structuredClone(step);
      const finish = () =>
        shares.map((share, i) => computeShare(peers[i] as HostOps, shape, parameters, share));
      return { finish, giveUp: () => undefined };
    },
  };
}

function exampleOf(texts: readonly string[], config: Config, rate: number): TrainingExample {
  const batch = makeBatch(tinyTask, texts.map(copyPair));
  const coins = createRandom(5);
  const T = batch.targetLength;
  const truthFed = Array.from(
    { length: batch.size * T },
    (_, i) => i % T === 0 || coins.next() < config.forcing,
  );
  return { batch, truthFed, dropout: rate === 0 ? NO_DROPOUT : { rate, seed: 77 } };
}

function result(how: ExampleGradient, shape: ModelShape, example: TrainingExample) {
  const flat = initialParameters(shape, createRandom(3)).map((x) => 2 * x);
  return ops.scope(() => {
    const model = { ops, shape, parameters: ops.matrix(flat, 1, flat.length) };
    const { loss, gradient } = how(model, example);
    return { loss: ops.readNow(loss), gradient: ops.readNow(gradient) };
  });
}

describe("a step on several threads", () => {
  beforeAll(async () => {
    await startNodeBackend("cpu");
    const created = await Promise.all(Array.from({ length: 4 }, createWasmOps));
    [ops, ...peers] = created as [HostOps, ...HostOps[]];
  });

  it.each(MEMBERS)("has the loss and the gradient of one thread: %s", (_, change, rate) => {
    const config = { ...DEFAULT_CONFIG, ...SIZES, ...change };
    const shape = modelShape(config, V, V);
    for (const rows of [1, 2, 3, 5, 7]) {
      const example = exampleOf(TEXTS.slice(0, rows), config, rate);
      const alone = result(gradientAlone, shape, example);
      for (const threads of THREADS) {
        const shared = result(gradientByTeam(ops, teamOf(threads)), shape, example);
        expect(worstError(shared.loss, alone.loss)).toBeLessThanOrEqual(TOLERANCE);
        expect(worstError(shared.gradient, alone.gradient)).toBeLessThanOrEqual(TOLERANCE);
      }
    }
  });

  it.each(THREADS)("passes the self-test of all shapes on %i threads", async (threads) => {
    const arithmetic = fusedArithmetic(ops, gradientByTeam(ops, teamOf(threads)));
    const { passed, gradientError } = await testArithmetic(arithmetic, ALL_SHAPES);
    expect(passed).toBe(true);
    expect(gradientError).toBeLessThan(1e-4);
  });

  it.each(THREADS)("gives identical bits in two runs on %i threads", async (threads) => {
    const config = { ...DEFAULT_CONFIG, ...SIZES, batchSize: 7, dropout: 0.2, forcing: 0.6 };
    const run = async () => {
      const arithmetic = fusedArithmetic(ops, gradientByTeam(ops, teamOf(threads)));
      const trainer = createTrainer(tinyTask, config, { arithmetic });
      for (let i = 0; i < 12; i++) await trainer.step(config);
      const [losses, saved] = [await trainer.takeLosses(), await trainer.save()];
      trainer.dispose();
      return { losses, saved };
    };
    const first = await run();
    expect(first.losses).toHaveLength(12);
    expect(await run()).toEqual(first);
  });

  it("throws if a peer fails; if the leader fails, it waits for the peers and throws its own error", () => {
    const shape = modelShape({ ...DEFAULT_CONFIG, ...SIZES }, V, V);
    const example = exampleOf(TEXTS, DEFAULT_CONFIG, 0);
    let waited = 0;
    const failing: Team = {
      peers: 1,
      begin: () => ({
        finish: () => {
          throw new Error("a thread has failed");
        },
        giveUp: () => void waited++,
      }),
    };
    expect(() => result(gradientByTeam(ops, failing), shape, example)).toThrow(
      "a thread has failed",
    );
    expect(waited).toBe(0);
    const { batch } = example;
    const broken = { ...example, batch: { ...batch, targetOut: batch.targetOut.map(() => V) } };
    expect(() => result(gradientByTeam(ops, failing), shape, broken)).toThrow("crossEntropy");
    expect(waited).toBe(1);
  });
});

describe("the shares of a batch", () => {
  it("contain all rows in order, of about the same number, weighted by real target tokens", () => {
    const example = exampleOf(TEXTS, DEFAULT_CONFIG, 0.3);
    const shares = shareOut(example, 3);
    expect(shares.map(({ example: { batch } }) => batch.size)).toEqual([2, 2, 3]);
    expect(shares.flatMap(({ example: { batch } }) => [...batch.source])).toEqual([
      ...example.batch.source,
    ]);
    expect(shares.flatMap(({ example: { batch } }) => batch.targetLengths)).toEqual(
      example.batch.targetLengths,
    );
    expect(shares.map(({ example: { dropout } }) => dropout.rows)).toEqual([
      { first: 0, count: 2, of: 7 },
      { first: 2, count: 2, of: 7 },
      { first: 4, count: 3, of: 7 },
    ]);
    const tokens = [4 + 2, 5 + 3, 5 + 2 + 4]; // <eos> counted
    const total = tokens.reduce((a, b) => a + b, 0);
    expect(shares.map(({ weight }) => weight)).toEqual(tokens.map((count) => count / total));
  });

  it("are fewer than the threads if rows are fewer or have no target token", () => {
    expect(shareOut(exampleOf(TEXTS.slice(0, 2), DEFAULT_CONFIG, 0), 4)).toHaveLength(2);
    const example = exampleOf(TEXTS.slice(0, 4), DEFAULT_CONFIG, 0);
    const silent = { ...example.batch, targetLengths: [0, 0, 5, 3] };
    const shares = shareOut({ ...example, batch: silent }, 2);
    expect(shares.map(({ weight }) => weight)).toEqual([1]);
  });
});

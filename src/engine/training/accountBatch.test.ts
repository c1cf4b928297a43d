/** The account of a batch against the loss that training reports, and against the reference without batches and masks. */
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectClose } from "../../testing/closeness";
import { startNodeBackend } from "../../testing/nodeBackend";
import { tinyTask } from "../../testing/tinyTask";
import { referenceEncode } from "../reference/encoder";
import { referenceParameters } from "../reference/parameters";
import { referenceGreedy, referenceLoss } from "../reference/seq2seq";
import {
  type BatchAccount,
  type Mask,
  MASKS,
  relativeChange,
  countedLosses,
  meanOf,
  weightOnPadding,
} from "../results/batchAccount";
import { type Config, DEFAULT_CONFIG } from "../setup/config";
import { EOS, PAD, SOS } from "../text/tokens";
import { accountBatch } from "./accountBatch";
import { textbook } from "./textbookLearner";
import { createTrainer, firstUpdate, type Trainer } from "./trainer";

const TOLERANCE = 1e-5;
const CONFIG: Config = { ...DEFAULT_CONFIG, hiddenSize: 8, embeddingSize: 4, batchSize: 8 };

/** A few updates in, so that weights and states differ from their first values. */
async function trained(
  change: Partial<Config> = {},
): Promise<{ config: Config; trainer: Trainer }> {
  const config = { ...CONFIG, ...change };
  const trainer = createTrainer(tinyTask, config, { arithmetic: textbook });
  for (let i = 0; i < 3; i++) await trainer.step({ ...config, learningRate: 0.03 });
  return { config, trainer };
}

async function accountOf(
  { config, trainer }: { config: Config; trainer: Trainer },
  off: readonly Mask[] = [],
  rows = 8,
) {
  const parameters = await trainer.predictor.readParameters();
  const { task, shape } = trainer;
  const account = accountBatch({ task, shape, parameters }, trainer.peek(config), { rows, off });
  return { account, shape, parameters: Array.from(parameters) };
}

const sum = (values: readonly number[] | null): number => (values ?? []).reduce((a, b) => a + b, 0);

const idsOf = (tokens: readonly { readonly id: number }[]): number[] => tokens.map(({ id }) => id);

/** The numbers of a row by the reference, which reads every given token. */
function byReference(
  { shape, parameters, account }: Awaited<ReturnType<typeof accountOf>>,
  row: number,
  length: (real: number, padded: number) => number,
) {
  const p = referenceParameters(shape, parameters);
  const { source, sourceLength, fed, wanted, targetLength } = account.rows[
    row
  ] as BatchAccount["rows"][number];
  const steps = length(targetLength, wanted.length);
  const ids = idsOf(source).slice(0, length(sourceLength, source.length));
  const inputs = idsOf(fed).slice(0, steps);
  const targets = idsOf(wanted).slice(0, steps);
  return {
    loss: referenceLoss(p, shape, { source: ids, inputs, targets }) / steps,
    start: referenceEncode(p, shape, ids).initial.at(-1)?.h ?? [],
    answer: referenceGreedy(
      p,
      shape,
      idsOf(source).slice(0, sourceLength),
      tinyTask.maxTargetLength + 2,
    ),
  };
}

const MEMBERS: readonly Partial<Config>[] = [
  {},
  { cell: "lstm", direction: "bidirectional", attention: "general", timing: "luong" },
  { cell: "rnn", attention: "none" },
  { layers: 2, sourceOrder: "reversed", attention: "dot", inputFeeding: "on", timing: "luong" },
];

beforeAll(() => startNodeBackend("cpu"));

describe("the account of a batch", () => {
  it.each([
    ["the truth", {}],
    ["some own answers and dropout", { forcing: 0.4, dropout: 0.3 }],
  ] as const)("has the loss that the next update reports, fed %s", async (_, change) => {
    const run = await trained(change);
    const { account } = await accountOf(run);
    await run.trainer.takeLosses();
    await run.trainer.step(run.config);
    const [next] = await run.trainer.takeLosses();
    expect(account.masked.loss).toBeCloseTo(next?.loss ?? Number.NaN, 5);
  });

  it("moves no random stream", async () => {
    const [peeked, other] = [await trained(), await trained()];
    await accountOf(peeked);
    for (const { config, trainer } of [peeked, other]) await trainer.step(config);
    expect(await peeked.trainer.takeLosses()).toEqual(await other.trainer.takeLosses());
  });

  it.each(MEMBERS)(
    "equals the reference, which knows no padding, with all masks on: %o",
    async (change) => {
      const run = await accountOf(await trained(change));
      run.account.rows.forEach((row, i) => {
        const pass = run.account.masked.rows[i] as BatchAccount["masked"]["rows"][number];
        const { loss, start, answer } = byReference(run, i, (real) => real);
        expect(meanOf(countedLosses(row, pass, []))).toBeCloseTo(loss, 5);
        expectClose(pass.start, start, TOLERANCE);
        const end = answer.indexOf(EOS);
        expect(idsOf(run.account.answers[i] ?? [])).toEqual(
          end < 0 ? answer : answer.slice(0, end + 1),
        );
      });
    },
  );

  it.each(MEMBERS)(
    "equals the reference that reads <pad> as a word, with all masks off: %o",
    async (change) => {
      const run = await accountOf(await trained(change), MASKS);
      run.account.rows.forEach((row, i) => {
        const pass = run.account.unmasked?.rows[i] as BatchAccount["masked"]["rows"][number];
        const { loss, start } = byReference(run, i, (_, padded) => padded);
        expect(meanOf(countedLosses(row, pass, MASKS))).toBeCloseTo(loss, 5);
        expectClose(pass.start, start, TOLERANCE);
      });
    },
  );

  it("gives padding no weight with its mask, and weights that sum to 1 without it", async () => {
    const { account } = await accountOf(await trained(), ["attention"]);
    account.rows.forEach((row, i) => {
      const [on, off] = [account.masked.rows[i], account.unmasked?.rows[i]];
      if (!on || !off) throw new Error("expected two passes");
      expect(weightOnPadding(row, on)).toBe(0);
      expect(sum(on.looks)).toBeCloseTo(1, 5);
      expect(sum(off.looks)).toBeCloseTo(1, 5);
      const isPadded = row.sourceLength < row.source.length;
      expect((weightOnPadding(row, off) ?? 0) > 0).toBe(isPadded);
      expect(relativeChange(on.start, off.start)).toBe(0); // the encoder still stops at <eos>
    });
    expect(account.rows.some(({ sourceLength, source }) => sourceLength < source.length)).toBe(
      true,
    );
  });

  it("counts the loss over padding only without its mask; the losses themselves stay", async () => {
    const { account } = await accountOf(await trained(), ["loss"]);
    const [on, off] = [account.masked, account.unmasked];
    expect(off?.rows.map(({ losses }) => losses)).toEqual(on.rows.map(({ losses }) => losses));
    const all = on.rows.flatMap(({ losses }) => losses);
    expect(off?.loss).toBeCloseTo(sum(all) / all.length, 5);
  });

  it("lets the states go on over padding in padded rows only", async () => {
    const { account } = await accountOf(await trained(), ["states"]);
    account.rows.forEach(({ sourceLength, source }, i) => {
      const [on, off] = [account.masked.rows[i], account.unmasked?.rows[i]];
      if (!on || !off) throw new Error("expected two passes");
      expect(relativeChange(on.start, off.start) > 1e-6).toBe(sourceLength < source.length);
    });
  });

  it("says the tokens, the coins and the sizes of the batch", async () => {
    const { account } = await accountOf(await trained({ forcing: 0.5, sourceOrder: "reversed" }));
    account.rows.forEach(({ source, sourceLength, fed, truthFed, wanted, targetLength }, i) => {
      const text = (tokens: typeof source): string => tokens.map((token) => token.text).join(" ");
      expect(source.slice(sourceLength).every(({ id }) => id === PAD)).toBe(true);
      const written = account.written[i] ?? [];
      expect(text(source.slice(0, sourceLength))).toBe(
        [...written.toReversed(), "<eos>"].join(" "),
      );
      expect(text(wanted.slice(0, targetLength))).toBe([...written, "<eos>"].join(" "));
      expect(fed[0]?.id).toBe(SOS);
      const isTruth = fed.map(({ id }, t) => t === 0 || id === wanted[t - 1]?.id);
      expect(truthFed.filter((coin, t) => coin && t < targetLength && !isTruth[t])).toEqual([]);
    });
    expect(account.source.real).toBe(sum(account.rows.map(({ sourceLength }) => sourceLength)));
    expect(account.target.cells).toBe(8 * (account.rows[0]?.wanted.length ?? 0));
  });

  it("of the first rows keeps the padding and the loss of each row, also with dropout", async () => {
    const run = await trained({ dropout: 0.4, forcing: 0.5 });
    const [all, some] = [await accountOf(run), await accountOf(run, [], 3)];
    expect(some.account.rows).toEqual(all.account.rows.slice(0, 3));
    expect(some.account.source).toEqual(all.account.source);
    some.account.masked.rows.forEach(({ losses }, i) =>
      expectClose(losses, all.account.masked.rows[i]?.losses ?? [], TOLERANCE),
    );
  });

  it("leaves no tensor behind", async () => {
    const run = await trained();
    const before = memory().numTensors;
    await accountOf(run, MASKS);
    expect(memory().numTensors).toBe(before);
  });

  it("knows the first batch of a fresh run before there is one", async () => {
    const fresh = createTrainer(tinyTask, CONFIG, { arithmetic: textbook });
    expect(firstUpdate(tinyTask, CONFIG)).toEqual(fresh.peek(CONFIG));
  });
});

/** The session walks one update: the same bits, its account, and examples before and after it. */
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { softmax } from "../../engine/reference/linearAlgebra";
import type { Trace } from "../../engine/results/trace";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import type { Followed, WalkedExample } from "../../engine/results/walkedExample";
import type { Config } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import { expectClose } from "../../testing/closeness";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { shippedModel, SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: TestSession;

async function opened(config: Partial<Config> = {}): Promise<TestSession> {
  const one = new TestSession(arithmetic);
  await one.configure({ ...SMALL, maxSteps: 20, ...config });
  return one;
}

const account = (): UpdateAccount => {
  const found = session.latest("walked")?.account;
  if (!found) throw new Error("expected a walked update, got none");
  return found;
};

async function weightsOf(one: TestSession): Promise<Float32Array | undefined> {
  await one.send({ type: "readParameters", weightsOf: "present" });
  return one.latest("parameters")?.values;
}

const row = (index: number): Followed => ({ kind: "row", row: index });

async function follow(of: Followed, step = account().step): Promise<WalkedExample | undefined> {
  const { runId } = session.info;
  await session.send({ type: "followInWalk", runId, step, follow: of });
  return session.latest("walkedExample")?.example;
}

/** -ln p of the expected token at each step of a trace. */
function lossesOf({ steps, expected }: Trace): number[] {
  return steps.map(({ logits }, t) => {
    const probabilities = softmax(Array.from(logits));
    return -Math.log(probabilities[expected?.[t]?.id ?? 0] ?? 0);
  });
}

describe("a walked update of a session", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(async () => {
    session = await opened();
  });

  it("is the update that One update makes, to the bit", async () => {
    const other = await opened();
    await other.step(3);
    await session.step();
    await session.send({ type: "walkUpdate" });
    expect(await weightsOf(session)).toEqual(account().after);
    await session.step();
    expect(session.losses).toEqual(other.losses);
    expect(await weightsOf(session)).toEqual(await weightsOf(other));
    expect(session.latest("evaluation")).toEqual(other.latest("evaluation"));
    expect(account().loss).toBe(session.losses[1]);
    expect(account().step).toBe(2);
  });

  it("ends as One update does, with its account before the end", async () => {
    await session.send({ type: "walkUpdate" });
    const types = session.events.map(({ type }) => type);
    expect(types.indexOf("walked")).toBeLessThan(types.indexOf("stopped"));
    expect(session.latest("stopped")?.reason).toBe("oneStep");
    expect(session.latest("done")?.requestId).toBe(session.lastRequest);
    expect(session.latest("walked")?.requestId).toBe(session.lastRequest);
  });

  it("begins on fresh weights where the model is the shipped one", async () => {
    session.loadBaked = async (config) => shippedModel(config);
    expect((await session.configure(SMALL, "baked")).weights).toBe("baked");
    await session.send({ type: "walkUpdate" });
    expect(session.info.weights).toBe("fresh");
    expect(account().step).toBe(1);
  });

  it("has rows whose decode before it has the losses of the update", async () => {
    await session.step(2);
    await session.send({ type: "walkUpdate" });
    for (const [r, own] of account().tokenLosses.entries()) {
      const example = await follow(row(r));
      expectClose(lossesOf(example?.fed.before as Trace), own, 1e-4);
      expectClose(example?.roads.roads.losses ?? [], own, 1e-4);
      expect(example?.fed.before.trainedSteps).toBe(2);
      expect(example?.fed.after.trainedSteps).toBe(3);
    }
    expect.hasAssertions();
  });

  it("feeds a row what the update fed it, as the model's own answers", async () => {
    session = await opened({ forcing: 0.3, sourceOrder: "reversed" });
    await session.step(2);
    await session.send({ type: "walkUpdate" });
    const { tokenLosses, rows } = account();
    expect(rows.flatMap(({ truthFed }) => truthFed)).toContain(false);
    for (const [r, { targetLength: n, fed, truthFed, source, sourceLength }] of rows.entries()) {
      const { before, after } = (await follow(row(r)))?.fed ?? {};
      for (const trace of [before, after]) {
        expect(trace?.steps.map(({ input }) => input)).toEqual(fed.slice(0, n));
        expect(trace?.steps.map(({ inputOrigin }) => inputOrigin !== "model")).toEqual(
          truthFed.slice(0, n),
        );
        expect([trace?.show.edits, trace?.untouched]).toEqual([[], null]);
      }
      expect(before?.source).toEqual(source.slice(0, sourceLength));
      expect(before?.gold).toHaveLength(n);
      expectClose(lossesOf(before as Trace), tokenLosses[r] ?? [], 1e-4);
    }
  });

  it("decodes the example on the stage before and after it", async () => {
    const before = session.latest("trace")?.trace;
    await session.send({ type: "walkUpdate" });
    const after = session.latest("trace")?.trace;
    const { free, fed } = (await follow({ kind: "shown", show: INITIAL_SHOW })) ?? {};
    expect(free?.before.steps.map(({ logits }) => logits)).toEqual(
      before?.steps.map(({ logits }) => logits),
    );
    expect(free?.after.steps.map(({ logits }) => logits)).toEqual(
      after?.steps.map(({ logits }) => logits),
    );
    expect(fed?.before.show.feeding).toBe("truth");
    expect(fed?.before.expected).toEqual(before?.expected);
  });

  it("answers only the newest request, and none about another update or run", async () => {
    await session.send({ type: "walkUpdate" });
    await Promise.all([follow(row(0)), follow(row(1)), follow(row(2))]);
    expect(session.of("walkedExample").map(({ example }) => example.of)).toEqual([row(2)]);
    await follow(row(0), 7);
    await follow(row(99));
    await session.send({ type: "walkUpdate" });
    await follow(row(0), 1);
    expect(session.of("walkedExample")).toHaveLength(1);
    const { runId } = session.info;
    await session.send({ type: "reset" });
    await session.send({ type: "followInWalk", runId, step: 2, follow: row(0) });
    expect(session.of("walkedExample")).toHaveLength(1);
    expect(session.of("failed")).toEqual([]);
  });

  it("does nothing while the model trains", async () => {
    const stopped = session.next("stopped");
    await session.send({ type: "train" });
    await session.send({ type: "walkUpdate" });
    expect(session.of("walked")).toEqual([]);
    await session.send({ type: "pause" });
    await stopped;
  });

  it("leaves the memory of the tensor library as it was", async () => {
    await session.step(2);
    const before = memory().numTensors;
    await session.send({ type: "walkUpdate" });
    await follow(row(1));
    expect(memory().numTensors).toBe(before);
  });
});

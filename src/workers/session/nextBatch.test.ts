/** The session accounts for the batch of the next update, and the next update learns from just this batch. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BatchAccount } from "../../engine/results/batchAccount";
import type { Arithmetic } from "../../engine/training/learner";
import { startNodeArithmetic } from "../../testing/nodeBackend";
import { shippedModel, SMALL, TestSession } from "../../testing/testSession";

let arithmetic: Arithmetic;
let session: TestSession;

async function ask(rows = 8, runId = session.info.runId): Promise<BatchAccount | undefined> {
  await session.send({ type: "batch", runId, rows, off: [] });
  return session.latest("batch")?.account;
}

const coins = (account?: BatchAccount): boolean[] | undefined =>
  account?.rows.flatMap(({ truthFed }) => [...truthFed]);

describe("the next batch of a session", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(() => {
    session = new TestSession(arithmetic);
  });

  it("has the loss that the next update reports, also with own answers and dropout", async () => {
    await session.configure({ ...SMALL, forcing: 0.5, dropout: 0.2 });
    await session.step(2);
    const account = await ask();
    expect(account).toMatchObject({ update: 3, trainedSteps: 2, batchSize: 8 });
    await session.step();
    expect(account?.masked.loss).toBeCloseTo(session.losses.at(-1) ?? Number.NaN, 4);
  });

  it("follows P(feed truth) at once", async () => {
    await session.configure(SMALL);
    expect(coins(await ask())).not.toContain(false);
    await session.send({ type: "adjust", config: { ...SMALL, forcing: 0 } });
    expect(coins(await ask())).toContain(false);
  });

  it("leaves the training as it was", async () => {
    const other = new TestSession(arithmetic);
    for (const each of [session, other]) await each.configure(SMALL);
    await ask();
    for (const each of [session, other]) await each.step(2);
    expect(session.losses).toEqual(other.losses);
  });

  it("of a shipped model is the first batch of the run that Train starts", async () => {
    session.loadBaked = async (config) => shippedModel(config);
    await session.configure(SMALL, "baked");
    const shipped = await ask();
    expect(shipped).toMatchObject({ update: 1, trainedSteps: 777 });
    await session.configure(SMALL, "fresh");
    const fresh = await ask();
    expect(fresh).toMatchObject({ update: 1, trainedSteps: 0 });
    expect(fresh?.rows.map(({ source }) => source)).toEqual(
      shipped?.rows.map(({ source }) => source),
    );
    expect(fresh?.masked.loss).not.toBe(shipped?.masked.loss);
  });

  it("is that of the newest request only, and of no other run", async () => {
    await session.configure(SMALL);
    await Promise.all([ask(2), ask(4), ask(8)]);
    expect(session.of("batch").map(({ account }) => account.rows.length)).toEqual([8]);
    await ask(8, session.info.runId + 1);
    expect(session.of("batch")).toHaveLength(1);
  });
});

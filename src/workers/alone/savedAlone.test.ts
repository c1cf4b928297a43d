/** A network alone after a reload: it is there again, and what storage returns damaged is dropped with a notice. */
import { describe, expect, it } from "vitest";
import { createRandom } from "../../engine/rng";
import { damaged } from "../../testing/damaged";
import {
  open,
  OPEN_OWN,
  OWN_NAMES,
  READER,
  type Records,
  startAloneSession,
  WRITER,
} from "../../testing/aloneSessions";
import { SHIPPED_NETWORKS } from "../../engine/alone/shippedNetworks";
import type { AloneCommand } from "../aloneProtocol";
import { ALONE_RECORDS } from "./savedAlone";

const DAMAGED_RECORDS = 500;
const update: AloneCommand = { type: "update" };
const save: AloneCommand = { type: "save" };
const DROPPING = { ...READER, dropout: 0.2 };

/** The records after some updates of a reader of the student's own names. */
async function savedReader(config = DROPPING) {
  const records: Records = {};
  const page = startAloneSession({ records });
  await page.take({ ...OPEN_OWN, config }, update, update, update);
  return { records, page };
}

describe("a network alone after a reload", () => {
  it("goes on as if there had been none, with its history and the student's own names", async () => {
    const { records, page } = await savedReader();
    const before = page.last("opened")?.info;
    const after = startAloneSession({ records: structuredClone(records) });
    await after.take(open(DROPPING));
    expect(after.last("opened")).toMatchObject({
      own: OWN_NAMES,
      info: { config: DROPPING, classes: before?.classes, step: 3 },
    });
    const info = after.last("opened")?.info;
    expect(info?.losses.map(({ step }) => step)).toEqual([1, 2, 3]);
    expect(info?.evaluations.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
    for (const each of [page, after]) await each.take(update, update, save);
    expect(after.last("saved")?.bytes).toEqual(page.last("saved")?.bytes);
  });

  it("has its own record beside that of the other kind, which it judges", async () => {
    const { records, page } = await savedReader();
    await page.take(open(WRITER), update);
    const after = startAloneSession({ records });
    const choice = { kind: "sample", temperature: 1, seed: 2 } as const;
    await after.take(open(WRITER));
    await after.take({ type: "write", wish: { label: 0, beginning: "a", choice, more: 0 } });
    expect(after.last("opened")?.info.step).toBe(1);
    expect(after.last("written")?.written[0]?.judged).not.toBeNull();
    await after.take(open(DROPPING));
    expect(after.last("opened")?.info.step).toBe(3);
  });

  it("keeps the student's own names before the first update, and after a reset", async () => {
    const records: Records = {};
    const page = startAloneSession({ records });
    await page.take(OPEN_OWN);
    const after = startAloneSession({ records });
    await after.take(open(READER));
    expect(after.last("opened")).toMatchObject({ own: OWN_NAMES, info: { step: 0 } });
    await after.take(update, { type: "reset" });
    const again = startAloneSession({ records });
    await again.take(open(READER));
    expect(again.last("opened")?.info.step).toBe(0);
    expect(records.classifier).toBeDefined();
  });

  it("comes before the shipped network, which a lesson may show without harm to it", async () => {
    const records: Records = {};
    const config = { ...SHIPPED_NETWORKS.classifier, learningRate: 0.01 };
    const page = startAloneSession({ has: ["names"], records });
    await page.take(open(config), update);
    const after = startAloneSession({ has: ["names", "networks"], records });
    await after.take({ ...open(SHIPPED_NETWORKS.classifier), isShipped: true });
    expect(after.last("opened")?.info).toMatchObject({ isShipped: true });
    await after.take(open(config));
    expect(after.last("opened")?.info).toMatchObject({ isShipped: false, step: 1 });
  });

  it("says that names of one's own are not here, and shows shipped ones", async () => {
    const page = startAloneSession({ has: ["names", "networks"] });
    await page.take(open({ ...SHIPPED_NETWORKS.classifier, names: "own" }));
    expect(page.last("opened")).toMatchObject({
      lacksOwn: true,
      info: { config: { names: "latin" }, isShipped: true },
    });
  });

  it.each([
    ["another format", { format: "alone 0" }],
    ["no settings", { config: "{}" }],
    ["a text in place of its names", { names: 2 }],
    ["no list of its own names", { own: null }],
    ["a list without classes", { own: [{ name: "ab" }] }],
    ["weights of another size", { parameters: new Float32Array(9).fill(1) }],
    ["an evaluation without a share", { evaluations: [{ step: 1 }] }],
    ["one random stream", { positions: [[1, 2, 3, 4]] }],
  ])("drops a record with %s, with a notice and without a crash", async (_, change) => {
    const { records } = await savedReader();
    const classifier = { ...records.classifier, ...change };
    const page = startAloneSession({ records: { classifier } });
    await page.take({ ...OPEN_OWN, config: DROPPING });
    expect(page.events).toContainEqual({ type: "keeping", problem: "damaged" });
    expect(page.last("opened")?.info.step).toBe(0);
    expect(page.last("failed")).toBeUndefined();
  });

  it(`survives ${DAMAGED_RECORDS} records with random damage`, async () => {
    const random = createRandom(17);
    const { records } = await savedReader();
    const failed: string[] = [];
    let continued = 0;
    for (let i = 0; i < DAMAGED_RECORDS; i++) {
      const record = damaged(random, records.classifier) as object;
      if (ALONE_RECORDS.unpack(record) === null) continue;
      const page = startAloneSession({ records: { classifier: record } });
      await page.take(OPEN_OWN, update);
      const isFinite = page.last("progress")?.losses.every(({ loss }) => Number.isFinite(loss));
      if (page.last("failed") || !isFinite)
        failed.push(`${i} ${JSON.stringify(page.last("failed"))}`);
      if (page.last("progress")?.step !== 1) continued++;
    }
    expect(failed).toEqual([]);
    expect(continued).toBeGreaterThan(10);
    expect(continued).toBeLessThan(DAMAGED_RECORDS / 2);
  });
});

import { describe, expect, it } from "vitest";
import { createPlainOps } from "../../engine/fused/plain/plainOps";
import { SHIPPED_NETWORKS } from "../../engine/alone/shippedNetworks";
import {
  open,
  OPEN_OWN,
  OWN_NAMES,
  READER,
  startAloneSession,
  WRITER,
} from "../../testing/aloneSessions";
import { checkedOps } from "./checkedOps";

const wish = {
  label: 0,
  beginning: "",
  choice: { kind: "sample", temperature: 1, seed: 2 },
  more: 3,
} as const;

describe("a session of networks alone", () => {
  it("tells of the names before it trains, and reads again after every evaluation", async () => {
    const { take, last, trained, events } = startAloneSession();
    await take(OPEN_OWN, { type: "read", text: "aby" });
    const info = last("opened")?.info;
    expect(info?.classes).toEqual(["a", "x"]);
    expect(info?.evaluations.map(({ step }) => step)).toEqual([0]);
    expect(last("read")?.step).toBe(0);
    await trained();
    expect(last("stopped")?.reason).toBe("cap");
    expect(last("evaluated")?.evaluation.heldOut.right).toBe(1);
    expect(last("read")?.step).toBe(50);
    const losses = events.flatMap((event) => (event.type === "progress" ? event.losses : []));
    expect(losses.map(({ step }) => step)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it("pauses between two updates, and goes on", async () => {
    const { session, take, last, events } = startAloneSession();
    await take(OPEN_OWN, { type: "train" });
    await session.take({ type: "pause" });
    expect(last("stopped")?.reason).toBe("paused");
    const step = last("progress")?.step ?? 0;
    expect(step).toBeLessThan(50);
    await take({ type: "update" });
    expect(last("progress")?.step).toBe(step + 1);
    expect(events.filter(({ type }) => type === "failed")).toEqual([]);
  });

  it("opens on the shipped networks, of which one judges the other, and trains a fresh one", async () => {
    const { take, last } = startAloneSession({ has: ["names", "networks"] });
    await take(open(SHIPPED_NETWORKS.generator), { type: "write", wish: { ...wish, label: 14 } });
    expect(last("opened")?.info).toMatchObject({ isShipped: true, step: 1000 });
    expect(last("written")?.written.every(({ judged }) => judged !== null)).toBe(true);
    await take({ type: "update" });
    expect(last("opened")?.info).toMatchObject({ isShipped: false, step: 0 });
    expect(last("progress")?.step).toBe(1);
    await take(open(SHIPPED_NETWORKS.generator));
    expect(last("opened")?.info.step).toBe(1);
    await take({ ...open(SHIPPED_NETWORKS.generator), isShipped: true });
    expect(last("opened")?.info.step).toBe(1000);
  });

  it("keeps the classifier, which judges the names of the generator", async () => {
    const { take, last, trained } = startAloneSession();
    await take(OPEN_OWN, open(WRITER), { type: "write", wish });
    expect(last("written")?.written.map(({ judged }) => judged)).toEqual([null, null, null, null]);
    await take(open(READER));
    await trained();
    await take(open(WRITER));
    await trained();
    const written = last("written")?.written ?? [];
    expect(written).toHaveLength(4);
    for (const { writing, judged } of written) {
      expect(writing.name).toMatch(/^[ab]+$/);
      expect(judged?.label).toBe(0);
    }
    await take(open(READER));
    expect(last("opened")?.info.step).toBe(50);
    await take({ type: "reset" });
    expect(last("opened")?.info.step).toBe(0);
  });

  it("saves a model that it opens again, and refuses other files", async () => {
    const { take, last } = startAloneSession();
    await take(OPEN_OWN, { type: "update" }, { type: "read", text: "ab" }, { type: "save" });
    const before = last("read")?.reading.beliefs;
    const saved = last("saved");
    expect(saved?.fileName).toBe("names-classifier-own-1-steps.safetensors");
    await take({ type: "reset" });
    expect(last("read")?.reading.beliefs).not.toEqual(before);
    await take({ type: "openFile", file: new Blob([saved?.bytes ?? new Uint8Array()]) });
    expect(last("opened")?.info.step).toBe(1);
    expect(last("read")?.reading.beliefs).toEqual(before);
    await take({ type: "openFile", file: new Blob(["no model"]) });
    expect(last("refused")?.problem.kind).toBe("notSafetensors");
    const others = OWN_NAMES.map(({ name, label }) => ({ name: `${name}z`, label }));
    await take({ type: "open", config: READER, own: others });
    await take({ type: "openFile", file: new Blob([saved?.bytes ?? new Uint8Array()]) });
    expect(last("refused")?.problem.kind).toBe("otherVocabulary");
  });

  it("knows a list that comes a second time, and lets no classifier of other names judge", async () => {
    const { take, last } = startAloneSession();
    await take(OPEN_OWN, { type: "update" }, { ...OPEN_OWN, own: structuredClone(OWN_NAMES) });
    expect(last("opened")?.info.step).toBe(1);
    const others = OWN_NAMES.map(({ name, label }) => ({ name: `${name}z`, label }));
    await take({ type: "open", config: WRITER, own: others }, { type: "write", wish });
    expect(last("written")?.written.every(({ judged }) => judged === null)).toBe(true);
  });

  it("takes settings that need no fresh model while it trains", async () => {
    const { take, last, trained } = startAloneSession();
    await take(OPEN_OWN, { type: "adjust", config: { ...READER, updates: 100 } });
    await trained();
    expect(last("progress")?.step).toBe(100);
  });
});

describe("checked operations", () => {
  it("give way to plain JavaScript where they compute something else", async () => {
    const plain = createPlainOps();
    expect(await checkedOps(null, plain)).toBe(plain);
    const right = createPlainOps();
    expect(await checkedOps(right, plain)).toBe(right);
    const wrong = { ...createPlainOps(), add: (a: never) => a };
    expect(await checkedOps(wrong, plain)).toBe(plain);
  });
});

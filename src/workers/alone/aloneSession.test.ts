import { describe, expect, it } from "vitest";
import { type AloneConfig, DEFAULT_ALONE } from "../../engine/alone/aloneConfig";
import { createPlainOps } from "../../engine/fused/plain/plainOps";
import type { NameFile } from "../../engine/alone/nameFile";
import { SHIPPED_NETWORKS, shippedNetworkFile } from "../../engine/alone/shippedNetworks";
import { shippedFile } from "../../testing/shippedModel";
import type { AloneCommand, AloneEvent } from "../aloneProtocol";
import { AloneSession } from "./aloneSession";
import { checkedOps } from "./checkedOps";

const listed = ["ab", "xy"].flatMap((letters) => {
  const [p = "", q = ""] = letters;
  const names = [p, q].flatMap((a) => [p, q].flatMap((b) => [p, q, ""].map((c) => `${a}${b}${c}`)));
  return names.map((name) => ({ name, label: p }));
});
const CONFIG: AloneConfig = {
  ...DEFAULT_ALONE,
  names: "own",
  hiddenSize: 8,
  embeddingSize: 4,
  batchSize: 8,
  learningRate: 0.05,
  dropout: 0,
  updates: 50,
};
const GENERATOR: AloneConfig = { ...CONFIG, alone: "generator" };

/** A session that has taken these commands, and what it posted. @param isPublished whether its page has shipped files */
function startSession(isPublished = false) {
  const events: AloneEvent[] = [];
  const session = new AloneSession({
    ops: createPlainOps(),
    post: (event) => events.push(event),
    loadNames: async () => {
      if (!isPublished) throw new Error("no file");
      return JSON.parse(shippedFile("names.json").toString()) as NameFile;
    },
    loadNetwork: async (kind) =>
      isPublished ? new Uint8Array(shippedFile(shippedNetworkFile(kind))) : null,
    yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => 0,
  });
  const take = async (...commands: AloneCommand[]) => {
    for (const command of commands) await session.take(command);
  };
  const last = <T extends AloneEvent["type"]>(type: T) =>
    events.findLast((event): event is Extract<AloneEvent, { type: T }> => event.type === type);
  /** Waits for the end of the training that has begun. */
  const trained = async () => {
    const before = events.filter(({ type }) => type === "stopped").length;
    await take({ type: "train" });
    while (events.filter(({ type }) => type === "stopped").length === before)
      await new Promise((resolve) => setImmediate(resolve));
  };
  return { session, events, take, last, trained };
}

const open = (config: AloneConfig) => ({ type: "open", config, own: null }) as const;
const openOwn: AloneCommand = { type: "open", config: CONFIG, own: listed };
const wish = {
  label: 0,
  beginning: "",
  choice: { kind: "sample", temperature: 1, seed: 2 },
  more: 3,
} as const;

describe("a session of networks alone", () => {
  it("tells of the names before it trains, and reads again after every evaluation", async () => {
    const { take, last, trained, events } = startSession();
    await take(openOwn, { type: "read", text: "aby" });
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
    const { session, take, last, events } = startSession();
    await take(openOwn, { type: "train" });
    await session.take({ type: "pause" });
    expect(last("stopped")?.reason).toBe("paused");
    const step = last("progress")?.step ?? 0;
    expect(step).toBeLessThan(50);
    await take({ type: "update" });
    expect(last("progress")?.step).toBe(step + 1);
    expect(events.filter(({ type }) => type === "failed")).toEqual([]);
  });

  it("opens on the shipped networks, of which one judges the other, and trains a fresh one", async () => {
    const { take, last } = startSession(true);
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
    const { take, last, trained } = startSession();
    await take(openOwn, open(GENERATOR), { type: "write", wish });
    expect(last("written")?.written.map(({ judged }) => judged)).toEqual([null, null, null, null]);
    await take(open(CONFIG));
    await trained();
    await take(open(GENERATOR));
    await trained();
    const written = last("written")?.written ?? [];
    expect(written).toHaveLength(4);
    for (const { writing, judged } of written) {
      expect(writing.name).toMatch(/^[ab]+$/);
      expect(judged?.label).toBe(0);
    }
    await take(open(CONFIG));
    expect(last("opened")?.info.step).toBe(50);
    await take({ type: "reset" });
    expect(last("opened")?.info.step).toBe(0);
  });

  it("saves a model that it opens again, and refuses other files", async () => {
    const { take, last } = startSession();
    await take(openOwn, { type: "update" }, { type: "read", text: "ab" }, { type: "save" });
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

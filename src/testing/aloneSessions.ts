/** Sessions of networks alone under Node, on names that a few updates learn. */
import { type AloneConfig, type AloneKind, DEFAULT_ALONE } from "../engine/alone/aloneConfig";
import type { NameFile } from "../engine/alone/nameFile";
import { shippedNetworkFile } from "../engine/alone/shippedNetworks";
import { createPlainOps } from "../engine/fused/plain/plainOps";
import type { RunStore } from "../storage/runs";
import type { AloneCommand, AloneEvent } from "../workers/aloneProtocol";
import { AloneSession } from "../workers/alone/aloneSession";
import { shippedFile } from "./shippedModel";

export const OWN_NAMES = ["ab", "xy"].flatMap((letters) => {
  const [p = "", q = ""] = letters;
  const names = [p, q].flatMap((a) => [p, q].flatMap((b) => [p, q, ""].map((c) => `${a}${b}${c}`)));
  return names.map((name) => ({ name, label: p }));
});

export const READER: AloneConfig = {
  ...DEFAULT_ALONE,
  names: "own",
  hiddenSize: 8,
  embeddingSize: 4,
  batchSize: 8,
  learningRate: 0.05,
  dropout: 0,
  updates: 50,
};
export const WRITER: AloneConfig = { ...READER, alone: "generator" };

export const open = (config: AloneConfig) => ({ type: "open", config, own: null }) as const;
export const OPEN_OWN = { type: "open", config: READER, own: OWN_NAMES } as const;

/** The records of a tab, by kind. */
export type Records = Partial<Record<AloneKind, object>>;

/** It holds what is written, as the database would: later changes of the object do not reach it. */
function storeIn(records: Records, kind: AloneKind): RunStore {
  return {
    read: async () => records[kind],
    write: async (record) => void (records[kind] = structuredClone(record)),
    remove: async () => void delete records[kind],
  };
}

interface Surroundings {
  /** The shipped files that the page has. */
  readonly has?: readonly ("names" | "networks")[];
  /** What pages of this tab have saved. */
  readonly records?: Records;
}

/** A page's session, and what it posts. */
export function startAloneSession({ has = [], records = {} }: Surroundings = {}) {
  const events: AloneEvent[] = [];
  const session = new AloneSession({
    ops: createPlainOps(),
    post: (event) => events.push(event),
    loadNames: async () => {
      if (!has.includes("names")) throw new Error("no file");
      return JSON.parse(shippedFile("names.json").toString()) as NameFile;
    },
    loadNetwork: async (kind) =>
      has.includes("networks") ? new Uint8Array(shippedFile(shippedNetworkFile(kind))) : null,
    storeOf: (kind) => storeIn(records, kind),
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

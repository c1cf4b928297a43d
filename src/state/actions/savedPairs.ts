/** What the student does with the pairs that are kept on this device. The page goes on where the device keeps nothing. */
import type * as Storage from "../../storage/corpora";
import { laneOf, useApp } from "../store";
import { LANE } from "../slices/lane";
import { type Inspection, type KeptPairs, type RecalledPairs, tidyName } from "../slices/pairs";

function setKept(change: Partial<KeptPairs>): void {
  useApp.setState(({ pairs }) => ({ pairs: { ...pairs, kept: { ...pairs.kept, ...change } } }));
}

/** Does work on the device, takes its list as it is then, and says what went wrong. Null where something did. */
async function ask<T>(
  work: (device: typeof Storage) => Promise<Storage.Stored<T>>,
): Promise<T | null> {
  const device = await loadStorage();
  const outcome = device ? await work(device) : UNASKED;
  const list = device ? await device.listCorpora() : UNASKED;
  const failed = [outcome, list].find((each) => each.kind === "problem");
  setKept({
    entries: list.kind === "stored" ? list.value : null,
    problem: failed?.kind === "problem" ? failed.problem : null,
  });
  return outcome.kind === "stored" ? outcome.value : null;
}

const UNASKED = { kind: "problem", problem: "failed" } as const;

/** The script that reads the device's database comes when it is first asked for; null where it does not come. */
async function loadStorage(): Promise<typeof Storage | null> {
  try {
    return await import("../../storage/corpora");
  } catch {
    return null;
  }
}

/** Asks the device what it keeps: at first, and whenever another tab may have changed it. */
export async function listKeptPairs(): Promise<void> {
  await ask(async () => ({ kind: "stored", value: null }));
}

/** Keeps the pairs of an inspection. */
export async function keepPairs(inspection: Inspection): Promise<void> {
  const now = Date.now();
  const id = await ask((device) => device.keepCorpus(inspection, now));
  const { ids } = useApp.getState().pairs.kept;
  if (id !== null) setKept({ ids: { ...ids, [inspection.id]: id } });
}

/** The pairs of an entry, to be read and looked at again; null where the device no longer has them. */
export async function recallPairs(entry: Storage.CorpusEntry): Promise<RecalledPairs | null> {
  const content = await ask((device) => device.readCorpus(entry.id));
  if (content === null) return null;
  const { name, options } = entry;
  const input = typeof content === "string" ? content : new File([content], name);
  return { input, options, name };
}

/** Gives an entry another name; one of nothing but spaces changes nothing. */
export async function renameKeptPairs(id: number, name: string): Promise<void> {
  const tidy = tidyName(name);
  if (tidy !== "") await ask((device) => device.renameCorpus(id, tidy));
}

/** Deletes an entry; false where the device did not. */
export async function forgetKeptPairs(id: number): Promise<boolean> {
  return (await ask((device) => device.forgetCorpus(id))) !== null;
}

/** Deletes all that is kept; false where the device did not. */
export async function forgetAllKeptPairs(): Promise<boolean> {
  return (await ask((device) => device.forgetAllCorpora())) !== null;
}

/** For a link to own pairs: takes the pairs that were used last on this device, if there are any, as those in use. */
export async function takeLastPairs(): Promise<void> {
  if (laneOf(LANE).config.task !== "pairs") return;
  await listKeptPairs();
  const [entry] = useApp.getState().pairs.kept.entries ?? [];
  const recalled = entry ? await recallPairs(entry) : null;
  if (!entry || !recalled) return;
  useApp.setState(({ pairs }) => {
    const id = (pairs.latest?.id ?? 0) + 1;
    const latest = { id, ...recalled };
    const kept = { ...pairs.kept, ids: { ...pairs.kept.ids, [id]: entry.id } };
    return { pairs: { ...pairs, latest, used: latest, kept } };
  });
}

/** Acts on the pairs that this device keeps. The page also works where the device keeps nothing. */
import type * as Storage from "../../storage/corpora";
import { laneOf, useApp } from "../store";
import { LANE } from "../slices/lane";
import { type Inspection, type KeptPairs, type RecalledPairs, tidyName } from "../slices/pairs";

function setKept(change: Partial<KeptPairs>): void {
  useApp.setState(({ pairs }) => ({ pairs: { ...pairs, kept: { ...pairs.kept, ...change } } }));
}

/** Runs work on the device's storage, then updates the list and the problem. Null if the work failed. */
async function runOnDevice<T>(
  work: (device: typeof Storage) => Promise<Storage.Stored<T>>,
): Promise<T | null> {
  const device = await loadStorage();
  const outcome = device ? await work(device) : NO_STORAGE;
  const list = device ? await device.listCorpora() : NO_STORAGE;
  const failed = [outcome, list].find((each) => each.kind === "problem");
  setKept({
    entries: list.kind === "stored" ? list.value : null,
    problem: failed?.kind === "problem" ? failed.problem : null,
  });
  return outcome.kind === "stored" ? outcome.value : null;
}

const NO_STORAGE = { kind: "problem", problem: "failed" } as const;

/** Loads the database script on first use; null if the script does not load. */
async function loadStorage(): Promise<typeof Storage | null> {
  try {
    return await import("../../storage/corpora");
  } catch {
    return null;
  }
}

/** Lists the kept pairs. The page repeats this whenever another tab may have changed them. */
export async function listKeptPairs(): Promise<void> {
  await runOnDevice(async () => ({ kind: "stored", value: null }));
}

export async function keepPairs(inspection: Inspection): Promise<void> {
  const now = Date.now();
  const id = await runOnDevice((device) => device.keepCorpus(inspection, now));
  const { ids } = useApp.getState().pairs.kept;
  if (id !== null) setKept({ ids: { ...ids, [inspection.id]: id } });
}

/** The pairs of an entry, for a new inspection; null if the device no longer has them. */
export async function recallPairs(entry: Storage.CorpusEntry): Promise<RecalledPairs | null> {
  const input = await runOnDevice((device) => device.readCorpus(entry));
  if (input === null) return null;
  const { name, options } = entry;
  return { input, options, name };
}

/** Renames an entry. A blank name changes nothing. */
export async function renameKeptPairs(id: number, name: string): Promise<void> {
  const tidy = tidyName(name);
  if (tidy !== "") await runOnDevice((device) => device.renameCorpus(id, tidy));
}

/** Deletes an entry; false if the device failed. */
export async function forgetKeptPairs(id: number): Promise<boolean> {
  return (await runOnDevice((device) => device.forgetCorpus(id))) !== null;
}

/** Deletes all kept pairs; false if the device failed. */
export async function forgetAllKeptPairs(): Promise<boolean> {
  return (await runOnDevice((device) => device.forgetAllCorpora())) !== null;
}

/** For a link to own pairs: the pairs that this device used last become the pairs in use. */
export async function takeLastPairs(): Promise<void> {
  if (laneOf(LANE).config.task !== "pairs") return;
  await listKeptPairs();
  const [entry] = useApp.getState().pairs.kept.entries ?? [];
  const recalled = entry ? await recallPairs(entry) : null;
  if (!entry || !recalled) return;
  useApp.setState(({ pairs }) => {
    const id = pairs.inspections + 1;
    const latest = { id, ...recalled };
    const kept = { ...pairs.kept, ids: { ...pairs.kept.ids, [id]: entry.id } };
    return { pairs: { ...pairs, inspections: id, latest, used: latest, kept } };
  });
}

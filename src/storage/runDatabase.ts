/** Where runs are kept, and the one question about them that comes before the first picture. It needs no library. */

export const RUN_DATABASE = { name: "seq2seq-lab.runs", version: 1, store: "runs" } as const;

/** Whether a run of this tab is kept; no where storage cannot tell. */
export async function hasRun(tab: string): Promise<boolean> {
  try {
    return await countsRun(tab);
  } catch {
    return false; // the session will say what is the matter
  }
}

async function countsRun(tab: string): Promise<boolean> {
  const { name, version, store } = RUN_DATABASE;
  const opening = indexedDB.open(name, version);
  // There is none: whoever writes makes it.
  opening.addEventListener("upgradeneeded", () => opening.transaction?.abort());
  const database = await answer(opening);
  const counting = database.transaction(store).objectStore(store).count(tab);
  database.close(); // once it has been counted
  return (await answer(counting)) > 0;
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error("runs: the database refused")));
  });
}

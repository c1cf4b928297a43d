/** What a page, its workers and its storage hold. */
import type { Browser, Page } from "@playwright/test";
import { type Processes, readProcesses } from "./processes";

export interface Memory {
  /** Megabytes of JavaScript objects after a collection of garbage: of the page, and of its workers. */
  readonly page: number;
  readonly workers: number;
  /** Tensors of the tensor library in the worker, and their megabytes. */
  readonly tensors: number;
  readonly tensorBytes: number;
  /** Kilobytes of the saved runs: the numbers in them, and the files of the database. */
  readonly kept: number;
  readonly database: number;
  readonly processes: Processes | null;
}

export async function readMemory(browser: Browser, page: Page): Promise<Memory> {
  return {
    ...(await readHeaps(page)),
    ...(await readTensors(page)),
    ...(await page.evaluate(readStorage)),
    processes: await readProcesses(browser),
  };
}

interface Measured {
  readonly breakdown: readonly {
    readonly bytes: number;
    readonly attribution: readonly { readonly scope: string }[];
  }[];
}

/** The browser measures the page and its workers together. Only an isolated page may ask. */
function readHeaps(page: Page): Promise<Pick<Memory, "page" | "workers">> {
  return page.evaluate(async () => {
    const measuring = performance as unknown as {
      measureUserAgentSpecificMemory: () => Promise<Measured>;
    };
    const { breakdown } = await measuring.measureUserAgentSpecificMemory();
    const megabytes = (isWorker: boolean): number =>
      breakdown
        .filter(
          ({ attribution }) =>
            attribution.some(({ scope }) => scope.includes("Worker")) === isWorker,
        )
        .reduce((sum, { bytes }) => sum + bytes / 1e6, 0);
    return { page: megabytes(false), workers: megabytes(true) };
  });
}

interface TensorEngine {
  readonly memory: () => { readonly numTensors: number; readonly numBytes: number };
}

/** The tensor library keeps its engine in a global of the worker. */
async function readTensors(page: Page): Promise<Pick<Memory, "tensors" | "tensorBytes">> {
  const counts = await Promise.all(
    page.workers().map((worker) =>
      worker.evaluate(() => {
        const { _tfengine: engine } = globalThis as { _tfengine?: TensorEngine };
        return engine?.memory() ?? null;
      }),
    ),
  );
  const known = counts.filter((each) => each !== null);
  if (known.length === 0) throw new Error("longRun: expected a worker with tensors, got none");
  return {
    tensors: known.reduce((sum, { numTensors }) => sum + numTensors, 0),
    tensorBytes: known.reduce((sum, { numBytes }) => sum + numBytes / 1e6, 0),
  };
}

/** Runs in the page: kilobytes of the numbers and texts in all databases, and of all files of the page's storage. */
async function readStorage(): Promise<Pick<Memory, "kept" | "database">> {
  let bytes = 0;
  const bytesOf = (value: unknown): number => {
    if (typeof value === "string") return 2 * value.length;
    if (ArrayBuffer.isView(value)) return value.byteLength;
    if (typeof value !== "object" || value === null) return 8;
    return Object.values(value).reduce((sum: number, each) => sum + bytesOf(each), 0);
  };
  const readStores = (database: IDBDatabase): Promise<unknown> =>
    Promise.all(
      [...database.objectStoreNames].map(async (store) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => reading.addEventListener("success", resolve));
        bytes += bytesOf(reading.result);
      }),
    );
  for (const { name = "" } of await indexedDB.databases()) {
    const opening = indexedDB.open(name);
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    await readStores(opening.result);
    opening.result.close();
  }
  const { usage = 0 } = await navigator.storage.estimate();
  return { kept: bytes / 1000, database: usage / 1000 };
}

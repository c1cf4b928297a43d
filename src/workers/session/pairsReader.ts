/** A user's pairs between being read and being used. */
import { runBreathing } from "../../engine/chunks";
import type { CorpusReport } from "../../engine/corpus/report";
import type { Task } from "../../engine/tasks/task";
import type { Command } from "../protocol";
import { readPairs } from "./readPairs";

type Inspection = Extract<Command, { type: "inspectPairs" }>;

export class PairsReader {
  readonly #breathe: () => Promise<void>;
  #wanted = 0; // the latest request
  #reading: Promise<CorpusReport | null> = Promise.resolve(null);
  #usable: { readonly requestId: number; readonly task: Task } | null = null;

  constructor(breathe: () => Promise<void>) {
    this.#breathe = breathe;
  }

  /** Reads pairs between whatever else goes on. Resolves to null where a newer request has made this one void. */
  inspect(inspection: Inspection): Promise<CorpusReport | null> {
    this.#wanted = inspection.requestId;
    this.#reading = this.#read(inspection);
    return this.#reading;
  }

  async #read({ requestId, input, options }: Inspection): Promise<CorpusReport | null> {
    const isWanted = (): boolean => this.#wanted === requestId;
    const prepared = await runBreathing(await readPairs(input, options), this.#breathe, isWanted);
    if (prepared === null || !isWanted()) return null;
    if (prepared.task) this.#usable = { requestId, task: prepared.task };
    return prepared.report;
  }

  /** The task made of the pairs of this request, or null where they were unusable or others have come since. */
  async take(requestId: number): Promise<Task | null> {
    await this.#reading.catch(() => null); // who asked for it has heard of the failure
    return this.#usable?.requestId === requestId ? this.#usable.task : null;
  }
}

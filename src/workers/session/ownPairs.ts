/** A user's own pairs: read, then used as the task "pairs". Every lane of the worker sees the same ones. */
import { runBreathing } from "../../engine/chunks";
import type { CorpusReport } from "../../engine/corpus/report";
import type { Task } from "../../engine/tasks/task";
import type { Command } from "../protocol";
import { readPairs } from "./readPairs";

type Inspection = Extract<Command, { readonly type: "inspectPairs" }>;

export class OwnPairs {
  /** The pairs that are the task now; null until some have been used. */
  inUse: Task | null = null;
  readonly #breathe: () => Promise<void>;
  #wanted = 0; // the latest inspection
  #reading: Promise<CorpusReport | null> = Promise.resolve(null);
  #usable: { readonly inspection: number; readonly task: Task } | null = null;

  constructor(breathe: () => Promise<void>) {
    this.#breathe = breathe;
  }

  /** Reads pairs between whatever else goes on. Resolves to null where a newer request has made this one void. */
  inspect(command: Inspection): Promise<CorpusReport | null> {
    this.#wanted = command.inspection;
    this.#reading = this.#read(command);
    return this.#reading;
  }

  async #read({ inspection, input, options }: Inspection): Promise<CorpusReport | null> {
    const isWanted = (): boolean => this.#wanted === inspection;
    const prepared = await runBreathing(await readPairs(input, options), this.#breathe, isWanted);
    if (prepared === null || !isWanted()) return null;
    if (prepared.task) this.#usable = { inspection, task: prepared.task };
    return prepared.report;
  }

  /** The task made of the pairs of this inspection, or null where they were unusable or others have come since. */
  async take(inspection: number): Promise<Task | null> {
    await this.#reading.catch(() => null); // the inspection itself reports its failure
    return this.#usable?.inspection === inspection ? this.#usable.task : null;
  }
}

/** Reads a user's own pairs and makes them the task "pairs". All lanes of the worker share them. */
import { runInChunks } from "../../engine/chunks";
import type { CorpusReport } from "../../engine/corpus/report";
import type { Task } from "../../engine/tasks/task";
import type { Command } from "../protocol";
import { readPairs } from "./readPairs";

type Inspection = Extract<Command, { readonly type: "inspectPairs" }>;

export class OwnPairs {
  /** The task of the pairs in use; null until pairs are in use. */
  inUse: Task | null = null;
  readonly #yieldToMessages: () => Promise<void>;
  #latest = 0; // inspection
  #reading: Promise<CorpusReport | null> = Promise.resolve(null);
  #usable: { readonly inspection: number; readonly task: Task } | null = null;

  constructor(yieldToMessages: () => Promise<void>) {
    this.#yieldToMessages = yieldToMessages;
  }

  /** Reads pairs while other work goes on. Resolves to null where a newer inspection has replaced this one. */
  inspect(command: Inspection): Promise<CorpusReport | null> {
    this.#latest = command.inspection;
    this.#reading = this.#read(command);
    return this.#reading;
  }

  async #read({ inspection, input, options }: Inspection): Promise<CorpusReport | null> {
    const isWanted = (): boolean => this.#latest === inspection;
    const prepared = await runInChunks(
      await readPairs(input, options),
      this.#yieldToMessages,
      isWanted,
    );
    if (prepared === null || !isWanted()) return null;
    if (prepared.task) this.#usable = { inspection, task: prepared.task };
    return prepared.report;
  }

  /** The task of an inspection's pairs; null where they are unusable or a newer inspection has replaced them. */
  async take(inspection: number): Promise<Task | null> {
    await this.#reading.catch(() => null); // the inspection reports it
    return this.#usable?.inspection === inspection ? this.#usable.task : null;
  }
}

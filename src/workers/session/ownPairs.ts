/** Reads a user's own pairs and makes them the task "pairs". All lanes of the worker share them. */
import { runInChunks } from "../../engine/chunks";
import type { PreparedCorpus } from "../../engine/corpus/prepareCorpus";
import type { CorpusReport } from "../../engine/corpus/report";
import type { Task } from "../../engine/tasks/task";
import type { Command, Event } from "../protocol";
import { readPairs } from "./readPairs";

type Inspection = Extract<Command, { readonly type: "inspectPairs" }>;

interface ReadingPorts {
  readonly post: (event: Event) => void;
  readonly now: () => number; // ms
}

const BETWEEN_REPORTS = 100; // ms

export class OwnPairs {
  /** The task of the pairs in use; null until pairs are in use. */
  inUse: Task | null = null;
  readonly #yieldToMessages: () => Promise<void>;
  #latest: number | null = 0; // inspection; null: cancelled
  #reading: Promise<CorpusReport | null> = Promise.resolve(null);
  #usable: { readonly inspection: number; readonly corpus: PreparedCorpus } | null = null;

  constructor(yieldToMessages: () => Promise<void>) {
    this.#yieldToMessages = yieldToMessages;
  }

  /**
   * Reads pairs while other work goes on, and posts its progress. Resolves to null where a newer inspection has replaced
   * this one or it is cancelled.
   */
  inspect(command: Inspection, ports: ReadingPorts): Promise<CorpusReport | null> {
    this.#latest = command.inspection;
    this.#reading = this.#read(command, ports);
    return this.#reading;
  }

  /** Ends an inspection that goes on. Its pairs are not used, and those of the one before stay. */
  cancel(inspection: number): void {
    if (this.#latest === inspection) this.#latest = null;
  }

  async #read({ inspection, input, options }: Inspection, ports: ReadingPorts) {
    const isWanted = (): boolean => this.#latest === inspection;
    const report = reporter(inspection, ports);
    const prepared = await runInChunks(
      readPairs(input, options, report),
      this.#yieldToMessages,
      isWanted,
    );
    if (prepared === null || !isWanted()) return null;
    if (prepared.task) this.#usable = { inspection, corpus: prepared };
    return prepared.report;
  }

  /** The task of an inspection's pairs; null where they are unusable or a newer inspection has replaced them. */
  async take(inspection: number): Promise<Task | null> {
    return (await this.#corpusOf(inspection))?.task ?? null;
  }

  /** The pairs of an inspection as clean tab-separated text; null where the worker no longer has them. */
  async export(inspection: number): Promise<string | null> {
    return (await this.#corpusOf(inspection))?.write() ?? null;
  }

  async #corpusOf(inspection: number): Promise<PreparedCorpus | null> {
    await this.#reading.catch(() => null); // the inspection reports it
    return this.#usable?.inspection === inspection ? this.#usable.corpus : null;
  }
}

/** Posts progress, at most ten times a second. */
function reporter(
  inspection: number,
  { post, now }: ReadingPorts,
): (done: number, total: number) => void {
  let last = now();
  return (done, total) => {
    if (now() - last < BETWEEN_REPORTS) return;
    last = now();
    post({ type: "pairsProgress", inspection, done, total });
  };
}

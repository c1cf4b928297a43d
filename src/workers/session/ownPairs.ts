/** Reads a user's own pairs and makes them the task "pairs". All lanes of the worker share them. */
import { runInChunks } from "../../engine/chunks";
import type { PreparedCorpus } from "../../engine/corpus/readCorpus";
import type { CorpusReport } from "../../engine/corpus/report";
import type { Task } from "../../engine/tasks/task";
import type { Command, Event, RequestId } from "../protocol";

type Inspection = Extract<Command, { readonly type: "inspectPairs" }>;
type PairsCommand = Extract<
  Command,
  { readonly type: "inspectPairs" | "cancelInspection" | "exportPairs" }
>;

interface ReadingPorts {
  readonly post: (event: Event) => void;
  readonly now: () => number; // ms
}

const BETWEEN_REPORTS = 100; // ms

export class OwnPairs {
  /** The task of the pairs in use; null until pairs are in use. */
  inUse: Task | null = null;
  readonly #yieldToMessages: () => Promise<void>;
  #latest = 0; // inspection
  #cancelled: number | null = null; // inspection
  #reading: Promise<CorpusReport | null> = Promise.resolve(null);
  #usable: { readonly inspection: number; readonly corpus: PreparedCorpus } | null = null;

  constructor(yieldToMessages: () => Promise<void>) {
    this.#yieldToMessages = yieldToMessages;
  }

  /** Takes note of a request before its turn comes: a cancelled inspection ends at once. */
  note(command: Command): void {
    if (command.type === "cancelInspection") this.#cancelled = command.inspection;
    if (command.type === "inspectPairs" && command.inspection === this.#cancelled)
      this.#cancelled = null; // it is asked for again
  }

  async answer(requestId: RequestId, command: PairsCommand, ports: ReadingPorts): Promise<void> {
    const { inspection } = command;
    if (command.type === "inspectPairs") {
      const report = await this.#inspect(command, ports);
      if (report) ports.post({ type: "pairsInspected", requestId, report });
    } else if (command.type === "exportPairs") {
      const text = (await this.#corpusOf(inspection))?.write() ?? null;
      ports.post({ type: "pairsExported", requestId, inspection, text });
    }
  }

  /**
   * Reads pairs while other work goes on, and posts its progress. Resolves to null where a newer inspection has replaced
   * this one or it is cancelled.
   */
  #inspect(command: Inspection, ports: ReadingPorts): Promise<CorpusReport | null> {
    this.#latest = command.inspection;
    this.#reading = this.#read(command, ports);
    return this.#reading;
  }

  async #read({ inspection, input, options }: Inspection, ports: ReadingPorts) {
    const isWanted = (): boolean => this.#latest === inspection && this.#cancelled !== inspection;
    const report = reporter(inspection, ports);
    const { readCorpus } = await import("../../engine/corpus/readCorpus"); // its parsers load with the first pairs
    const prepared = await runInChunks(
      readCorpus(input, options, report),
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

/** Keeps the run on the device as it goes, so that it survives a reload. Training never waits for it. */
import { type Config, withLiveFields } from "../../engine/setup/config";
import type { Task } from "../../engine/tasks/task";
import { SlowStorageError } from "../../storage/inTime";
import type { RunStore } from "../../storage/runs";
import {
  identityOf,
  type Identity,
  canContinue,
  isComplete,
  isWorthSaving,
  type SavedRun,
  packRun,
  unpackRun,
} from "./savedRun";
import type { KeepingProblem } from "../protocol";
import type { Run } from "./run";

interface AutosavePorts {
  readonly store: RunStore;
  readonly now: () => number; // ms
  /** Told when keeping begins to fail, and null when it works again. */
  readonly report: (problem: KeepingProblem | null) => void;
}

/** How often a run is kept while training goes on, in ms: where it has just been evaluated, and where that is long ago. */
const KEEP_EVERY = { evaluated: 2000, between: 10_000 };

export class Autosave {
  readonly #ports: AutosavePorts;
  #problem: KeepingProblem | null = null;
  /** What is kept of this session's runs; null where nothing is. A run of before that nobody asked for is left alone. */
  #kept: Identity | null = null;
  #lastKept = -Infinity; // ms
  #lastState = ""; //      which run at which step was packed last
  #next: (() => Promise<void>) | null = null;
  #isWriting = false;

  constructor(ports: AutosavePorts) {
    this.#ports = ports;
  }

  /** The run that this tab kept, if a run of this task with these settings can go on from it. */
  async load(task: Task, config: Config): Promise<SavedRun | null> {
    try {
      const record = await this.#ports.store.read();
      if (record === undefined) return null;
      const kept = unpackRun(record);
      if (kept === null) return await this.#drop();
      if (!canContinue(kept, task, config)) return null;
      if (!isComplete(kept, task)) return await this.#drop();
      this.#kept = kept;
      return { ...kept, config: withLiveFields(kept.config, config) };
    } catch (error) {
      // Storage that is slow has refused nothing: saving waits for it.
      if (!(error instanceof SlowStorageError)) this.#tell(problemOf(error));
      return null;
    }
  }

  /** What cannot be read is of no use to anybody. */
  async #drop(): Promise<null> {
    this.#tell("damaged");
    await this.#ports.store.remove();
    return null;
  }

  /** Keeps the run as training goes on, now and then: with some things still being written it waits for the next time. */
  saveIfDue(run: Run, when: keyof typeof KEEP_EVERY): void {
    if (this.#isWriting || this.#ports.now() - this.#lastKept < KEEP_EVERY[when]) return;
    this.save(run);
  }

  /** Keeps the run as it is. */
  save(run: Run): void {
    const state = `${run.id}/${run.model.steps}`;
    if (!isWorthSaving(run) || state === this.#lastState) return;
    const record = packRun(run);
    if (record === null) return;
    this.#lastState = state;
    this.#lastKept = this.#ports.now();
    this.#kept = identityOf(run);
    this.#queue(() => this.#ports.store.write(record));
  }

  /** Another run has come to the fore. One that would be taken for the kept one after a reload puts an end to that one. */
  activate(run: Run): void {
    if (isWorthSaving(run)) return this.save(run);
    if (this.#kept === null || !canContinue(this.#kept, run.model.task, run.config)) return;
    this.#kept = null;
    this.#lastState = "";
    this.#queue(() => this.#ports.store.remove());
  }

  /** Does the latest thing asked for once the one before is done; what came in between is old by then. */
  #queue(work: () => Promise<void>): void {
    this.#next = work;
    if (!this.#isWriting) void this.#writeOn();
  }

  async #writeOn(): Promise<void> {
    this.#isWriting = true;
    while (this.#next) {
      const work = this.#next;
      this.#next = null;
      try {
        await work();
        this.#tell(null);
      } catch (error) {
        this.#tell(problemOf(error));
      }
    }
    this.#isWriting = false;
  }

  /** Says what has changed, and nothing twice. */
  #tell(problem: KeepingProblem | null): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#ports.report(problem);
  }
}

function problemOf(error: unknown): KeepingProblem {
  return error instanceof Error && error.name === "QuotaExceededError" ? "full" : "blocked";
}

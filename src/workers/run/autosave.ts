/** Keeps the run on the device as it goes, so that it survives a reload. Training never waits for it. */
import { type Config, withLiveFields } from "../../engine/setup/config";
import type { Task } from "../../engine/tasks/task";
import { SlowStorageError } from "../../storage/inTime";
import type { RunStore } from "../../storage/runs";
import {
  identify,
  type Identity,
  isContinued,
  isWhole,
  isWorthKeeping,
  type KeptRun,
  packRun,
  unpackRun,
} from "./savedRun";
import type { KeepingProblem } from "../protocol";
import type { Run } from "./run";

interface KeeperPorts {
  readonly store: RunStore;
  readonly now: () => number; // ms
  /** Told when keeping begins to fail, and null when it works again. */
  readonly report: (problem: KeepingProblem | null) => void;
}

/** How often a run is kept while training goes on, in ms: where it has just been evaluated, and where that is long ago. */
const KEEP_EVERY = { evaluated: 2000, between: 10_000 };

export class Keeper {
  readonly #ports: KeeperPorts;
  #problem: KeepingProblem | null = null;
  /** What is kept of this session's runs; null where nothing is. A run of before that nobody asked for is left alone. */
  #kept: Identity | null = null;
  #lastKept = -Infinity; // ms
  #lastState = ""; //      which run at which step was packed last
  #next: (() => Promise<void>) | null = null;
  #isWriting = false;

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
  }

  /** The run that this tab kept, if a run of this task with these settings can go on from it. */
  async recall(task: Task, config: Config): Promise<KeptRun | null> {
    try {
      const record = await this.#ports.store.read();
      if (record === undefined) return null;
      const kept = unpackRun(record);
      if (kept === null) return await this.#drop();
      if (!isContinued(kept, task, config)) return null;
      if (!isWhole(kept, task)) return await this.#drop();
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
  keepNow(run: Run, when: keyof typeof KEEP_EVERY): void {
    if (this.#isWriting || this.#ports.now() - this.#lastKept < KEEP_EVERY[when]) return;
    this.keep(run);
  }

  /** Keeps the run as it is. */
  keep(run: Run): void {
    const state = `${run.id}/${run.model.steps}`;
    if (!isWorthKeeping(run) || state === this.#lastState) return;
    const record = packRun(run);
    if (record === null) return;
    this.#lastState = state;
    this.#lastKept = this.#ports.now();
    this.#kept = identify(run);
    this.#queue(() => this.#ports.store.write(record));
  }

  /** Another run has come to the fore. One that would be taken for the kept one after a reload puts an end to that one. */
  follow(run: Run): void {
    if (isWorthKeeping(run)) return this.keep(run);
    if (this.#kept === null || !isContinued(this.#kept, run.model.task, run.config)) return;
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

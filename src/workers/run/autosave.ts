/** Persists the run while it trains, so that it survives a reload. Training never waits for storage. */
import { withTimeLimit, SlowStorageError } from "../../storage/withTimeLimit";
import type { RunStore } from "../../storage/runs";
import type { KeepingProblem } from "../protocol";
import type { RunRecords } from "./runRecords";

/** @template R, I, S, W as in `RunRecords` */
interface AutosavePorts<R, I, S extends I, W> {
  readonly records: RunRecords<R, I, S, W>;
  readonly store: RunStore;
  readonly now: () => number; // ms
  /** Called when saving begins to fail or to take long, and with null when it works again. */
  readonly report: (problem: KeepingProblem | null) => void;
}

/** The shortest time between two saves during training, in ms: after an evaluation, and at any other time. */
const SAVE_EVERY = { evaluated: 2000, between: 10_000 };

/** ms without an answer before the page says that storage is slow. */
const SLOW_AFTER = 5000;

/** ms after which failed work is repeated. */
const RETRY_AFTER = 10_000;

export class Autosave<R, I, S extends I, W> {
  readonly #ports: AutosavePorts<R, I, S, W>;
  #problem: KeepingProblem | null = null;
  /** The run of this session that the record holds; null: the record is from before, or there is none. */
  #saved: I | null = null;
  #lastSave = -Infinity; // ms
  #saves = 0;
  #lastState = ""; //      run, step and evaluations that were packed last
  #next: (() => Promise<void>) | null = null;
  #isWriting = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Set while the record from before is unread: it may hold the run that the page asked for. */
  #unread: W | null = null;
  /** Whether the record holds a run that was found too late to go on from. It is never overwritten. */
  #isReserved = false;

  constructor(ports: AutosavePorts<R, I, S, W>) {
    this.#ports = ports;
  }

  /** The saved run of this tab; null where there is none, or none that continues what is asked for. */
  async load(wanted: W): Promise<S | null> {
    const { unpack, canContinue, isComplete } = this.#ports.records;
    try {
      const record = await withTimeLimit(this.#ports.store.read());
      if (record === undefined) return null;
      const saved = unpack(record);
      if (saved === null) return await this.#drop();
      if (!canContinue(saved, wanted)) return null;
      if (!isComplete(saved, wanted)) return await this.#drop();
      this.#saved = saved;
      return saved;
    } catch (error) {
      this.#unread = wanted;
      this.#report(problemOf(error));
      // The read is repeated behind the scenes, so that the page knows when storage answers.
      if (error instanceof SlowStorageError) this.#queue(async () => undefined);
      return null;
    }
  }

  async #drop(): Promise<null> {
    this.#report("damaged");
    await withTimeLimit(this.#ports.store.remove());
    return null;
  }

  /** Saves during training, unless the last save is recent or not yet written. */
  async saveIfDue(
    run: R,
    when: keyof typeof SAVE_EVERY,
    collect?: () => Promise<void>,
  ): Promise<void> {
    if (this.#isWriting || this.#ports.now() - this.#lastSave < SAVE_EVERY[when]) return;
    await this.save(run, collect);
  }

  /**
   * Saves the run as it is in the call. Resolves when it is copied; storage may take longer.
   * @param collect adds the losses up to the call to the run's history; absent: they are there
   */
  async save(run: R, collect: () => Promise<void> = async () => undefined): Promise<void> {
    const { isWorthSaving, stateOf, pack, identityOf } = this.#ports.records;
    const state = stateOf(run);
    if (this.#isReserved || !isWorthSaving(run) || state === this.#lastState) return;
    this.#lastState = state;
    this.#lastSave = this.#ports.now();
    const save = ++this.#saves;
    const record = await pack(run, collect());
    if (record === null || save !== this.#saves) return; // a device may send the newer weights first
    this.#saved = identityOf(run);
    this.#queue(() => this.#ports.store.write(record));
  }

  /**
   * Saves the run that has become active. Where it has nothing to save, the saved run is removed if a reload would
   * continue it in the place of this one.
   */
  async activate(run: R): Promise<void> {
    const { isWorthSaving, canContinue, wantedOf } = this.#ports.records;
    if (isWorthSaving(run)) return this.save(run);
    if (this.#saved === null || !canContinue(this.#saved, wantedOf(run))) return;
    this.forget();
  }

  /** Removes the saved run. */
  forget(): void {
    this.#saved = null;
    this.#lastState = "";
    this.#queue(() => this.#ports.store.remove());
  }

  /** Does the newest work once the work before it is done; anything queued in between is out of date by then. */
  #queue(work: () => Promise<void>): void {
    clearTimeout(this.#retry);
    this.#next = work;
    if (!this.#isWriting) void this.#workOff();
  }

  async #workOff(): Promise<void> {
    this.#isWriting = true;
    while (this.#next) {
      const work = this.#next;
      this.#next = null;
      const timer = setTimeout(() => this.#report("slow"), SLOW_AFTER);
      try {
        if (await this.#mayWrite()) await work();
        this.#report(this.#isReserved ? "late" : null);
      } catch (error) {
        this.#report(problemOf(error));
        this.#retryLater(work);
      }
      clearTimeout(timer);
    }
    this.#isWriting = false;
  }

  /** Repeats failed work unless newer work comes before: after the last step, no other save follows. */
  #retryLater(work: () => Promise<void>): void {
    if (this.#next === null) this.#retry = setTimeout(() => this.#queue(work), RETRY_AFTER);
  }

  /** Reads a record that is still unread, however long that takes: it may hold the run that the page asked for. */
  async #mayWrite(): Promise<boolean> {
    if (this.#unread) {
      const { unpack, canContinue, isComplete } = this.#ports.records;
      const wanted = this.#unread;
      const saved = unpack(await this.#ports.store.read());
      const isWanted = saved !== null && canContinue(saved, wanted);
      this.#isReserved = isWanted && isComplete(saved, wanted);
      this.#unread = null;
    }
    return !this.#isReserved;
  }

  /** Reports a change, and nothing twice. */
  #report(problem: KeepingProblem | null): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#ports.report(problem);
  }
}

function problemOf(error: unknown): KeepingProblem {
  if (error instanceof SlowStorageError) return "slow";
  return error instanceof Error && error.name === "QuotaExceededError" ? "full" : "blocked";
}

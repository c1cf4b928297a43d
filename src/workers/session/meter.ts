/** Takes the updates of a run, and reports their losses, their rate and traces. */
import type { LossPoint } from "../../engine/results/history";
import { thinned } from "../../engine/results/thinned";
import type { StepSettings, Trainer } from "../../engine/training/trainer";
import type { Run } from "../run/run";
import { PairRate } from "./pairRate";
import { TraceTimes } from "./traceTimes";

const REPORT_EVERY = 50; // ms: about 20 reports a second

export interface MeterPorts {
  readonly now: () => number; // ms
  readonly report: (losses: readonly LossPoint[], pairsPerSecond: number) => void;
  /** Decodes the shown example with the weights of the call. Returns a function that posts its trace. */
  readonly decodeTrace: () => Promise<() => void>;
  /**
   * Saves the run of the call if that is due.
   * @param collect adds the losses up to the call to the run's history
   */
  readonly saveIfDue: (collect: () => Promise<void>) => Promise<void>;
}

/** Makes one update of a trainer. Resolves when the next one may follow. */
export type Update = (trainer: Trainer, settings: StepSettings) => Promise<void>;

const plainUpdate: Update = (trainer, settings) => trainer.step(settings);

/**
 * Takes the run's steps, times them and reports their losses at most 20 times a second, and before each trace, which the
 * page draws with them. It collects losses rarely, because reading one is work for a GPU. Training goes on while losses
 * and traces travel from a device.
 */
export class Meter {
  readonly #run: Run;
  readonly #ports: MeterPorts;
  #pending: LossPoint[] = []; // collected, not reported
  readonly #rate = new PairRate();
  readonly #traces = new TraceTimes();
  #lastReport: number; //        ms
  #hasDiverged = false;
  #collected: Promise<void> = Promise.resolve();
  /** The reports and traces that are on their way; null: none. It never rejects. */
  #showing: Promise<void> | null = null;
  #failure: { readonly error: unknown } | null = null; // of reports and traces

  constructor(run: Run, ports: MeterPorts) {
    this.#run = run;
    this.#ports = ports;
    this.#lastReport = ports.now();
  }

  /** Whether a collected loss is not a number. */
  get hasDiverged(): boolean {
    return this.#hasDiverged;
  }

  /**
   * Makes an update. Resolves when the next one may follow.
   * @throws also what a report or a trace has thrown since
   */
  async step(update: Update = plainUpdate): Promise<void> {
    this.#throwFailure();
    const { config } = this.#run;
    const start = this.#ports.now();
    await update(this.#trainer, config);
    this.#rate.add(config.batchSize, this.#ports.now() - start);
  }

  /** Counts time without updates that belongs to the pace of training, in ms. */
  addRest(milliseconds: number): void {
    this.#rate.add(0, milliseconds);
  }

  /** Adds the losses up to the call to the run's history, after those of earlier calls. */
  collect(): Promise<void> {
    const start = this.#ports.now();
    const taking = this.#trainer.takeLosses();
    this.#rate.add(0, this.#ports.now() - start);
    this.#collected = Promise.all([taking, this.#collected]).then(([losses]) => this.#add(losses));
    this.#collected.catch(() => undefined); // the caller may be gone
    return this.#collected;
  }

  #add(losses: readonly LossPoint[]): void {
    const { losses: all } = this.#run;
    all.push(...losses);
    const kept = thinned(all);
    if (kept !== all) all.splice(0, all.length, ...kept);
    this.#pending.push(...losses);
    this.#hasDiverged ||= !losses.every(({ loss }) => Number.isFinite(loss));
  }

  /** Collects and reports all losses, after what is on its way. */
  async flush(): Promise<void> {
    await this.untilShown();
    await this.collect();
    this.#report();
  }

  /** Reports all losses that can still be read after a failure. */
  async reportCollected(): Promise<void> {
    await this.#showing;
    try {
      await this.collect();
    } catch {
      // the device that holds the other losses is lost
    }
    this.#report();
  }

  #report(): void {
    if (this.#pending.length > 0) this.#ports.report(this.#pending, this.#rate.perSecond);
    this.#pending = [];
    this.#lastReport = this.#ports.now();
  }

  /** Begins to report and to show what is due, unless an earlier report or trace is still on its way. */
  showIfDue(): void {
    if (this.#showing) return;
    const now = this.#ports.now();
    const isTraceDue = this.#traces.isDue(this.#run.model.steps, now);
    if (!isTraceDue && now - this.#lastReport < REPORT_EVERY) return;
    this.#showing = this.#show(isTraceDue)
      .catch((error: unknown) => void (this.#failure = { error }))
      .then(() => void (this.#showing = null));
  }

  /** Waits for what is on its way. */
  async untilShown(): Promise<void> {
    await this.#showing;
    this.#throwFailure();
  }

  async #show(isTraceDue: boolean): Promise<void> {
    await this.collect();
    this.#report();
    if (isTraceDue) await this.#showTrace();
  }

  /** Reports and shows the latest update, and waits for both. */
  async show(): Promise<void> {
    await this.flush();
    await this.#showTrace();
  }

  async #showTrace(): Promise<void> {
    const { steps } = this.#run.model;
    const begun = this.#ports.now();
    const decoding = this.#ports.decodeTrace();
    const work = this.#ports.now() - begun; // waiting for a device is not a cost of the trace
    const post = await decoding;
    const start = this.#ports.now();
    post();
    this.#traces.count(steps, start - work, this.#ports.now());
    await this.#ports.saveIfDue(() => this.collect());
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }

  get #trainer(): Trainer {
    const { trainer } = this.#run;
    if (!trainer) throw new Error("meter: expected a run with a trainer, got a shipped model");
    return trainer;
  }
}

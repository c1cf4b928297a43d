/** Takes the updates of a run, and reports their losses, their rate and traces. */
import type { LossPoint } from "../../engine/results/history";
import type { Trainer } from "../../engine/training/trainer";
import type { Run } from "../run/run";
import { PairRate } from "./pairRate";
import { TraceTimes } from "./traceTimes";

const REPORT_EVERY = 50; // ms: about 20 reports a second

export interface MeterPorts {
  readonly now: () => number; // ms
  readonly report: (losses: readonly LossPoint[], pairsPerSecond: number) => void;
  /** Posts a new trace of the shown example. */
  readonly showTrace: () => void;
}

/**
 * Takes the run's steps, times them and reports their losses at most 20 times a second. It collects losses rarely,
 * because reading one waits until the GPU has finished its steps.
 */
export class Meter {
  readonly #run: Run;
  readonly #ports: MeterPorts;
  #pending: LossPoint[] = []; // collected, not reported
  readonly #rate = new PairRate();
  readonly #traces = new TraceTimes();
  #lastReport: number; //        ms
  #hasDiverged = false;

  constructor(run: Run, ports: MeterPorts) {
    this.#run = run;
    this.#ports = ports;
    this.#lastReport = ports.now();
  }

  /** Whether a collected loss is not a number. */
  get hasDiverged(): boolean {
    return this.#hasDiverged;
  }

  step(): void {
    const { config } = this.#run;
    this.#timed((trainer) => trainer.step(config));
    this.#rate.add(config.batchSize, 0);
  }

  /** Counts time without updates that belongs to the pace of training, in ms. */
  addRest(milliseconds: number): void {
    this.#rate.add(0, milliseconds);
  }

  /** Adds the losses so far to the run's history. */
  collect(): void {
    const losses = this.#timed((trainer) => trainer.takeLosses());
    const before = this.#run.model.steps - losses.length;
    const points = losses.map((loss, i) => ({ step: before + i + 1, loss }));
    this.#run.losses.push(...points);
    this.#pending.push(...points);
    this.#hasDiverged ||= !losses.every(Number.isFinite);
  }

  /** Collects and reports all losses. */
  flush(): void {
    this.collect();
    this.#report();
  }

  /** Reports all losses that can still be read after a failure. */
  reportCollected(): void {
    try {
      this.collect();
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

  /** Reports and shows what is due. */
  showIfDue(): void {
    const now = this.#ports.now();
    if (now - this.#lastReport >= REPORT_EVERY) this.flush();
    if (this.#traces.isDue(this.#run.model.steps, now)) this.#showTrace();
  }

  /** Reports and shows the latest update. */
  show(): void {
    this.flush();
    this.#showTrace();
  }

  #showTrace(): void {
    this.collect(); // autosave, which runs with the trace, needs the whole history
    const start = this.#ports.now(); // after collect: waiting for losses is not a cost of the trace
    this.#ports.showTrace();
    this.#traces.count(this.#run.model.steps, start, this.#ports.now());
  }

  #timed<T>(work: (trainer: Trainer) => T): T {
    const { trainer } = this.#run;
    if (!trainer) throw new Error("meter: expected a run with a trainer, got a shipped model");
    const start = this.#ports.now();
    const result = work(trainer);
    this.#rate.add(0, this.#ports.now() - start);
    return result;
  }
}

/** The training loop: steps, reports, evaluates, and listens between any two steps. */
import { runBreathing } from "../../engine/chunks";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import { evaluate } from "../../engine/training/evaluation";
import type { Trainer } from "../../engine/training/trainer";
import type { StopReason } from "../protocol";
import type { Run } from "../run/run";

const REPORT_EVERY = 50; // ms: about 20 reports a second
const TRACE_EVERY = 150; // ms at least; more where a trace is slow to make
const SHOWING = 1 / 20; //  of the time goes into showing at most
const EVALUATE_EVERY = 50; // steps

/** What the loop needs from whoever runs it. */
export interface LoopPorts {
  readonly now: () => number; // ms
  readonly breathe: () => Promise<void>;
  /** Whether somebody wants the loop to end; asked between any two steps. */
  readonly isHalted: () => boolean;
  readonly report: (losses: readonly LossPoint[], pairsPerSecond: number) => void;
  readonly reportEvaluation: (evaluation: Evaluation) => void;
  /** Streams the pinned example's trace. */
  readonly showPinned: () => void;
}

type EvaluationPorts = Pick<LoopPorts, "breathe" | "reportEvaluation"> & {
  /** Asked between two chunks; always, where it is left out. */
  readonly isWanted?: () => boolean;
};

/**
 * Trains until the target, the step cap or a halt.
 * Called again on a run that has reached its cap or target, it goes on to the next multiple of the cap.
 * @returns why it ended; the last evaluation is of the last step, whatever the reason
 */
export function trainLoop(run: Run, ports: LoopPorts): Promise<StopReason> {
  return metered(run, ports, (meter) => trainOn(run, ports, meter));
}

async function trainOn(run: Run, ports: LoopPorts, meter: Meter): Promise<StopReason> {
  const begin = run.model.steps;
  if (run.evaluations.length === 0) await evaluateRun(run, ports);
  const reachedBefore = reachesTarget(run) ? run.config.targetMatch : 0;
  const isDone = (): StopReason | null => {
    if (reachesTarget(run) && run.config.targetMatch > reachedBefore) return "target";
    return run.model.steps >= capFrom(begin, run.config.maxSteps) ? "cap" : null;
  };
  let reason: StopReason | null = null;
  while (reason === null) {
    if (ports.isHalted()) reason = "paused";
    else {
      meter.step();
      if (run.model.steps % EVALUATE_EVERY === 0) {
        meter.collect();
        if (!meter.hasDiverged) await evaluateRun(run, ports);
      }
      meter.showIfDue();
      reason = meter.hasDiverged ? "diverged" : isDone();
      await ports.breathe();
    }
  }
  meter.flush();
  if (meter.hasDiverged) return "diverged"; // the last losses may have told only now
  await evaluateRun(run, ports);
  return reason;
}

/** One step and its report, for stepping by hand. */
export function trainOnce(run: Run, ports: LoopPorts): Promise<StopReason> {
  return metered(run, ports, async (meter) => {
    meter.step();
    meter.flush();
    if (meter.hasDiverged) return "diverged";
    await evaluateRun(run, ports);
    return "oneStep";
  });
}

/** Where the work fails, what was trained before is told all the same. */
async function metered(
  run: Run,
  ports: LoopPorts,
  work: (meter: Meter) => Promise<StopReason>,
): Promise<StopReason> {
  const meter = new Meter(run, ports);
  try {
    return await work(meter);
  } catch (error) {
    meter.salvage();
    throw error;
  }
}

/** The step at which training that began here stops: the cap, or the next multiple of it where that was reached. */
function capFrom(begin: number, maxSteps: number): number {
  return (Math.floor(begin / maxSteps) + 1) * maxSteps;
}

function reachesTarget(run: Run): boolean {
  const last = run.evaluations.at(-1);
  return last !== undefined && last.exactMatch >= run.config.targetMatch;
}

/** Evaluates the present weights once, breathing between chunks, unless it is not wanted any more. */
export async function evaluateRun(run: Run, ports: EvaluationPorts): Promise<void> {
  const { steps } = run.model;
  if (run.evaluations.at(-1)?.step === steps) return;
  const scores = await runBreathing(
    evaluate(run.model, run.heldOut),
    ports.breathe,
    ports.isWanted,
  );
  if (scores === null) return;
  const evaluation = { step: steps, ...scores };
  run.evaluations.push(evaluation);
  ports.reportEvaluation(evaluation);
}

/**
 * Makes the run's steps, times them and collects their losses, so that the page hears of them 20 times a second and not
 * more. A loss that has not been collected may still be on its way: asking for it would have a GPU stand still.
 */
class Meter {
  readonly #run: Run;
  readonly #ports: LoopPorts;
  #pending: LossPoint[] = []; // collected, not reported
  #pairs = 0;
  #milliseconds = 0;
  #lastReport: number; //        ms
  #nextTrace: number; //         ms
  #hasDiverged = false;

  constructor(run: Run, ports: LoopPorts) {
    this.#run = run;
    this.#ports = ports;
    this.#lastReport = ports.now();
    this.#nextTrace = ports.now();
  }

  /** Whether a loss that was collected is no number. */
  get hasDiverged(): boolean {
    return this.#hasDiverged;
  }

  step(): void {
    const { config } = this.#run;
    this.#timed((trainer) => trainer.step(config));
    this.#pairs += config.batchSize;
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

  /** Reports what there is to report. */
  flush(): void {
    this.collect();
    this.#report();
  }

  /** Reports what can still be had after a failure. */
  salvage(): void {
    try {
      this.collect();
    } catch {
      // the device that holds the rest is gone
    }
    this.#report();
  }

  #report(): void {
    const perSecond = this.#milliseconds > 0 ? (1000 * this.#pairs) / this.#milliseconds : 0;
    if (this.#pending.length > 0) this.#ports.report(this.#pending, perSecond);
    [this.#pending, this.#pairs, this.#milliseconds] = [[], 0, 0];
    this.#lastReport = this.#ports.now();
  }

  showIfDue(): void {
    const now = this.#ports.now();
    if (now - this.#lastReport >= REPORT_EVERY) this.flush();
    if (now < this.#nextTrace) return;
    this.collect(); // whoever is shown the run may keep it, and its history with it
    const start = this.#ports.now(); // losses that were still on their way are no cost of showing
    this.#ports.showPinned();
    const cost = this.#ports.now() - start;
    this.#nextTrace = start + Math.max(TRACE_EVERY, cost / SHOWING);
  }

  #timed<T>(work: (trainer: Trainer) => T): T {
    const { trainer } = this.#run;
    if (!trainer) throw new Error("loop: a shipped model is not trained on");
    const start = this.#ports.now();
    const result = work(trainer);
    this.#milliseconds += this.#ports.now() - start;
    return result;
  }
}

/** The training loop: steps, reports and evaluates. It yields to messages after every step. */
import { runInChunks } from "../../engine/chunks";
import type { Evaluation, LossPoint } from "../../engine/results/history";
import { evaluate } from "../../engine/training/evaluation";
import type { Trainer } from "../../engine/training/trainer";
import type { StopReason } from "../protocol";
import type { Run } from "../run/run";

const REPORT_EVERY = 50; // ms: about 20 reports a second
const TRACE_EVERY = 150; // ms at least; more where a trace takes long
const TRACE_SHARE = 1 / 20; // of the time at most goes into traces
const EVALUATE_EVERY = 50; // steps

export interface LoopPorts {
  readonly now: () => number; // ms
  readonly yieldToMessages: () => Promise<void>;
  /** Whether the loop is to end; asked after every step. */
  readonly isHalted: () => boolean;
  readonly report: (losses: readonly LossPoint[], pairsPerSecond: number) => void;
  readonly reportEvaluation: (evaluation: Evaluation) => void;
  /** Posts a new trace of the shown example. */
  readonly showTrace: () => void;
}

type EvaluationPorts = Pick<LoopPorts, "yieldToMessages" | "reportEvaluation"> & {
  /** Asked after every chunk; absent: the evaluation always runs to its end. */
  readonly isWanted?: () => boolean;
};

/**
 * Trains until the target, the step cap or a halt. A run that has reached its target or cap trains to the next multiple
 * of the cap.
 * @returns why it ended. Unless it diverged, the last step is evaluated
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
      await ports.yieldToMessages();
    }
  }
  meter.flush();
  if (meter.hasDiverged) return "diverged"; // flush may have read the first loss that is not a number
  await evaluateRun(run, ports);
  return reason;
}

/** One step, with its report and evaluation. */
export function trainOnce(run: Run, ports: LoopPorts): Promise<StopReason> {
  return metered(run, ports, async (meter) => {
    meter.step();
    meter.flush();
    if (meter.hasDiverged) return "diverged";
    await evaluateRun(run, ports);
    return "oneStep";
  });
}

/** Runs the work with a meter. Where the work fails, the losses so far are reported before the error is thrown. */
async function metered(
  run: Run,
  ports: LoopPorts,
  work: (meter: Meter) => Promise<StopReason>,
): Promise<StopReason> {
  const meter = new Meter(run, ports);
  try {
    return await work(meter);
  } catch (error) {
    meter.reportCollected();
    throw error;
  }
}

/** The step at which training from `begin` stops: the next multiple of the cap. */
function capFrom(begin: number, maxSteps: number): number {
  return (Math.floor(begin / maxSteps) + 1) * maxSteps;
}

function reachesTarget(run: Run): boolean {
  const last = run.evaluations.at(-1);
  return last !== undefined && last.exactMatch >= run.config.targetMatch;
}

/** Evaluates the current weights, unless that has been done already. It yields to messages after every chunk. */
export async function evaluateRun(run: Run, ports: EvaluationPorts): Promise<void> {
  const { steps } = run.model;
  if (run.evaluations.at(-1)?.step === steps) return;
  const scores = await runInChunks(
    evaluate(run.model, run.heldOut),
    ports.yieldToMessages,
    ports.isWanted,
  );
  if (scores === null) return;
  const evaluation = { step: steps, ...scores };
  run.evaluations.push(evaluation);
  ports.reportEvaluation(evaluation);
}

/**
 * Takes the run's steps, times them and reports their losses at most 20 times a second. It collects losses rarely,
 * because reading one waits until the GPU has finished its steps.
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

  /** Whether a collected loss is not a number. */
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
    const perSecond = this.#milliseconds > 0 ? (1000 * this.#pairs) / this.#milliseconds : 0;
    if (this.#pending.length > 0) this.#ports.report(this.#pending, perSecond);
    [this.#pending, this.#pairs, this.#milliseconds] = [[], 0, 0];
    this.#lastReport = this.#ports.now();
  }

  showIfDue(): void {
    const now = this.#ports.now();
    if (now - this.#lastReport >= REPORT_EVERY) this.flush();
    if (now < this.#nextTrace) return;
    this.collect(); // autosave, which runs with the trace, needs the whole history
    const start = this.#ports.now(); // after collect: waiting for losses is not a cost of the trace
    this.#ports.showTrace();
    const cost = this.#ports.now() - start;
    this.#nextTrace = start + Math.max(TRACE_EVERY, cost / TRACE_SHARE);
  }

  #timed<T>(work: (trainer: Trainer) => T): T {
    const { trainer } = this.#run;
    if (!trainer) throw new Error("trainLoop: expected a run with a trainer, got a shipped model");
    const start = this.#ports.now();
    const result = work(trainer);
    this.#milliseconds += this.#ports.now() - start;
    return result;
  }
}

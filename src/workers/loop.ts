/** The training loop: steps, reports, evaluates, and listens between any two steps. */
import { runBreathing } from "../engine/chunks";
import type { Evaluation, LossPoint } from "../engine/history";
import { evaluate } from "../engine/training/evaluation";
import type { StopReason } from "./protocol";
import type { Run } from "./run";

const REPORT_EVERY = 50; // ms: about 20 reports a second
const TRACE_EVERY = 150; // ms at least; more where a trace is slow to make
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

/**
 * Trains until the target, the step cap or a halt.
 * Called again on a run that has reached its cap or target, it goes on to the next multiple of the cap.
 * @returns why it ended; the last evaluation is of the last step, whatever the reason
 */
export async function trainLoop(run: Run, ports: LoopPorts): Promise<StopReason> {
  const meter = createMeter(ports);
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
      const loss = trainStep(run, meter);
      if (run.model.steps % EVALUATE_EVERY === 0 && Number.isFinite(loss))
        await evaluateRun(run, ports);
      reason = Number.isFinite(loss) ? isDone() : "diverged";
      meter.showIfDue();
      await ports.breathe();
    }
  }
  meter.flush();
  if (reason !== "diverged") await evaluateRun(run, ports);
  return reason;
}

/** One step and its report, for stepping by hand. */
export async function trainOnce(run: Run, ports: LoopPorts): Promise<StopReason> {
  const meter = createMeter(ports);
  const loss = trainStep(run, meter);
  meter.flush();
  if (!Number.isFinite(loss)) return "diverged";
  await evaluateRun(run, ports);
  return "oneStep";
}

/** The step at which training that began here stops: the cap, or the next multiple of it where that was reached. */
function capFrom(begin: number, maxSteps: number): number {
  return (Math.floor(begin / maxSteps) + 1) * maxSteps;
}

function reachesTarget(run: Run): boolean {
  const last = run.evaluations.at(-1);
  return last !== undefined && last.exactMatch >= run.config.targetMatch;
}

function trainStep(run: Run, meter: Meter): number {
  if (!run.trainer) throw new Error("loop: a shipped model is not trained on");
  const loss = meter.measure(
    () => run.trainer?.step(run.config) ?? Number.NaN,
    run.config.batchSize,
  );
  const point = { step: run.model.steps, loss };
  run.losses.push(point);
  meter.add(point);
  return loss;
}

/** Evaluates the present weights once, breathing between chunks. */
export async function evaluateRun(
  run: Run,
  ports: Pick<LoopPorts, "breathe" | "reportEvaluation">,
): Promise<void> {
  const { task, shape, parameters, steps } = run.model;
  if (run.evaluations.at(-1)?.step === steps) return;
  const scores = await runBreathing(evaluate(task, shape, parameters, run.heldOut), ports.breathe);
  if (scores === null) return;
  const evaluation = { step: steps, ...scores };
  run.evaluations.push(evaluation);
  ports.reportEvaluation(evaluation);
}

type Meter = ReturnType<typeof createMeter>;

/** Collects losses and times between reports, so that the page hears of them 20 times a second and not more. */
function createMeter(ports: LoopPorts) {
  let pending: LossPoint[] = [];
  let [pairs, milliseconds] = [0, 0];
  let lastReport = ports.now();
  let nextTrace = ports.now();
  const flush = (): void => {
    if (pending.length > 0)
      ports.report(pending, milliseconds > 0 ? (1000 * pairs) / milliseconds : 0);
    [pending, pairs, milliseconds, lastReport] = [[], 0, 0, ports.now()];
  };
  return {
    /** Runs a step and counts its pairs and its time. */
    measure(step: () => number, batchSize: number): number {
      const start = ports.now();
      const loss = step();
      milliseconds += ports.now() - start;
      pairs += batchSize;
      return loss;
    },
    add: (point: LossPoint) => pending.push(point),
    flush,
    showIfDue(): void {
      const now = ports.now();
      if (now - lastReport >= REPORT_EVERY) flush();
      if (now < nextTrace) return;
      ports.showPinned();
      const cost = ports.now() - now;
      nextTrace = now + Math.max(TRACE_EVERY, 10 * cost); // at most a tenth of the time goes into showing
    },
  };
}

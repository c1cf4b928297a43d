/** The training loop: steps, reports and evaluates. It yields to messages after every step. */
import { runInChunks } from "../../engine/chunks";
import type { Evaluation } from "../../engine/results/history";
import { hasOverfitted, stopsOf } from "../../engine/setup/stops";
import { evaluate } from "../../engine/training/evaluation";
import type { StopReason } from "../protocol";
import type { Run } from "../run/run";
import type { Turn } from "./lockstep";
import { Meter, type MeterPorts, type Update } from "./meter";
import type { Pacer } from "./pacer";

const EVALUATE_EVERY = 50; // steps

export interface LoopPorts extends MeterPorts {
  readonly yieldToMessages: () => Promise<void>;
  /** Whether the loop is to end; asked after every step. */
  readonly isHalted: () => boolean;
  readonly reportEvaluation: (evaluation: Evaluation) => Promise<void>;
  readonly pacer: Pick<Pacer, "begin" | "rest" | "isSlow" | "skip">;
  readonly turn: Turn;
}

type EvaluationPorts = Pick<LoopPorts, "yieldToMessages" | "reportEvaluation"> & {
  /** Asked after every chunk; absent: the evaluation always runs to its end. */
  readonly isWanted?: () => boolean;
};

/**
 * Trains until the target, the step cap, a held-out loss that falls no more, or a halt. A run that has reached its target or cap trains to the next multiple
 * of the cap (`stopsOf`). Lanes that train at the same time keep in lockstep.
 * @returns why it ended. Unless it diverged, the last step is evaluated
 */
export async function trainLoop(run: Run, ports: LoopPorts): Promise<StopReason> {
  ports.turn.join(() => run.model.steps);
  try {
    return await metered(run, ports, (meter) => trainOn(run, ports, meter));
  } finally {
    ports.turn.leave();
  }
}

async function trainOn(run: Run, ports: LoopPorts, meter: Meter): Promise<StopReason> {
  const begin = run.model.steps;
  meter.showIfDue();
  await meter.untilShown(); // the map before the first update
  if (run.evaluations.length === 0) await evaluateRun(run, ports);
  const match = matchOf(run);
  const isDone = (): StopReason | null => {
    const stops = stopsOf(run.config, { step: begin, match }); // the student may change the settings meanwhile
    if (stops.match !== null && matchOf(run) >= stops.match) return "target";
    if (hasOverfitted(run.config, run.evaluations, begin)) return "overfitted";
    return run.model.steps >= stops.step ? "cap" : null;
  };
  const isPaused = pauseOf(ports);
  let reason: StopReason | null = null;
  ports.pacer.begin();
  while (reason === null) {
    await untilLevel(ports);
    if (isPaused()) reason = "paused";
    else {
      await meter.step();
      ports.turn.wake();
      if (run.model.steps % EVALUATE_EVERY === 0) {
        await meter.collect();
        if (!meter.hasDiverged) await evaluateRun(run, ports);
      }
      if (ports.pacer.isSlow) await meter.show();
      else meter.showIfDue();
      await ports.yieldToMessages(); // losses in main memory have arrived afterwards
      reason = meter.hasDiverged ? "diverged" : isDone();
      if (reason === null) meter.addRest(await ports.pacer.rest());
    }
  }
  ports.turn.leave(); // no other lane waits for the last evaluation
  await meter.flush();
  if (meter.hasDiverged) return "diverged"; // flush may have read the first loss that is not a number
  await evaluateRun(run, ports);
  return reason;
}

/** Waits for the lanes that are behind. The pace does not count this time as work. */
async function untilLevel({ turn, isHalted, now, pacer }: LoopPorts): Promise<void> {
  if (!turn.isAhead()) return;
  const start = now();
  while (turn.isAhead() && !isHalted()) await turn.untilChange();
  pacer.skip(now() - start);
}

/**
 * A function that says whether a halt ends the loop now. Lanes that pause together stop at the same update: a lane that is
 * one behind makes that one first.
 */
function pauseOf({ isHalted, turn }: LoopPorts): () => boolean {
  let isLast = false;
  return () => {
    if (!isHalted()) return false;
    if (isLast || !turn.isOneBehind()) return true;
    isLast = true;
    return false;
  };
}

/**
 * One step, with its report and evaluation.
 * @param update makes the update in another way than `Trainer.step`
 */
export function trainOnce(run: Run, ports: LoopPorts, update?: Update): Promise<StopReason> {
  return metered(run, ports, async (meter) => {
    await meter.step(update);
    await meter.flush();
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
    await meter.reportCollected();
    throw error;
  }
}

/** The newest exact match. */
const matchOf = (run: Run): number => run.evaluations.at(-1)?.exactMatch ?? 0;

/** Evaluates the current weights, unless that has been done already. It yields to messages after every chunk. */
export async function evaluateRun(run: Run, ports: EvaluationPorts): Promise<void> {
  const { steps } = run.model;
  if (run.evaluations.at(-1)?.step === steps) return;
  const scores = await runInChunks(
    evaluate(run.model, run.heldOut),
    ports.yieldToMessages,
    ports.isWanted,
  );
  if (scores === null || run.model.steps !== steps) return;
  const evaluation = { step: steps, ...scores };
  run.evaluations.push(evaluation);
  await ports.reportEvaluation(evaluation);
}

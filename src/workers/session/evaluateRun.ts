/** The full evaluation of a run, beside whatever else goes on. */
import { runBreathing } from "../../engine/chunks";
import type { EvaluationStage } from "../../engine/results/scoreReport";
import { TASK_FAMILIES } from "../../engine/tasks/byId";
import type { Config } from "../../engine/setup/config";
import type { Pair } from "../../engine/tasks/task";
import { evaluateFully } from "../../engine/training/fullEvaluation";
import { longerExamples } from "../../engine/training/lengths";
import type { Run } from "../run/run";

interface EvaluatorPorts {
  readonly breathe: () => Promise<void>;
  readonly report: (runId: number, stage: EvaluationStage) => void;
}

/** Evaluates one run at a time, on a copy of its weights: training neither waits for it nor changes what it finds. */
export class Evaluator {
  readonly #ports: EvaluatorPorts;
  #running: { readonly runId: number } | null = null;

  constructor(ports: EvaluatorPorts) {
    this.#ports = ports;
  }

  /** Evaluates the run as it is now, a chunk at a time; an evaluation that is under way gives way to it. */
  async start(run: Run): Promise<void> {
    const { task, shape, steps: step } = run.model;
    const exam = { heldOut: run.heldOut, longer: longerThanTrained(run.config) };
    const total = exam.heldOut.length + exam.longer.length;
    const current = { runId: run.id };
    const tell = (done: number): void =>
      this.#ports.report(run.id, { kind: "running", step, done, total });
    this.#running = current;
    tell(0);
    const isWanted = (): boolean => this.#running === current;
    const predictor = run.model.predictor.copy();
    try {
      const chunks = evaluateFully({ task, shape, predictor }, exam, tell);
      const found = await runBreathing(chunks, this.#ports.breathe, isWanted);
      if (found) this.#ports.report(run.id, { kind: "done", report: { step, ...found } });
    } finally {
      predictor.dispose();
      if (isWanted()) this.#running = null;
    }
  }

  /** Gives up the evaluation that is under way, if there is one. */
  stop(): void {
    if (!this.#running) return;
    const { runId } = this.#running;
    this.#running = null;
    this.#ports.report(runId, { kind: "stopped" });
  }
}

/** Examples beyond the lengths that training draws; none for a user's own pairs, which nobody can make more of. */
function longerThanTrained(config: Config): Pair[] {
  return config.task === "pairs" ? [] : longerExamples(TASK_FAMILIES[config.task], config);
}

/** The full evaluation of a run, while other work goes on. */
import { runInChunks } from "../../engine/chunks";
import type { EvaluationStage } from "../../engine/results/scoreReport";
import { TASK_FAMILIES } from "../../engine/tasks/byId";
import type { Config } from "../../engine/setup/config";
import type { Pair } from "../../engine/tasks/task";
import { evaluateFully } from "../../engine/training/fullEvaluation";
import { longerExamples } from "../../engine/training/lengths";
import type { Run } from "../run/run";

interface EvaluatorPorts {
  readonly yieldToMessages: () => Promise<void>;
  readonly report: (runId: number, stage: EvaluationStage) => void;
}

/** Evaluates one run at a time on a copy of its weights, so that the run can train meanwhile. */
export class Evaluator {
  readonly #ports: EvaluatorPorts;
  #running: { readonly runId: number } | null = null;

  constructor(ports: EvaluatorPorts) {
    this.#ports = ports;
  }

  /**
   * Evaluates the current weights of the run. A new evaluation ends an earlier one that is still running.
   * @param run null, or one without examples: there is nothing to evaluate
   */
  async start(run: Run | null): Promise<void> {
    if (!run || run.heldOut.length === 0) return;
    const { task, shape, steps: step } = run.model;
    const examples = { heldOut: run.heldOut, longer: longerThanTrained(run.config) };
    const total = examples.heldOut.length + examples.longer.length;
    const current = { runId: run.id };
    const reportProgress = (done: number): void =>
      this.#ports.report(run.id, { kind: "running", step, done, total });
    this.#running = current;
    reportProgress(0);
    const isWanted = (): boolean => this.#running === current;
    const predictor = run.model.predictor.copy();
    try {
      const chunks = evaluateFully({ task, shape, predictor }, examples, reportProgress);
      const found = await runInChunks(chunks, this.#ports.yieldToMessages, isWanted);
      if (found) this.#ports.report(run.id, { kind: "done", report: { step, ...found } });
    } finally {
      predictor.dispose();
      if (isWanted()) this.#running = null;
    }
  }

  /** Stops the evaluation that is running, if any. */
  stop(): void {
    if (!this.#running) return;
    const { runId } = this.#running;
    this.#running = null;
    this.#ports.report(runId, { kind: "stopped" });
  }
}

/** Examples longer than any in training; none for a user's own pairs, which no generator can extend. */
function longerThanTrained(config: Config): Pair[] {
  return config.task === "pairs" ? [] : longerExamples(TASK_FAMILIES[config.task], config);
}

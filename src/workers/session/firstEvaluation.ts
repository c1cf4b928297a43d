/** The first evaluation of an opened model: its file holds none. */
import type { Evaluation } from "../../engine/results/history";
import { evaluateRun } from "./trainLoop";
import type { Run } from "../run/run";

interface FirstEvaluationPorts {
  readonly yieldToMessages: () => Promise<void>;
  readonly evaluated: (run: Run, evaluation: Evaluation) => Promise<void>;
}

/** Evaluates while other work goes on. Training ends it, because training evaluates by itself. */
export class FirstEvaluation {
  readonly #ports: FirstEvaluationPorts;
  #current = Symbol("none");

  constructor(ports: FirstEvaluationPorts) {
    this.#ports = ports;
  }

  /** Evaluates the run if it was opened from a file and has no evaluation yet. */
  async start(run: Run): Promise<void> {
    this.stop();
    if (run.weights !== "opened" || run.evaluations.length > 0 || run.heldOut.length === 0) return;
    const current = this.#current;
    await evaluateRun(run, {
      yieldToMessages: this.#ports.yieldToMessages,
      isWanted: () => this.#current === current,
      reportEvaluation: (evaluation) => this.#ports.evaluated(run, evaluation),
    });
  }

  /** Stops the evaluation that is running, if any. */
  stop(): void {
    this.#current = Symbol("evaluation");
  }
}

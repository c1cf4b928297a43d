/** The first evaluation of a model that came from a file, which does not say how good it is. */
import type { Evaluation } from "../../engine/results/history";
import { evaluateRun } from "./trainLoop";
import type { Run } from "../run/run";

interface FirstEvaluationPorts {
  readonly breathe: () => Promise<void>;
  readonly evaluated: (run: Run, evaluation: Evaluation) => void;
}

/** Evaluates beside whatever else goes on, but for training: that changes the weights, and evaluates them itself. */
export class FirstEvaluation {
  readonly #ports: FirstEvaluationPorts;
  #current = Symbol("none");

  constructor(ports: FirstEvaluationPorts) {
    this.#ports = ports;
  }

  /** Evaluates the run, a chunk at a time, if it was opened and never evaluated. */
  async start(run: Run): Promise<void> {
    this.stop();
    if (run.weights !== "opened" || run.evaluations.length > 0) return;
    const current = this.#current;
    await evaluateRun(run, {
      breathe: this.#ports.breathe,
      isWanted: () => this.#current === current,
      reportEvaluation: (evaluation) => this.#ports.evaluated(run, evaluation),
    });
  }

  /** Gives up the evaluation that is under way, if there is one. */
  stop(): void {
    this.#current = Symbol("evaluation");
  }
}

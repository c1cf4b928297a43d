/** Runs the training loop in the background and stops it between two steps. */
import type { Evaluation } from "../../engine/results/history";
import { INITIAL_TRAINING_VIEW, type TrainingView } from "../../engine/setup/trainingView";
import type { LoopPorts } from "./trainLoop";
import type { Event, StopReason } from "../protocol";
import type { Turn } from "./lockstep";
import { Pacer } from "./pacer";
import type { Run } from "../run/run";

export type Loop = (run: Run, ports: LoopPorts) => Promise<StopReason>;

interface TrainingPorts {
  readonly post: (event: Event) => void;
  readonly yieldToMessages: () => Promise<void>;
  readonly now: () => number; // ms
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly turn: Turn;
  /** Decodes the shown example with the present weights. Returns a function that posts its trace. */
  readonly decodeTrace: (run: Run) => Promise<() => void>;
  readonly saveIfDue: (run: Run, collect: () => Promise<void>) => Promise<void>;
  readonly evaluated: (run: Run, evaluation: Evaluation) => Promise<void>;
  /** Called when training has ended, before "stopped" is posted. */
  readonly ended: (run: Run) => Promise<void>;
  readonly fail: (error: unknown) => void;
}

export class Training {
  readonly #ports: TrainingPorts;
  #current: Promise<void> = Promise.resolve();
  #isOn = false; //      until "stopped" is posted
  #isUpdating = false; // until the loop ends
  #halted = false;
  readonly #pacer: Pacer;
  #rows = INITIAL_TRAINING_VIEW.rows;

  constructor(ports: TrainingPorts) {
    this.#ports = ports;
    this.#pacer = new Pacer(ports);
  }

  /** The rows of a trace that is decoded now. */
  get rows(): TrainingView["rows"] {
    return this.#isUpdating ? this.#rows : "shown";
  }

  /** Changes pace and rows, at once and for later training. */
  watch({ pace, rows }: TrainingView): void {
    this.#pacer.set(pace);
    this.#rows = rows; // the next trace has them
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  start(run: Run, loop: Loop): void {
    this.#halted = false;
    this.#isOn = this.#isUpdating = true; // the loop begins to work before it returns its promise
    this.#ports.post({ type: "started", runId: run.id });
    this.#current = this.#toEnd(run, loop);
  }

  /** Ends training after the current step. */
  stop(): void {
    this.#halted = true;
    this.#pacer.wake();
    this.#ports.turn.wake();
  }

  untilStopped(): Promise<void> {
    return this.#current;
  }

  /** Ends training and waits for the end. */
  async halt(): Promise<void> {
    this.stop();
    await this.untilStopped();
  }

  async #toEnd(run: Run, loop: Loop): Promise<void> {
    try {
      const reason = await loop(run, this.#loopPorts(run));
      this.#isUpdating = false;
      await this.#ports.ended(run);
      this.#isOn = false; // first, so that the listeners can start training again
      this.#ports.post({ type: "stopped", runId: run.id, reason });
    } catch (error) {
      this.#isOn = this.#isUpdating = false;
      this.#ports.fail(error);
    }
  }

  #loopPorts(run: Run): LoopPorts {
    const { post, yieldToMessages, now, decodeTrace, saveIfDue, evaluated, turn } = this.#ports;
    return {
      now,
      yieldToMessages,
      isHalted: () => this.#halted,
      report: (losses, pairsPerSecond) =>
        post({ type: "progress", runId: run.id, losses, pairsPerSecond }),
      reportEvaluation: (evaluation) => evaluated(run, evaluation),
      decodeTrace: () => decodeTrace(run),
      saveIfDue: (collect) => saveIfDue(run, collect),
      pacer: this.#pacer,
      turn,
    };
  }
}

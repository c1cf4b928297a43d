/** Training that goes on: started without waiting for its end, halted between two steps. */
import type { Evaluation } from "../../engine/results/history";
import type { LoopPorts } from "./trainLoop";
import type { Event, StopReason } from "../protocol";
import type { Run } from "../run/run";

export type Loop = (run: Run, ports: LoopPorts) => Promise<StopReason>;

interface TrainingPorts {
  readonly post: (event: Event) => void;
  readonly breathe: () => Promise<void>;
  readonly now: () => number; // ms
  /** It is time to show how far the run is. */
  readonly show: (run: Run) => void;
  readonly evaluated: (run: Run, evaluation: Evaluation) => void;
  /** Called when it has ended, before anybody is told why. */
  readonly ended: (run: Run) => void;
  readonly fail: (error: unknown) => void;
}

export class Training {
  readonly #ports: TrainingPorts;
  #current: Promise<void> | null = null;
  #halted = false;

  constructor(ports: TrainingPorts) {
    this.#ports = ports;
  }

  get isOn(): boolean {
    return this.#current !== null;
  }

  start(run: Run, loop: Loop): void {
    this.#halted = false;
    this.#ports.post({ type: "started", runId: run.id });
    this.#current = this.#toEnd(run, loop);
  }

  /** Has it end after the step that is under way. */
  stop(): void {
    this.#halted = true;
  }

  untilStopped(): Promise<void> {
    return this.#current ?? Promise.resolve();
  }

  /** Ends it, if it goes on, and waits for the end. */
  async halt(): Promise<void> {
    this.stop();
    await this.untilStopped();
  }

  async #toEnd(run: Run, loop: Loop): Promise<void> {
    try {
      const reason = await loop(run, this.#loopPorts(run));
      this.#current = null; // before anybody hears of the end and asks for more
      this.#ports.ended(run);
      this.#ports.post({ type: "stopped", runId: run.id, reason });
    } catch (error) {
      this.#current = null;
      this.#ports.fail(error);
    }
  }

  #loopPorts(run: Run): LoopPorts {
    const { post, breathe, now, show, evaluated } = this.#ports;
    return {
      now,
      breathe,
      isHalted: () => this.#halted,
      report: (losses, pairsPerSecond) =>
        post({ type: "progress", runId: run.id, losses, pairsPerSecond }),
      reportEvaluation: (evaluation) => evaluated(run, evaluation),
      showPinned: () => show(run),
    };
  }
}

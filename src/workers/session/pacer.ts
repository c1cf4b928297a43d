/** Rests between updates, so that training keeps the chosen pace. */
import type { Pace } from "../../engine/setup/trainingView";

/** The time between the beginnings of two slow updates, in ms. */
const SLOW_EVERY = 500;

/** Shorter rests add up before they are taken: a timer is not more exact. */
const SHORTEST_REST = 10; // ms

/** A rest that took too long shortens the next ones by this much at most. */
const LONGEST_CREDIT = 100; // ms

interface PacerPorts {
  readonly now: () => number; // ms
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export class Pacer {
  readonly #ports: PacerPorts;
  #pace: Pace = 1;
  #since = 0; // the end of the last rest, ms
  #owed = 0; //  ms; negative: rested too long
  #wake: () => void = () => undefined;

  constructor(ports: PacerPorts) {
    this.#ports = ports;
  }

  get isSlow(): boolean {
    return this.#pace === "slowly";
  }

  /** Applies from now on: a rest at the old pace ends. */
  set(pace: Pace): void {
    this.#pace = pace;
    this.wake();
  }

  /** Forgets the work before. */
  begin(): void {
    [this.#since, this.#owed] = [this.#ports.now(), 0];
  }

  /** Leaves out time that was no work, in ms. */
  skip(milliseconds: number): void {
    this.#since += milliseconds;
  }

  /** Ends the present rest. */
  wake(): void {
    this.#owed = 0;
    this.#wake();
  }

  /**
   * Rests after work, for as long as the pace asks for.
   * @returns the ms it rested
   */
  async rest(): Promise<number> {
    const start = this.#ports.now();
    this.#owed += restAfter(start - this.#since, this.#pace);
    const isComplete = this.#owed < SHORTEST_REST || (await this.#sleep());
    this.#since = this.#ports.now();
    const rested = this.#since - start;
    if (isComplete) this.#owed = Math.max(-LONGEST_CREDIT, this.#owed - rested);
    return rested;
  }

  /** Sleeps for the rest that it owes. -> false where it was woken */
  #sleep(): Promise<boolean> {
    const woken = new Promise<boolean>((resolve) => (this.#wake = () => resolve(false)));
    return Promise.race([this.#ports.sleep(this.#owed).then(() => true), woken]);
  }
}

/** The rest that belongs to this much work, in ms. */
function restAfter(work: number, pace: Pace): number {
  return pace === "slowly" ? Math.max(0, SLOW_EVERY - work) : work * (1 / pace - 1);
}

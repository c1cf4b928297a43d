/** What waits for the answers of a device, and its loss. */
import { DeviceLostError } from "../../deviceLost";

/** Starts a time limit that calls `over` where the device does not answer; returns a function that ends the limit. */
export type StartLimit = (over: () => void) => () => void;

interface Waiting {
  readonly reject: (error: DeviceLostError) => void;
  readonly endLimit: () => void;
}

/** After the loss of the device, everything that waits or comes later is rejected with a DeviceLostError. */
export class Connection {
  readonly #startLimit: StartLimit;
  readonly #onLoss: (why: string) => void;
  readonly #waiting = new Set<Waiting>();
  #loss: DeviceLostError | null = null;

  /** @param onLoss called once */
  constructor(startLimit: StartLimit, onLoss: (why: string) => void) {
    this.#startLimit = startLimit;
    this.#onLoss = onLoss;
  }

  /** @throws DeviceLostError after the loss */
  expectPresent(): void {
    if (this.#loss) throw this.#loss;
  }

  /** The answer of the device. An answer that never comes, or that is an error, counts as the loss of the device. */
  answer<T>(answer: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#loss) return reject(this.#loss);
      const waiting = { reject, endLimit: this.#startLimit(() => this.lose("it does not answer")) };
      this.#waiting.add(waiting);
      const end = (): void => {
        waiting.endLimit();
        this.#waiting.delete(waiting);
      };
      answer.then(
        (value) => {
          end();
          resolve(value); // after a loss, the promise is rejected already
        },
        (error: unknown) => this.lose(error instanceof Error ? error.message : String(error)),
      );
    });
  }

  /** Notes the loss, and rejects what waits. A second loss changes nothing. */
  lose(why: string): void {
    if (this.#loss) return;
    this.#loss = new DeviceLostError(why);
    for (const { reject, endLimit } of this.#waiting) {
      endLimit();
      reject(this.#loss);
    }
    this.#waiting.clear();
    this.#onLoss(why);
  }
}

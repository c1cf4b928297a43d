/** The submitted work that the device has not finished. */
import type { Connection } from "./connection";

/**
 * Batches of commands; a training update is one. Enough to keep a device busy while its answers travel, and so few that
 * a pause or a trace does not wait for many updates.
 */
const MOST_UNFINISHED = 4;

export class Backlog {
  readonly #connection: Connection;
  #unfinished: readonly Promise<unknown>[] = [];

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** @param done the device's answer when it has finished a batch */
  add(done: Promise<unknown>): void {
    const finished: Promise<unknown> = this.#connection
      .answer(done)
      .then(() => (this.#unfinished = this.#unfinished.filter((other) => other !== finished)));
    finished.catch(() => undefined); // `room` throws it
    this.#unfinished = [...this.#unfinished, finished];
  }

  /** Resolves when another batch may follow. Rejects after the loss of the device. */
  async room(): Promise<void> {
    this.#connection.expectPresent();
    while (this.#unfinished.length >= MOST_UNFINISHED) await this.#unfinished[0];
  }
}

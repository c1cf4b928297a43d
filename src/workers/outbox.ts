/** Passes a worker's messages to the page until the device of its models is lost: all later results are wrong. */
import type { BackendName, Message } from "./protocol";

type Send = (message: Message, transfer: ArrayBuffer[]) => void;

export class Outbox {
  readonly #send: Send;
  #isClosed = false;

  constructor(send: Send) {
    this.#send = send;
  }

  readonly post = (message: Message, transfer: ArrayBuffer[] = []): void => {
    if (!this.#isClosed) this.#send(message, transfer);
  };

  /** Reports the loss once, and nothing afterwards. */
  closeAfterLoss(name: BackendName): void {
    this.post({ lane: null, event: { type: "failed", failure: { kind: "backendLost", name } } });
    this.#isClosed = true;
  }
}

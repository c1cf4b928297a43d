/** Passes a worker's messages to the page until the device of its models is lost: all later results are wrong. */
import type { RunStore } from "../storage/runs";
import type { BackendName, Message } from "./protocol";

export interface OutboxPorts {
  readonly send: (message: Message, transfer: ArrayBuffer[]) => void;
  /** The backend of the models. */
  readonly backend: () => BackendName;
  /** Whether the device of the models is there; asked before each message, because its loss may be news. */
  readonly isDeviceThere: () => boolean;
  /** Called once, after the page has been told of the loss. */
  readonly end: () => void;
}

export class Outbox {
  readonly #ports: OutboxPorts;
  #isClosed = false;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
  }

  readonly post = (message: Message, transfer: ArrayBuffer[] = []): void => {
    if (this.#isClosed) return;
    if (this.#ports.isDeviceThere()) this.#ports.send(message, transfer);
    else this.closeAfterLoss();
  };

  /** The same store, which takes no record after a loss: lost memory reads as zeros. */
  guard(store: RunStore): RunStore {
    return {
      ...store,
      write: async (record) => {
        if (this.#isClosed) return;
        if (this.#ports.isDeviceThere()) await store.write(record);
        else this.closeAfterLoss();
      },
    };
  }

  /** Reports the loss, and nothing afterwards. */
  readonly closeAfterLoss = (): void => {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const failure = { kind: "backendLost", name: this.#ports.backend() } as const;
    this.#ports.send({ lane: null, event: { type: "failed", failure } }, []);
    this.#ports.end();
  };
}

/**
 * Notices that a worker has fallen silent: it is frozen, or the browser has ended it for its memory, which causes no error
 * event. A busy worker is silent, too, so the page only says so and takes it back when the worker answers.
 */

/** What the page asks a worker, and its answer at once, even while it trains. */
export const PING = "ping";
export const ALIVE = "alive";

interface SilencePorts {
  readonly ping: () => void;
  /** Called when the worker has fallen silent, and when it answers again. */
  readonly tell: (isSilent: boolean) => void;
}

const TICK_MS = 1000; // ticks are counted, because a computer may sleep and its clock may jump
const PING_AFTER = 20; // quiet ticks
const SILENT_AFTER = 60;

export class Silence {
  readonly #ports: SilencePorts;
  #timer: ReturnType<typeof setInterval> | undefined;
  #quiet = 0; // ticks since the last message

  constructor(ports: SilencePorts) {
    this.#ports = ports;
  }

  /** Takes note of a message. The first one begins the watch: until then the scripts of the worker may load. */
  heard(): void {
    if (this.#quiet >= SILENT_AFTER) this.#ports.tell(false);
    this.#quiet = 0;
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  /** Ends the watch. */
  end(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    this.#quiet++;
    if (this.#quiet % PING_AFTER === 0) this.#ports.ping();
    if (this.#quiet === SILENT_AFTER) this.#ports.tell(true);
  }
}

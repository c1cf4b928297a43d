/** A connection of WebDriver BiDi: commands with answers, and events (https://w3c.github.io/webdriver-bidi/). */
import { WebSocket } from "ws";

type Listener = (params: unknown) => void;

interface Answer {
  readonly id?: number;
  readonly type: "success" | "error" | "event";
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface Bidi {
  /** @throws if the browser answers with an error, or the connection ends */
  send<T>(method: string, params?: object): Promise<T>;
  on(event: string, listener: Listener): void;
}

const gone = (what: string): Error => new Error(`bidi: the browser has gone before ${what} ended`);

export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", () => resolve());
    socket.once("error", reject);
  });
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Listener[]>();
  let sent = 0;

  socket.on("message", (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer;
    if (answer.type === "event") {
      for (const listener of listeners.get(answer.method ?? "") ?? []) listener(answer.params);
      return;
    }
    const one = waiting.get(answer.id ?? -1);
    waiting.delete(answer.id ?? -1);
    if (answer.type === "success") one?.resolve(answer.result);
    else one?.reject(new Error(`${answer.error}: ${answer.message}`));
  });
  socket.on("close", () => {
    for (const { reject } of waiting.values()) reject(gone("a command"));
    waiting.clear();
  });

  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++sent;
        waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
        socket.send(JSON.stringify({ id, method, params }), (error) => {
          if (error) reject(gone(method)); // no answer will come
        });
      }),
    on: (event, listener) => {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
  };
}

/** Decodes of shipped models that the page ships no trace of, told without a stage. A worker of its own computes them. */
import type { Config } from "../../engine/setup/config";
import type { Show } from "../../engine/show";
import type { Trace } from "../../engine/results/trace";
import type { Event, Message, Request } from "../../workers/protocol";
import { LANE } from "../slices/lane";
import { startTracing } from "../ports/tracePort";

let send: ((request: Request) => void) | null = null;
let hear: (event: Event) => void = () => undefined;
let turn: Promise<unknown> = Promise.resolve();
let lastId = 0;

/** One decode after the other. Null: the page ships no such model, or the worker fails. */
export function sceneTrace(config: Config, show: Show): Promise<Trace | null> {
  const answer = turn.then(() => decoded(config, show)).catch(() => null);
  turn = answer;
  return answer;
}

function decoded(config: Config, show: Show): Promise<Trace | null> {
  send ??= startTracing(({ event }: Message) => hear(event));
  const id = ++lastId;
  let isShipped = false;
  let trace: Trace | null = null;
  return new Promise((resolve) => {
    hear = (event) => {
      if (event.type === "ready") isShipped = event.info.weights === "baked";
      else if (event.type === "trace") trace = event.trace;
      else if (event.type === "failed") resolve(null);
      else if (event.type === "done" && event.requestId === id) resolve(isShipped ? trace : null);
    };
    if (!send) resolve(null);
    send?.({ id, lane: LANE, command: { type: "configure", config, weights: "baked", show } });
  });
}

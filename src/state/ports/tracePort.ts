/** Connects the page for teachers to a worker that decodes, of which the page's own one knows nothing. */
import type { Message, Request } from "../../workers/protocol";

/** Starts the worker. @param receive gets every message */
type Starter = (receive: (message: Message) => void) => (request: Request) => void;

let starter: Starter | null = null;

/** Says how the worker is started; null forgets it. */
export function setTraceStarter(next: Starter | null): void {
  starter = next;
}

/** Null: none can be started. */
export const startTracing: (...args: Parameters<Starter>) => ReturnType<Starter> | null = (
  receive,
) => starter?.(receive) ?? null;

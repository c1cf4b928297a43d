/** Connects the page to the worker of the networks that only read or only write, which starts when one is opened. */
import type { AloneCommand, AloneEvent } from "../../workers/aloneProtocol";

type Starter = (receive: (event: AloneEvent) => void) => Promise<(command: AloneCommand) => void>;

let starter: Starter | null = null;
let sender: Promise<(command: AloneCommand) => void> | null = null;

/** Says how the worker is started; null forgets it and the worker. */
export function setAloneStarter(next: Starter | null): void {
  starter = next;
  sender = null;
}

/** Starts a worker of which the page's own one knows nothing; null: none can be started. */
export function startAnotherAlone(
  receive: (event: AloneEvent) => void,
): Promise<(command: AloneCommand) => void> | null {
  return starter?.(receive) ?? null;
}

/** Sends a command to the worker, which starts with the first one. @param receive gets every event */
export async function sendAlone(
  command: AloneCommand,
  receive: (event: AloneEvent) => void,
): Promise<void> {
  sender ??= starter?.(receive) ?? null;
  try {
    (await sender)?.(command);
  } catch (error) {
    sender = null; // the next command starts it again
    receive({ type: "failed", detail: String(error) });
  }
}

/** A session of classic WebDriver over HTTP (https://www.w3.org/TR/webdriver2/). */
import { setTimeout } from "node:timers/promises";

type Method = "GET" | "POST" | "DELETE";

/** Sends a command below the session's address; @throws if the driver answers with an error. */
export type Send = <T>(method: Method, path: string, body?: object) => Promise<T>;

function sender(address: string): Send {
  return async <T>(method: Method, path: string, body?: object) => {
    const response = await fetch(address + path, {
      method,
      ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value as T;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`webdriver: ${method} ${path}: ${error}: ${message}`);
  };
}

export interface Session {
  readonly version: string;
  readonly send: Send;
}

const STARTED_AFTER = 600; // tries, ten a second: ends a start that hangs

/** Waits until the driver answers: it does not say when it listens. */
async function untilReady(address: string): Promise<void> {
  for (let i = 0; i < STARTED_AFTER; i++) {
    const answers = await fetch(`${address}/status`).then(({ ok }) => ok, () => false); // prettier-ignore
    if (answers) return;
    await setTimeout(100);
  }
  throw new Error(`webdriver: nothing answers at ${address}`);
}

/** @param capabilities what the session must offer */
export async function startSession(address: string, capabilities: object): Promise<Session> {
  await untilReady(address);
  const { sessionId, capabilities: offered } = await sender(address)<{
    sessionId: string;
    capabilities: { browserVersion: string };
  }>("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
  return { version: offered.browserVersion, send: sender(`${address}/session/${sessionId}`) };
}

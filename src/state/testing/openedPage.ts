/** A page of the store whose worker is up on a shipped model, with what it sends to that worker. */
import { vi } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Command, Failure } from "../../workers/protocol";
import { connect, initialise, receive, start } from "../store";
import { readyWith } from "./events";

export const page = {
  sent: [] as Command[],
  restart: vi.fn<(failure: Failure | null) => void>(),
  sentTypes: (): string[] => page.sent.map(({ type }) => type),
};

/** Time stands still there; settings wait until a test lets it go on. */
export function openPage(): void {
  vi.useFakeTimers();
  page.restart.mockClear();
  initialise(DEFAULT_CONFIG, {});
  connect((command) => page.sent.push(command), page.restart);
  start();
  receive(readyWith({ runId: 1, weights: "baked" }));
  page.sent = [];
}

export function configWith(change: Partial<Config>): Config {
  return { ...DEFAULT_CONFIG, ...change };
}

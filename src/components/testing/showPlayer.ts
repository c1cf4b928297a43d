/** A shown player whose clock stands still, and how a test finds its parts. */
import { act, cleanup, screen } from "@testing-library/react";
import { vi } from "vitest";
import type { ExampleChoice } from "../../engine/show";
import type { Trace } from "../../engine/results/trace";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { showStage } from "./showStage";
import { freeClock, promptUser, stopClock } from "./stillClock";

export const WORD = { source: ["c", "a", "t", "s"] }; // 5 steps, with <eos>

export const button = (name: string): HTMLElement => screen.getByRole("button", { name });
export const source = (): HTMLInputElement => screen.getByRole("textbox", { name: "Source" });
export const output = (): string => screen.getByRole("status", { name: "Output" }).textContent;
export const advance = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

export async function showPlayer(trace = makeTrace(WORD)) {
  const shown = await showStage(trace);
  stopClock();
  return { ...shown, user: promptUser() };
}

/** After each test. */
export function leavePlayer(): void {
  cleanup();
  freeClock();
}

/** A trace of this example. */
export function traceOf(example: ExampleChoice, options: TraceOptions): Trace {
  const trace = makeTrace(options);
  return { ...trace, show: { ...trace.show, example } };
}

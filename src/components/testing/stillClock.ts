/**
 * A clock that stands still until the test moves it. Fake timers that follow the real clock would let a busy machine
 * decide how far a playback gets between two lines of a test.
 */
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { vi } from "vitest";

/** Stops the clock: from now on nothing that waits for a time goes on by itself. */
export function stopClock(): void {
  // Testing Library moves fake timers through this object, the one of another test runner.
  vi.stubGlobal("jest", { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) });
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"],
  });
}

export function freeClock(): void {
  vi.useRealTimers();
  Reflect.deleteProperty(globalThis, "jest");
}

/** A user whose acts take no time. */
export const promptUser = (): UserEvent =>
  userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { progressOf, readyWith } from "../testing/events";
import { LANE } from "../slices/lane";
import { throttledRunStore } from "./throttledRunStore";
import { initialise } from "../actions/startup";
import { receive } from "../testing/openedPage";

let changes = 0;
let stop: () => void;
const mirror = throttledRunStore(LANE);

describe("the throttled run", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    initialise(DEFAULT_CONFIG, {});
    receive(readyWith());
    vi.runAllTimers();
    changes = 0;
    stop = mirror.subscribe(() => changes++);
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it("changes a few times a second while losses arrive, and ends with the newest", () => {
    for (let step = 1; step <= 20; step++) {
      receive(progressOf(step, step));
      vi.advanceTimersByTime(50);
    }
    expect(changes).toBeGreaterThan(3);
    expect(changes).toBeLessThan(8);
    vi.runAllTimers();
    expect(mirror.getState().step).toBe(20);
  });

  it("takes over the start and the end of training at once", () => {
    receive(progressOf(1, 1));
    receive(progressOf(2, 2));
    expect(mirror.getState().step).toBe(1);
    receive({ type: "stopped", runId: 1, reason: "paused" });
    expect(mirror.getState()).toMatchObject({ step: 2, stopReason: "paused" });
  });
});

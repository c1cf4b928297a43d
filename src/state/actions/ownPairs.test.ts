/** What the student does with pairs of their own. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import { USABLE_REPORT } from "../testing/events";
import { isReading } from "../slices/pairs";
import { asked, openPage, page, lane, receive } from "../testing/openedPage";
import { useApp } from "../store";
import { inspectPairs, startOnPairs } from "./ownPairs";

/** The worker has answered an inspection. */
function inspected(requestId: number): void {
  receive({ type: "pairsInspected", requestId, report: USABLE_REPORT });
  receive({ type: "done", requestId });
}

function isReadingNow(): boolean {
  const { pairs, requests } = useApp.getState();
  return isReading(pairs, requests);
}

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("own pairs", () => {
  it("lets only the answer to the latest inspection count", () => {
    inspectPairs("a\tb", DEFAULT_CORPUS_OPTIONS);
    const first = asked("inspectPairs");
    inspectPairs("a\tb\nc\td", DEFAULT_CORPUS_OPTIONS);
    inspected(first);
    expect(isReadingNow()).toBe(true);
    expect(useApp.getState().pairs.report).toBeNull();
    inspected(asked("inspectPairs"));
    expect(isReadingNow()).toBe(false);
    expect(useApp.getState().pairs.report).toBe(USABLE_REPORT);
  });

  it("refuses what is too large without sending it", () => {
    inspectPairs("x".repeat(20_000_001), DEFAULT_CORPUS_OPTIONS);
    expect(page.sent).toEqual([]);
    expect(useApp.getState().pairs.report).toMatchObject({
      status: "unusable",
      problem: { kind: "tooLarge", bytes: 20_000_001 },
    });
  });

  it("leaves the model alone until the pairs are used", () => {
    inspectPairs("a\tb", DEFAULT_CORPUS_OPTIONS);
    startOnPairs(); // not read yet: nothing happens
    expect(lane().config.task).toBe("reverse");
    inspected(asked("inspectPairs"));
    startOnPairs();
    expect(page.sentTypes()).toEqual(["inspectPairs", "usePairs"]);
    expect(lane().config.task).toBe("pairs");
    expect(useApp.getState().pairs.open).toBe(false);
  });
});

/** What the student does with pairs of their own. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import type { Trace } from "../../engine/results/trace";
import { INITIAL_SHOW } from "../../engine/show";
import { makeTrace } from "../../vis/testing/traces";
import { USABLE_REPORT } from "../testing/events";
import { isReading } from "../slices/pairs";
import { answer, asked, openPage, page, lane, receive } from "../testing/openedPage";
import { useApp } from "../store";
import { inspectPairs, startOnPairs } from "./ownPairs";
import { typeSource } from "./showing";

/** A trace of a held-out example. */
function tracedAt(index: number): Trace {
  return { ...makeTrace(), show: { ...INITIAL_SHOW, example: { kind: "heldOut", index } } };
}

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

  it("begins with their first example, also after a source that was refused", () => {
    receive({ type: "trace", runId: 1, requestId: 1, trace: tracedAt(2) });
    typeSource("?");
    const problem = { kind: "unknownTokens", tokens: ["?"] } as const;
    answer({ type: "sourceRejected", requestId: asked("show"), text: "?", problem });
    inspectPairs("a\tb", DEFAULT_CORPUS_OPTIONS);
    inspected(asked("inspectPairs"));
    startOnPairs();
    expect(page.sent.at(-1)).toMatchObject({ type: "usePairs", show: INITIAL_SHOW });
  });
});

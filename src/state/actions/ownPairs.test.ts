/** Acts on the student's own pairs. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import type { Trace } from "../../engine/results/trace";
import { INITIAL_SHOW } from "../../engine/show";
import { makeTrace } from "../../vis/testing/traces";
import { USABLE_REPORT } from "../testing/events";
import { isReading } from "../slices/inspection";
import { answer, asked, openPage, page, lane, receive } from "../testing/openedPage";
import { useApp } from "../store";
import { inspectPairs, startOnPairs } from "./ownPairs";
import { typeSource } from "./showing";

/** A trace of a held-out example. */
function tracedAt(index: number): Trace {
  return { ...makeTrace(), show: { ...INITIAL_SHOW, example: { kind: "heldOut", index } } };
}

/** The worker answers an inspection. */
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

describe("the page with own pairs", () => {
  it("takes only the answer to the latest inspection", () => {
    inspectPairs({ text: "a\tb" }, DEFAULT_CORPUS_OPTIONS);
    const first = asked("inspectPairs");
    inspectPairs({ text: "a\tb\nc\td" }, DEFAULT_CORPUS_OPTIONS);
    inspected(first);
    expect(isReadingNow()).toBe(true);
    expect(useApp.getState().pairs.report).toBeNull();
    inspected(asked("inspectPairs"));
    expect(isReadingNow()).toBe(false);
    expect(useApp.getState().pairs.report).toBe(USABLE_REPORT);
  });

  it("refuses an input that is too large without a request", () => {
    inspectPairs({ text: "x".repeat(20_000_001) }, DEFAULT_CORPUS_OPTIONS);
    expect(page.sent).toEqual([]);
    expect(useApp.getState().pairs.report).toMatchObject({
      status: "unusable",
      problem: { kind: "tooLarge", bytes: 20_000_001 },
    });
  });

  it("does not change the model until the student uses the pairs", () => {
    inspectPairs({ text: "a\tb" }, DEFAULT_CORPUS_OPTIONS);
    startOnPairs(); // the worker has not read them yet, so nothing happens
    expect(lane().config.task).toBe("reverse");
    inspected(asked("inspectPairs"));
    startOnPairs();
    expect(page.sentTypes()).toEqual(["inspectPairs", "usePairs"]);
    expect(lane().config.task).toBe("pairs");
    expect(useApp.getState().pairs.open).toBe(false);
  });

  it("shows their first example, also after a rejected source", () => {
    receive({ type: "trace", runId: 1, requestId: 1, trace: tracedAt(2) });
    typeSource("?");
    const problem = { kind: "unknownTokens", tokens: ["?"] } as const;
    answer({ type: "sourceRejected", requestId: asked("show"), text: "?", problem });
    inspectPairs({ text: "a\tb" }, DEFAULT_CORPUS_OPTIONS);
    inspected(asked("inspectPairs"));
    startOnPairs();
    expect(page.sent.at(-1)).toMatchObject({ type: "usePairs", show: INITIAL_SHOW });
  });
});

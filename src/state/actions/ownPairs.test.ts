/** What the student does with pairs of their own. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import * as app from "../store";
import * as own from "./ownPairs";
import { USABLE_REPORT } from "../testing/events";
import { openPage, page } from "../testing/openedPage";

const { useApp, receive } = app;

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("own pairs", () => {
  it("lets only the answer to the latest inspection count", () => {
    own.inspectPairs("a\tb", DEFAULT_CORPUS_OPTIONS);
    own.inspectPairs("a\tb\nc\td", DEFAULT_CORPUS_OPTIONS);
    receive({ type: "pairsInspected", requestId: 1, report: USABLE_REPORT });
    expect(useApp.getState().pairs).toMatchObject({ reading: true, report: null });
    receive({ type: "pairsInspected", requestId: 2, report: USABLE_REPORT });
    expect(useApp.getState().pairs).toMatchObject({ reading: false, report: USABLE_REPORT });
  });

  it("refuses what is too large without sending it", () => {
    own.inspectPairs("x".repeat(20_000_001), DEFAULT_CORPUS_OPTIONS);
    expect(page.sent).toEqual([]);
    expect(useApp.getState().pairs.report).toMatchObject({
      status: "unusable",
      problem: { kind: "tooLarge", bytes: 20_000_001 },
    });
  });

  it("leaves the model alone until the pairs are used", () => {
    own.inspectPairs("a\tb", DEFAULT_CORPUS_OPTIONS);
    own.startOnPairs(); // not read yet: nothing happens
    expect(useApp.getState().config.task).toBe("reverse");
    receive({ type: "pairsInspected", requestId: 1, report: USABLE_REPORT });
    own.startOnPairs();
    expect(page.sentTypes()).toEqual(["inspectPairs", "usePairs", "decode"]);
    expect(useApp.getState()).toMatchObject({ config: { task: "pairs" }, pairs: { open: false } });
  });
});

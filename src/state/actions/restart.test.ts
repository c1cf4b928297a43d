/** Failures, and what a new worker is told after them. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import type { Command } from "../../workers/protocol";
import * as app from "../store";
import * as own from "./ownPairs";
import { readyWith, USABLE_REPORT } from "../testing/events";
import { configWith as config, openPage, page } from "../testing/openedPage";

const { useApp, receive } = app;

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("failures", () => {
  it("shows another task where a link names pairs that are not there", () => {
    app.initialise(config({ task: "pairs", seed: 3 }), {});
    app.connect((command) => page.sent.push(command));
    app.start();
    expect(page.sent[0]).toEqual({
      type: "configure",
      config: config({ seed: 3 }),
      weights: "kept",
    });
    receive(readyWith({ config: config({ seed: 3 }) }));
    expect(useApp.getState().run).toMatchObject({
      status: "idle",
      failure: { kind: "pairsMissing" },
    });
  });

  it("goes back to the settings of the run where pairs are missing later on", () => {
    app.configure({ task: "pairs" });
    vi.runAllTimers();
    receive({ type: "failed", failure: { kind: "pairsMissing" } });
    expect(useApp.getState().config.task).toBe("reverse");
    app.dismissFailure();
    expect(useApp.getState().run.failure).toBeNull();
  });

  it("goes back to the settings of the run where the memory did not do for others", () => {
    app.configure({ hiddenSize: 256 });
    vi.runAllTimers();
    receive({ type: "failed", failure: { kind: "outOfMemory", detail: "" } });
    expect(useApp.getState()).toMatchObject({ config: DEFAULT_CONFIG, awaited: null });
  });

  it("restarts the worker with what the page holds", () => {
    app.configure({ hiddenSize: 32 });
    vi.runAllTimers();
    const failure = { kind: "backendLost", name: "webgl" } as const;
    receive({ type: "failed", failure });
    page.sent = [];
    own.restartWorker();
    expect(page.restart).toHaveBeenCalledWith(failure);
    expect(page.sent[0]).toEqual({
      type: "configure",
      config: config({ hiddenSize: 32 }),
      weights: "kept",
    });
    expect(useApp.getState().run).toMatchObject({ status: "starting", failure: null });
  });

  it("asks for fresh weights again only for the model that it had begun, not for other settings", () => {
    const begun = { type: "configure", config: DEFAULT_CONFIG, weights: "fresh" };
    expect(askedAgain(DEFAULT_CONFIG.hiddenSize)).toEqual(begun);
    const other = { type: "configure", config: config({ hiddenSize: 32 }), weights: "kept" };
    expect(askedAgain(32)).toEqual(other);
  });

  it("gives a new worker the user's pairs again", () => {
    own.inspectPairs("a\tb", DEFAULT_CORPUS_OPTIONS);
    receive({ type: "pairsInspected", requestId: 1, report: USABLE_REPORT });
    own.startOnPairs();
    receive(readyWith({ runId: 2, config: config({ task: "pairs" }) }));
    receive({ type: "failed", failure: { kind: "crash", detail: "" } });
    page.sent = [];
    own.restartWorker();
    expect(page.sentTypes()).toEqual(["inspectPairs", "usePairs", "decode"]);
  });
});

/** Reads pairs and makes them the task of a run. */
function usePairs(input: string, runId: number): void {
  own.inspectPairs(input, DEFAULT_CORPUS_OPTIONS);
  const requestId = useApp.getState().pairs.latest?.requestId ?? 0;
  receive({ type: "pairsInspected", requestId, report: USABLE_REPORT });
  own.startOnPairs();
  receive(readyWith({ runId, config: config({ task: "pairs" }), canUndo: true }));
}

/** What a new worker is asked for where settings have just changed of a run just begun. */
function askedAgain(hiddenSize: number): Command | undefined {
  receive(readyWith({ runId: 2, weights: "fresh", canUndo: true }));
  app.configure({ hiddenSize });
  crashAndRestart();
  return page.sent[0];
}

function crashAndRestart(): void {
  receive({ type: "failed", failure: { kind: "crash", detail: "" } });
  page.sent = [];
  own.restartWorker();
}

describe("a restart with pairs", () => {
  it("gives the pairs in use once they become the task again", () => {
    usePairs("a\tb", 2);
    app.configure({ task: "reverse" });
    vi.runAllTimers();
    receive(readyWith({ runId: 3 }));
    crashAndRestart();
    receive(readyWith({ runId: 1 }));
    app.configure({ task: "pairs" });
    vi.runAllTimers();
    expect(page.sentTypes()).toEqual(["inspectPairs", "configure", "decode", "usePairs", "decode"]);
    expect(page.sent[3]).toMatchObject({ requestId: 1, config: { task: "pairs" } });
    receive(readyWith({ runId: 2, config: config({ task: "pairs" }) }));
    page.sent = [];
    app.configure({ hiddenSize: 96 }); // from now on the worker has them
    vi.runAllTimers();
    expect(page.sentTypes()).toEqual(["configure"]);
  });

  it("leaves the latest reading with the worker where others are in use", () => {
    usePairs("a\tb", 2);
    own.inspectPairs("c\td", DEFAULT_CORPUS_OPTIONS);
    expect(useApp.getState().pairs.reading).toBe(true);
    crashAndRestart();
    const asked = page.sent.flatMap((command) =>
      "requestId" in command ? [command.requestId] : [],
    );
    expect(page.sentTypes().slice(1)).toEqual([
      "inspectPairs",
      "usePairs",
      "decode",
      "inspectPairs",
    ]);
    expect(asked).toEqual([2, 1, 1, 2]);
    receive({ type: "pairsInspected", requestId: 2, report: USABLE_REPORT });
    expect(useApp.getState().pairs.reading).toBe(false);
  });

  it("reads pairs again that were never used", () => {
    own.inspectPairs("a\tb", DEFAULT_CORPUS_OPTIONS);
    crashAndRestart();
    expect(page.sentTypes()).toEqual(["inspectPairs", "configure", "decode"]);
    expect(useApp.getState().pairs.reading).toBe(true);
  });

  it("brings back the set that undo went back to, and undo drops the example", () => {
    usePairs("a\tb", 2);
    usePairs("c\td", 3);
    app.typeSource("c");
    app.undo();
    receive(readyWith({ runId: 2, config: config({ task: "pairs" }), canUndo: true }));
    expect(useApp.getState().view.example).toEqual({ kind: "heldOut", index: 0 });
    crashAndRestart();
    expect(page.sent.find(({ type }) => type === "usePairs")).toMatchObject({ requestId: 1 });
  });
});

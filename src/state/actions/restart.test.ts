/** Failures, and the requests to a new worker after them. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { isReading } from "../slices/inspection";
import { DEFAULT_CORPUS_OPTIONS } from "../../engine/corpus/report";
import type { Command } from "../../workers/protocol";
import { otherRun, readyWith, USABLE_REPORT } from "../testing/events";
import {
  answer,
  configWith as config,
  openPage,
  page,
  lane,
  receive,
  asked,
} from "../testing/openedPage";
import { setPairs, useApp } from "../store";
import { initialise } from "./initialise";
import { connect, start, restartWorker } from "./startup";
import { configure } from "./settings";
import { dismissFailure, undo } from "./training";
import { inspectPairs, startOnPairs } from "./ownPairs";
import { typeSource } from "./showing";

function isReadingNow(): boolean {
  const { pairs, requests } = useApp.getState();
  return isReading(pairs, requests);
}

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("the page after a failure", () => {
  it("takes the default task where the link names missing pairs", () => {
    initialise(config({ task: "pairs", seed: 3 }), {});
    connect(({ command }) => page.sent.push(command));
    start();
    expect(page.sent[0]).toEqual({
      type: "configure",
      config: config({ seed: 3 }),
      weights: "kept",
      show: INITIAL_SHOW,
    });
    receive(readyWith({ config: config({ seed: 3 }) }));
    expect(lane().run).toMatchObject({
      status: "idle",
      failure: { kind: "pairsMissing" },
    });
  });

  it("restores the settings of the run where the worker misses the pairs", () => {
    configure({ task: "pairs" });
    vi.runAllTimers();
    receive({ type: "failed", failure: { kind: "pairsMissing" } });
    expect(lane().config.task).toBe("reverse");
    dismissFailure();
    expect(lane().run.failure).toBeNull();
  });

  it("sends new settings although the worker could not build its first model from the kept pairs", () => {
    initialise(config({ task: "pairs" }), {});
    const latest = { id: 1, input: { text: "" }, options: DEFAULT_CORPUS_OPTIONS, name: "" };
    setPairs({ latest, used: latest });
    connect(({ command }) => page.sent.push(command));
    start();
    const report = {
      name: "cpu",
      reason: "wasmFailed",
      missed: null,
      path: "fused",
      detail: null,
    } as const;
    receive({ type: "backend", report });
    answer({ type: "failed", failure: { kind: "pairsMissing" } });
    vi.runAllTimers();
    expect(page.sentTypes()).toEqual(["inspectPairs", "usePairs"]);
    configure({ task: "copy" });
    vi.runAllTimers();
    expect(page.sent.at(-1)).toMatchObject({ type: "configure", config: { task: "copy" } });
  });

  it("restores the settings of the run where the memory was too small for a new model", () => {
    configure({ hiddenSize: 256 });
    vi.runAllTimers();
    receive({ type: "failed", failure: { kind: "outOfMemory", detail: "" } });
    expect(lane().config).toEqual(DEFAULT_CONFIG);
    vi.runAllTimers();
    expect(page.sentTypes()).toEqual(["configure"]); // the page does not repeat the request
  });

  it("restarts the worker with the page's settings and Show", () => {
    configure({ hiddenSize: 32 });
    vi.runAllTimers();
    const failure = { kind: "backendLost", name: "webgl" } as const;
    receive({ type: "failed", failure });
    page.sent = [];
    restartWorker();
    expect(page.restart).toHaveBeenCalledWith(failure);
    expect(page.sent[0]).toEqual({
      type: "configure",
      config: config({ hiddenSize: 32 }),
      weights: "kept",
      show: INITIAL_SHOW,
    });
    expect(lane().run).toMatchObject({ status: "starting", failure: null });
  });

  it("asks for fresh weights again only with the settings of the fresh run", () => {
    const begun = {
      type: "configure",
      config: DEFAULT_CONFIG,
      weights: "fresh",
      show: INITIAL_SHOW,
    };
    expect(askedAgain(DEFAULT_CONFIG.hiddenSize)).toEqual(begun);
    const other = {
      type: "configure",
      config: config({ hiddenSize: 32 }),
      weights: "kept",
      show: INITIAL_SHOW,
    };
    expect(askedAgain(32)).toEqual(other);
  });

  it("sends the pairs in use to a new worker", () => {
    inspectPairs({ text: "a\tb" }, DEFAULT_CORPUS_OPTIONS);
    inspected();
    startOnPairs();
    receive(readyWith({ runId: 2, config: config({ task: "pairs" }) }));
    receive({ type: "failed", failure: { kind: "crash", detail: "" } });
    page.sent = [];
    restartWorker();
    expect(page.sentTypes()).toEqual(["inspectPairs", "usePairs"]);
  });
});

/** The worker reads the latest pairs. */
function inspected(): void {
  const requestId = asked("inspectPairs");
  receive({ type: "pairsInspected", requestId, report: USABLE_REPORT });
  receive({ type: "done", requestId });
}

/** Reads pairs and makes them the task of a run. */
function usePairs(input: string, runId: number): void {
  inspectPairs({ text: input }, DEFAULT_CORPUS_OPTIONS);
  inspected();
  startOnPairs();
  receive(readyWith({ runId, config: config({ task: "pairs" }), undo: otherRun() }));
}

/** The request to a new worker after a change of settings in a fresh run and a crash. */
function askedAgain(hiddenSize: number): Command | undefined {
  receive(readyWith({ runId: 2, weights: "fresh", undo: otherRun() }));
  configure({ hiddenSize });
  crashAndRestart();
  return page.sent[0];
}

function crashAndRestart(): void {
  receive({ type: "failed", failure: { kind: "crash", detail: "" } });
  page.sent = [];
  restartWorker();
}

describe("a restart with pairs", () => {
  it("sends the pairs in use once they become the task again", () => {
    usePairs("a\tb", 2);
    configure({ task: "reverse" });
    vi.runAllTimers();
    receive(readyWith({ runId: 3 }));
    crashAndRestart();
    receive(readyWith({ runId: 1 }));
    configure({ task: "pairs" });
    vi.runAllTimers();
    expect(page.sentTypes()).toEqual(["inspectPairs", "configure", "usePairs"]);
    expect(page.sent[2]).toMatchObject({ inspection: 1, config: { task: "pairs" } });
    receive(readyWith({ runId: 2, config: config({ task: "pairs" }) }));
    page.sent = [];
    configure({ hiddenSize: 96 }); // the worker has the pairs now
    vi.runAllTimers();
    expect(page.sentTypes()).toEqual(["configure"]);
  });

  it("ends with the latest inspection where other pairs are in use", () => {
    usePairs("a\tb", 2);
    inspectPairs({ text: "c\td" }, DEFAULT_CORPUS_OPTIONS);
    expect(isReadingNow()).toBe(true);
    crashAndRestart();
    const inspections = page.sent.flatMap((command) =>
      "inspection" in command ? [command.inspection] : [],
    );
    expect(page.sentTypes().slice(1)).toEqual(["inspectPairs", "usePairs", "inspectPairs"]);
    expect(inspections).toEqual([2, 1, 1, 2]);
    inspected();
    expect(isReadingNow()).toBe(false);
  });

  it("inspects unused pairs again", () => {
    inspectPairs({ text: "a\tb" }, DEFAULT_CORPUS_OPTIONS);
    crashAndRestart();
    expect(page.sentTypes()).toEqual(["inspectPairs", "configure"]);
    expect(isReadingNow()).toBe(true);
  });

  it("restores the pairs that undo brought back, and undo resets the example", () => {
    usePairs("a\tb", 2);
    usePairs("c\td", 3);
    typeSource("c");
    undo();
    receive(readyWith({ runId: 2, config: config({ task: "pairs" }), undo: otherRun() }));
    expect(useApp.getState().view.show.example).toEqual({ kind: "heldOut", index: 0 });
    crashAndRestart();
    expect(page.sent.find(({ type }) => type === "usePairs")).toMatchObject({ inspection: 1 });
  });
});

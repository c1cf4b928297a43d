import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG, type Config } from "../engine/config";
import { DEFAULT_CORPUS_OPTIONS } from "../engine/corpus/report";
import { makeTrace } from "../vis/testing/traces";
import type { Command, Failure } from "../workers/protocol";
import * as app from "./app";
import * as own from "./ownPairs";
import { LAST_STEP } from "./view";
import { readyWith, USABLE_REPORT } from "./testing/events";

const { useApp, receive } = app;
let sent: Command[] = [];
const restart = vi.fn<(failure: Failure | null) => void>();

function sentTypes(): string[] {
  return sent.map(({ type }) => type);
}

function config(change: Partial<Config>): Config {
  return { ...DEFAULT_CONFIG, ...change };
}

function open(): void {
  app.openModel(new File([], "a.safetensors"));
}

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  restart.mockClear();
  app.initialise(DEFAULT_CONFIG, {});
  app.connect((command) => sent.push(command), restart);
  app.start();
  receive(readyWith({ runId: 1, weights: "baked" }));
  sent = [];
});

afterEach(() => {
  vi.useRealTimers();
});

describe("start", () => {
  it("asks for the model and the example that the link names", () => {
    app.initialise(config({ seed: 7 }), {
      example: { kind: "typed", text: "abc" },
      teacherForcing: true,
    });
    app.connect((command) => sent.push(command));
    app.start();
    expect(sent).toEqual([
      { type: "configure", config: config({ seed: 7 }), weights: "kept" },
      { type: "decode", example: { kind: "typed", text: "abc" }, teacherForcing: true },
    ]);
  });

  it("sends nothing before a worker is connected, and loses nothing", () => {
    app.initialise(DEFAULT_CONFIG, {});
    app.configure({ hiddenSize: 32 });
    app.typeSource("abc");
    vi.runAllTimers();
    expect(sent).toEqual([]);
    app.connect((command) => sent.push(command));
    app.start();
    expect(sent).toEqual([
      { type: "configure", config: config({ hiddenSize: 32 }), weights: "kept" },
      { type: "decode", example: { kind: "typed", text: "abc" }, teacherForcing: false },
    ]);
  });
});

describe("settings", () => {
  it("shows a change at once and sends it once it has settled", () => {
    for (const hiddenSize of [72, 80, 88, 96]) {
      app.configure({ hiddenSize });
      vi.advanceTimersByTime(30);
    }
    expect(useApp.getState().config.hiddenSize).toBe(96);
    expect(sent).toEqual([]);
    vi.runAllTimers();
    expect(sent).toEqual([
      { type: "configure", config: config({ hiddenSize: 96 }), weights: "baked" },
    ]);
  });

  it("adjusts the run where no fresh model is needed", () => {
    app.configure({ learningRate: 0.001 });
    app.configure({ forcing: 0.5 });
    vi.runAllTimers();
    expect(sent).toEqual([
      { type: "adjust", config: config({ learningRate: 0.001, forcing: 0.5 }) },
    ]);
  });

  it("sends nothing where a change was taken back before it left", () => {
    app.configure({ hiddenSize: 96 });
    app.configure({ hiddenSize: DEFAULT_CONFIG.hiddenSize });
    vi.runAllTimers();
    expect(sent).toEqual([]);
  });

  it("lets a waiting change go before the next command", () => {
    app.configure({ attention: "dot" });
    app.train();
    expect(sentTypes()).toEqual(["configure", "train"]);
  });

  it("puts the first example on the stage when the task changes", () => {
    app.typeSource("abc");
    sent = [];
    app.configure({ task: "dates" });
    expect(useApp.getState().view).toMatchObject({
      example: { kind: "heldOut", index: 0 },
      step: LAST_STEP,
      column: null,
    });
    vi.runAllTimers();
    expect(sentTypes()).toEqual(["configure", "decode"]);
  });

  it("begins the dates with a Korean one where the page is Korean", () => {
    app.setLanguage("ko");
    app.configure({ task: "dates" });
    vi.runAllTimers();
    const example = { kind: "heldOut", index: 3 };
    expect(useApp.getState().view.example).toEqual(example);
    expect(sent.at(-1)).toMatchObject({ type: "decode", example });
  });

  it("does not go back to a model that is ready although another was asked for since", () => {
    app.configure({ hiddenSize: 96 });
    vi.runAllTimers();
    app.configure({ hiddenSize: 128 });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: config({ hiddenSize: 96 }) }));
    expect(useApp.getState().config.hiddenSize).toBe(128);
    receive(readyWith({ runId: 3, config: config({ hiddenSize: 128 }) }));
    expect(useApp.getState()).toMatchObject({ config: config({ hiddenSize: 128 }), awaited: null });
  });

  it("keeps a live change made while a fresh model is on its way", () => {
    app.configure({ hiddenSize: 96 });
    vi.runAllTimers();
    app.configure({ forcing: 0.5 });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: config({ hiddenSize: 96 }) }));
    expect(useApp.getState().config).toEqual(config({ hiddenSize: 96, forcing: 0.5 }));
  });

  it("follows the run that undo brings back, and does not send it again", () => {
    app.configure({ hiddenSize: 96 });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: config({ hiddenSize: 96 }), canUndo: true }));
    sent = [];
    app.undo();
    receive(readyWith({ runId: 1, canUndo: true }));
    vi.runAllTimers();
    expect(useApp.getState().config).toEqual(DEFAULT_CONFIG);
    expect(sentTypes()).toEqual(["undo"]);
    expect(useApp.getState().run.replaced?.config.hiddenSize).toBe(96);
  });

  it.each([
    ["during undo", app.undo, false],
    ["during undo, sent before the answer", app.undo, true],
    ["while a file is being opened", open, false],
    ["while a file is being opened, sent before the answer", open, true],
  ])("keeps a live change made %s, and no other setting", (_name, ask, isSent) => {
    const restored = config({ hiddenSize: 96, learningRate: 0.02, clipNorm: 2 });
    ask();
    app.configure({ forcing: 0.5 });
    if (isSent) vi.runAllTimers();
    receive(readyWith({ runId: 2, config: restored }));
    vi.runAllTimers();
    expect(useApp.getState().config).toEqual({ ...restored, forcing: 0.5 });
    expect(sent.at(-1)).toEqual({ type: "adjust", config: { ...restored, forcing: 0.5 } });
  });

  it("follows the run although a change was taken back during undo", () => {
    const restored = config({ learningRate: 0.02 });
    app.undo();
    app.configure({ learningRate: 0.01 });
    vi.runAllTimers();
    app.configure({ learningRate: DEFAULT_CONFIG.learningRate });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: restored }));
    vi.runAllTimers();
    // The worker has been told the page's own rate: it must hear the run's again.
    expect(useApp.getState().config).toEqual(restored);
    expect(sent.at(-1)).toEqual({ type: "adjust", config: restored });
  });

  it("asks for a fresh model where the change made during undo needs one", () => {
    app.undo();
    app.configure({ hiddenSize: 32 });
    receive(readyWith({ runId: 2, config: config({ attention: "dot" }) }));
    vi.runAllTimers();
    const wanted = config({ attention: "dot", hiddenSize: 32 });
    expect(sent.at(-1)).toEqual({ type: "configure", config: wanted, weights: "baked" });
    expect(useApp.getState().config).toEqual(wanted);
  });

  it("drops the example when undo brings back another task", () => {
    app.configure({ task: "dates" });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: config({ task: "dates" }), canUndo: true }));
    app.nextExample();
    app.undo();
    receive(readyWith({ runId: 1 }));
    expect(useApp.getState().view.example).toEqual({ kind: "heldOut", index: 0 });
  });
});

describe("failures", () => {
  it("shows another task where a link names pairs that are not there", () => {
    app.initialise(config({ task: "pairs", seed: 3 }), {});
    app.connect((command) => sent.push(command));
    app.start();
    expect(sent[0]).toEqual({ type: "configure", config: config({ seed: 3 }), weights: "kept" });
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
    sent = [];
    own.restartWorker();
    expect(restart).toHaveBeenCalledWith(failure);
    expect(sent[0]).toEqual({
      type: "configure",
      config: config({ hiddenSize: 32 }),
      weights: "kept",
    });
    expect(useApp.getState().run).toMatchObject({ status: "starting", failure: null });
  });

  it("gives a new worker the user's pairs again", () => {
    own.inspectPairs("a\tb", DEFAULT_CORPUS_OPTIONS);
    receive({ type: "pairsInspected", requestId: 1, report: USABLE_REPORT });
    own.startOnPairs();
    receive(readyWith({ runId: 2, config: config({ task: "pairs" }) }));
    receive({ type: "failed", failure: { kind: "crash", detail: "" } });
    sent = [];
    own.restartWorker();
    expect(sentTypes()).toEqual(["inspectPairs", "usePairs", "decode"]);
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

function crashAndRestart(): void {
  receive({ type: "failed", failure: { kind: "crash", detail: "" } });
  sent = [];
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
    expect(sentTypes()).toEqual(["inspectPairs", "configure", "decode", "usePairs", "decode"]);
    expect(sent[3]).toMatchObject({ requestId: 1, config: { task: "pairs" } });
    receive(readyWith({ runId: 2, config: config({ task: "pairs" }) }));
    sent = [];
    app.configure({ hiddenSize: 96 }); // from now on the worker has them
    vi.runAllTimers();
    expect(sentTypes()).toEqual(["configure"]);
  });

  it("leaves the latest reading with the worker where others are in use", () => {
    usePairs("a\tb", 2);
    own.inspectPairs("c\td", DEFAULT_CORPUS_OPTIONS);
    expect(useApp.getState().pairs.reading).toBe(true);
    crashAndRestart();
    const asked = sent.flatMap((command) => ("requestId" in command ? [command.requestId] : []));
    expect(sentTypes().slice(1)).toEqual(["inspectPairs", "usePairs", "decode", "inspectPairs"]);
    expect(asked).toEqual([2, 1, 1, 2]);
    receive({ type: "pairsInspected", requestId: 2, report: USABLE_REPORT });
    expect(useApp.getState().pairs.reading).toBe(false);
  });

  it("reads pairs again that were never used", () => {
    own.inspectPairs("a\tb", DEFAULT_CORPUS_OPTIONS);
    crashAndRestart();
    expect(sentTypes()).toEqual(["inspectPairs", "configure", "decode"]);
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
    expect(sent.find(({ type }) => type === "usePairs")).toMatchObject({ requestId: 1 });
  });
});

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
    expect(sent).toEqual([]);
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
    expect(sentTypes()).toEqual(["inspectPairs", "usePairs", "decode"]);
    expect(useApp.getState()).toMatchObject({ config: { task: "pairs" }, pairs: { open: false } });
  });
});

describe("what is on show", () => {
  it("ignores the rejection of a source that has been replaced since", () => {
    app.typeSource("a1");
    app.typeSource("ab");
    receive({
      type: "sourceRejected",
      text: "a1",
      problem: { kind: "unknownTokens", tokens: ["1"] },
    });
    expect(useApp.getState().run.sourceProblem).toBeNull();
    receive({ type: "sourceRejected", text: "ab", problem: { kind: "empty" } });
    expect(useApp.getState().run.sourceProblem).toEqual({ kind: "empty" });
    app.typeSource("abc");
    expect(useApp.getState().run.sourceProblem).toBeNull();
  });

  it("walks round the held-out examples", () => {
    const seen = [1, 2, 3, 4].map(() => {
      app.nextExample();
      const { example } = useApp.getState().view;
      return example.kind === "heldOut" ? example.index : null;
    });
    expect(seen).toEqual([1, 2, 0, 1]);
  });

  it("shows a shipped trace only while there is no other", () => {
    const [shipped, other] = [makeTrace(), makeTrace({ seed: 2 })];
    app.showBakedTrace(shipped, { kind: "heldOut", index: 0 });
    app.showBakedTrace(other, { kind: "heldOut", index: 1 });
    expect(useApp.getState().run.trace).toBe(shipped);
  });

  it("selects no step that the trace does not have", () => {
    app.showBakedTrace(makeTrace(), { kind: "heldOut", index: 0 });
    const steps = useApp.getState().run.trace?.steps.length ?? 0;
    app.select(99, 1);
    expect(useApp.getState().view).toMatchObject({ step: steps - 1, column: 1 });
    app.select(-1);
    expect(useApp.getState().view).toMatchObject({ step: 0, column: null });
  });
});

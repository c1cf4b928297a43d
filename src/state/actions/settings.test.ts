/** The page sends settings to the worker, and its own settings follow the run that is ready. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { withTask } from "../../engine/tasks/difficulty";
import { makeTrace } from "../../vis/testing/traces";
import { otherRun, readyWith } from "../testing/events";
import { asked, configWith as config, openPage, page, lane, receive } from "../testing/openedPage";
import { LAST_STEP } from "../slices/view";
import { useApp } from "../store";
import { LANE } from "../slices/lane";
import { noteLinkedTraining, useLinkedTraining } from "../slices/linkedTraining";
import { openModel } from "./modelFiles";
import { receive as take } from "./receiveMessage";
import { configure, resetSettings } from "./settings";
import { train, undo } from "./training";
import { choose, typeSource, nextExample } from "./showing";
import { setLanguage } from "./viewing";

function open(): void {
  openModel(new File([], "a.safetensors"));
}

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("configure", () => {
  it("shows a change at once and sends it after a moment without changes", () => {
    for (const hiddenSize of [72, 80, 88, 96]) {
      configure({ hiddenSize });
      vi.advanceTimersByTime(30);
    }
    expect(lane().config.hiddenSize).toBe(96);
    expect(page.sent).toEqual([]);
    vi.runAllTimers();
    expect(page.sent).toEqual([
      {
        type: "configure",
        config: config({ hiddenSize: 96 }),
        weights: "baked",
        show: INITIAL_SHOW,
      },
    ]);
  });

  it("drops what the link says of its sender's weights once the settings are those of another model", () => {
    noteLinkedTraining(2000);
    configure({ learningRate: 0.001 });
    expect(useLinkedTraining.getState().trained).toBe(2000);
    configure({ task: "sort" });
    expect(useLinkedTraining.getState().trained).toBeNull();
  });

  it("adjusts the run where the change needs no fresh model", () => {
    configure({ learningRate: 0.001 });
    configure({ forcing: 0.5 });
    vi.runAllTimers();
    expect(page.sent).toEqual([
      { type: "adjust", config: config({ learningRate: 0.001, forcing: 0.5 }) },
    ]);
  });

  it("asks for the shipped model of its own that a setting of the training has, such as P(feed truth)", () => {
    receive(readyWith({ runId: 2, weights: "baked" }));
    page.sent = [];
    configure({ forcing: 0 });
    vi.runAllTimers();
    expect(page.sent).toMatchObject([
      { type: "configure", config: config({ forcing: 0 }), weights: "baked" },
    ]);
  });

  it("adjusts a shipped model where none was trained with settings closer to these", () => {
    receive(readyWith({ runId: 2, weights: "baked" }));
    page.sent = [];
    configure({ forcing: 0.5 });
    vi.runAllTimers();
    expect(page.sent).toEqual([{ type: "adjust", config: config({ forcing: 0.5 }) }]);
  });

  it("never leaves a run of one's own for a shipped model", () => {
    receive(readyWith({ runId: 2, weights: "fresh" }));
    page.sent = [];
    configure({ forcing: 0 });
    vi.runAllTimers();
    expect(page.sent).toEqual([{ type: "adjust", config: config({ forcing: 0 }) }]);
  });

  it("sends nothing where the student reverts a change before it is sent", () => {
    configure({ hiddenSize: 96 });
    configure({ hiddenSize: DEFAULT_CONFIG.hiddenSize });
    vi.runAllTimers();
    expect(page.sent).toEqual([]);
  });

  it("resets the choice of tokens in the request for a new model", () => {
    choose({ method: "beam", beamWidth: 4 });
    configure({ hiddenSize: 96 });
    vi.runAllTimers();
    page.sent = [];
    resetSettings();
    expect(useApp.getState().view.show).toEqual(INITIAL_SHOW);
    vi.runAllTimers();
    expect(page.sent).toEqual([
      { type: "configure", config: DEFAULT_CONFIG, weights: "baked", show: INITIAL_SHOW },
    ]);
  });

  it("resets the choice of tokens by a new decode if the model stays", () => {
    choose({ method: "sampling", temperature: 2 });
    page.sent = [];
    resetSettings();
    vi.runAllTimers();
    expect(page.sent).toEqual([{ type: "show", show: INITIAL_SHOW, runId: 1 }]);
  });

  it("sends a waiting change before the next command", () => {
    configure({ attention: "dot" });
    train();
    expect(page.sentTypes()).toEqual(["configure", "train"]);
  });

  it("puts the first example on the stage when the task changes", () => {
    typeSource("abc");
    page.sent = [];
    configure({ task: "dates" });
    expect(useApp.getState().view).toMatchObject({
      show: INITIAL_SHOW,
      step: LAST_STEP,
      column: null,
    });
    vi.runAllTimers();
    expect(page.sentTypes()).toEqual(["configure"]);
  });

  it("puts the first example on the stage where the student leaves the task and returns at once", () => {
    nextExample();
    page.sent = [];
    configure({ task: "copy" });
    configure({ task: "reverse" });
    vi.runAllTimers();
    expect(page.sent).toEqual([{ type: "show", show: INITIAL_SHOW, runId: 1 }]);
  });

  it("starts the dates with a Korean example on a Korean page", () => {
    setLanguage("ko");
    configure({ task: "dates" });
    vi.runAllTimers();
    const example = { kind: "heldOut", index: 3 };
    expect(useApp.getState().view.show.example).toEqual(example);
    expect(page.sent).toMatchObject([{ type: "configure", show: { example } }]);
  });
});

describe("the page's settings", () => {
  it("follow the run that undo brings back, and are not sent again", () => {
    configure({ hiddenSize: 96 });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: config({ hiddenSize: 96 }), undo: otherRun() }));
    page.sent = [];
    undo();
    receive(readyWith({ runId: 1, redo: otherRun({ runId: 2 }) }));
    vi.runAllTimers();
    expect(lane().config).toEqual(DEFAULT_CONFIG);
    expect(page.sentTypes()).toEqual(["undo"]);
  });

  it.each([
    ["undo", undo, "undo"],
    ["an opened file", open, "openModel"],
  ] as const)("follow the run of %s before its decode is done", (_name, ask, type) => {
    ask();
    const event = readyWith({ runId: 2, config: config({ hiddenSize: 96 }) });
    take({ lane: LANE, event: { ...event, requestId: asked(type) } });
    vi.runAllTimers();
    train();
    expect(page.sentTypes()).toEqual([type, "train"]);
    expect(lane().config.hiddenSize).toBe(96);
  });

  it("keep a change during undo, and the page sends it before undo is done", () => {
    undo();
    configure({ forcing: 0.5 });
    const restored = { ...withTask(DEFAULT_CONFIG, "dates"), learningRate: 0.02 };
    const event = { ...readyWith({ runId: 2, config: restored }), isShown: false };
    take({ lane: LANE, event: { ...event, requestId: asked("undo") } });
    expect(page.sentTypes()).toEqual(["undo", "adjust", "show"]);
    expect(page.sent[1]).toEqual({ type: "adjust", config: { ...restored, forcing: 0.5 } });
  });

  it.each([
    ["during undo", undo, false],
    ["during undo, sent before the answer", undo, true],
    ["while a file is being opened", open, false],
    ["while a file is being opened, sent before the answer", open, true],
  ])("keep a live change made %s, and no other setting", (_name, ask, isSent) => {
    const restored = config({ hiddenSize: 96, learningRate: 0.02, clipNorm: 2 });
    ask();
    configure({ forcing: 0.5 });
    if (isSent) vi.runAllTimers();
    receive(readyWith({ runId: 2, config: restored }));
    vi.runAllTimers();
    expect(lane().config).toEqual({ ...restored, forcing: 0.5 });
    expect(page.sent.at(-1)).toEqual({ type: "adjust", config: { ...restored, forcing: 0.5 } });
  });

  it("follow the run although the student reverted a change during undo", () => {
    const restored = config({ learningRate: 0.02 });
    undo();
    configure({ learningRate: 0.01 });
    vi.runAllTimers();
    configure({ learningRate: DEFAULT_CONFIG.learningRate });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: restored }));
    vi.runAllTimers();
    // The worker got the page's rate, so the page must send the run's rate again.
    expect(lane().config).toEqual(restored);
    expect(page.sent.at(-1)).toEqual({ type: "adjust", config: restored });
  });

  it("need a fresh model where a change during undo does", () => {
    undo();
    configure({ hiddenSize: 32 });
    receive(readyWith({ runId: 2, config: config({ attention: "dot" }) }));
    vi.runAllTimers();
    const wanted = config({ attention: "dot", hiddenSize: 32 });
    expect(page.sent.at(-1)).toMatchObject({
      type: "configure",
      config: wanted,
      weights: "baked",
    });
    expect(lane().config).toEqual(wanted);
  });

  it("return to the run where the worker cannot build the model, and the typed source stays", () => {
    receive({ type: "trace", runId: 1, requestId: 1, trace: makeTrace() });
    configure({ task: "pairs" });
    vi.runAllTimers();
    typeSource("abc");
    receive({ type: "failed", failure: { kind: "pairsMissing" } });
    expect(lane().config.task).toBe("reverse");
    expect(useApp.getState().view.show.example).toEqual({ kind: "typed", text: "abc" });
  });

  it("keep an unsent change when the worker runs out of memory", () => {
    configure({ hiddenSize: 32 });
    receive({ type: "failed", failure: { kind: "outOfMemory", detail: "" } });
    expect(lane().config.hiddenSize).toBe(32);
  });

  it("fit the difficulty that the restored task offers", () => {
    undo();
    configure({ symbols: 5 });
    const dates = withTask(DEFAULT_CONFIG, "dates");
    receive(readyWith({ runId: 2, config: dates }));
    vi.runAllTimers();
    expect(lane().config).toEqual(dates);
  });

  it("start with the first example when undo brings back another task", () => {
    configure({ task: "dates" });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: config({ task: "dates" }), undo: otherRun() }));
    nextExample();
    undo();
    receive(readyWith({ runId: 1 }));
    expect(useApp.getState().view.show.example).toEqual({ kind: "heldOut", index: 0 });
  });

  it("do not follow a ready model while a later request for a model is outstanding", () => {
    configure({ hiddenSize: 96 });
    vi.runAllTimers();
    configure({ hiddenSize: 128 });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: config({ hiddenSize: 96 }) }));
    expect(lane().config.hiddenSize).toBe(128);
    receive(readyWith({ runId: 3, config: config({ hiddenSize: 128 }) }));
    expect(lane().config).toEqual(config({ hiddenSize: 128 }));
    expect(useApp.getState().requests).toEqual([]);
  });

  it("keep a live change made while a fresh model is outstanding", () => {
    configure({ hiddenSize: 96 });
    vi.runAllTimers();
    configure({ forcing: 0.5 });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: config({ hiddenSize: 96 }) }));
    expect(lane().config).toEqual(config({ hiddenSize: 96, forcing: 0.5 }));
  });
});

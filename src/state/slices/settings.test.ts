/** Settings on their way to the worker, and how the page's follow the run that comes back. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import * as app from "../store";
import { readyWith } from "../testing/events";
import { configWith as config, openPage, page } from "../testing/openedPage";
import { LAST_STEP } from "./view";

const { useApp, receive } = app;

function open(): void {
  app.openModel(new File([], "a.safetensors"));
}

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("settings", () => {
  it("shows a change at once and sends it once it has settled", () => {
    for (const hiddenSize of [72, 80, 88, 96]) {
      app.configure({ hiddenSize });
      vi.advanceTimersByTime(30);
    }
    expect(useApp.getState().config.hiddenSize).toBe(96);
    expect(page.sent).toEqual([]);
    vi.runAllTimers();
    expect(page.sent).toEqual([
      { type: "configure", config: config({ hiddenSize: 96 }), weights: "baked" },
    ]);
  });

  it("adjusts the run where no fresh model is needed", () => {
    app.configure({ learningRate: 0.001 });
    app.configure({ forcing: 0.5 });
    vi.runAllTimers();
    expect(page.sent).toEqual([
      { type: "adjust", config: config({ learningRate: 0.001, forcing: 0.5 }) },
    ]);
  });

  it("sends nothing where a change was taken back before it left", () => {
    app.configure({ hiddenSize: 96 });
    app.configure({ hiddenSize: DEFAULT_CONFIG.hiddenSize });
    vi.runAllTimers();
    expect(page.sent).toEqual([]);
  });

  it("lets a waiting change go before the next command", () => {
    app.configure({ attention: "dot" });
    app.train();
    expect(page.sentTypes()).toEqual(["configure", "train"]);
  });

  it("puts the first example on the stage when the task changes", () => {
    app.typeSource("abc");
    page.sent = [];
    app.configure({ task: "dates" });
    expect(useApp.getState().view).toMatchObject({
      example: { kind: "heldOut", index: 0 },
      step: LAST_STEP,
      column: null,
    });
    vi.runAllTimers();
    expect(page.sentTypes()).toEqual(["configure", "decode"]);
  });

  it("begins the dates with a Korean one where the page is Korean", () => {
    app.setLanguage("ko");
    app.configure({ task: "dates" });
    vi.runAllTimers();
    const example = { kind: "heldOut", index: 3 };
    expect(useApp.getState().view.example).toEqual(example);
    expect(page.sent.at(-1)).toMatchObject({ type: "decode", example });
  });
});

describe("settings follow the run", () => {
  it("follows the run that undo brings back, and does not send it again", () => {
    app.configure({ hiddenSize: 96 });
    vi.runAllTimers();
    receive(readyWith({ runId: 2, config: config({ hiddenSize: 96 }), canUndo: true }));
    page.sent = [];
    app.undo();
    receive(readyWith({ runId: 1, canUndo: true }));
    vi.runAllTimers();
    expect(useApp.getState().config).toEqual(DEFAULT_CONFIG);
    expect(page.sentTypes()).toEqual(["undo"]);
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
    expect(page.sent.at(-1)).toEqual({ type: "adjust", config: { ...restored, forcing: 0.5 } });
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
    expect(page.sent.at(-1)).toEqual({ type: "adjust", config: restored });
  });

  it("asks for a fresh model where the change made during undo needs one", () => {
    app.undo();
    app.configure({ hiddenSize: 32 });
    receive(readyWith({ runId: 2, config: config({ attention: "dot" }) }));
    vi.runAllTimers();
    const wanted = config({ attention: "dot", hiddenSize: 32 });
    expect(page.sent.at(-1)).toEqual({ type: "configure", config: wanted, weights: "baked" });
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
});

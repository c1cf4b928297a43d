/** The store: what it asks of a worker at the start, and what is on show. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../engine/setup/config";
import { makeTrace } from "../vis/testing/traces";
import * as app from "./store";
import { showBakedTrace } from "./effects/bakedTrace";
import { configWith as config, openPage, page } from "./testing/openedPage";

const { useApp, receive } = app;

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("start", () => {
  it("asks for the model and the example that the link names", () => {
    app.initialise(config({ seed: 7 }), {
      example: { kind: "typed", text: "abc" },
      teacherForcing: true,
    });
    app.connect((command) => page.sent.push(command));
    app.start();
    expect(page.sent).toEqual([
      { type: "configure", config: config({ seed: 7 }), weights: "kept" },
      { type: "decode", example: { kind: "typed", text: "abc" }, teacherForcing: true },
    ]);
  });

  it("sends nothing before a worker is connected, and loses nothing", () => {
    app.initialise(DEFAULT_CONFIG, {});
    app.configure({ hiddenSize: 32 });
    app.typeSource("abc");
    vi.runAllTimers();
    expect(page.sent).toEqual([]);
    app.connect((command) => page.sent.push(command));
    app.start();
    expect(page.sent).toEqual([
      { type: "configure", config: config({ hiddenSize: 32 }), weights: "kept" },
      { type: "decode", example: { kind: "typed", text: "abc" }, teacherForcing: false },
    ]);
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

  it("selects no step that the trace does not have", () => {
    app.initialise(DEFAULT_CONFIG, {});
    showBakedTrace({
      config: DEFAULT_CONFIG,
      example: { kind: "heldOut", index: 0 },
      trace: makeTrace(),
    });
    const steps = useApp.getState().run.trace?.steps.length ?? 0;
    app.select(99, 1);
    expect(useApp.getState().view).toMatchObject({ step: steps - 1, column: 1 });
    app.select(-1);
    expect(useApp.getState().view).toMatchObject({ step: 0, column: null });
  });
});

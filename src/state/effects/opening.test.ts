/** What the page shows before its worker has told of a model, and what it begins with. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BakedEntry } from "../../engine/files/baked";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Trace } from "../../engine/results/trace";
import { makeTrace } from "../../vis/testing/traces";
import * as app from "../store";
import { type BakedTrace, showBakedHistory, showBakedTrace } from "./bakedTrace";
import { readyWith } from "../testing/events";
import { configWith, openPage, page } from "../testing/openedPage";

const { useApp, receive } = app;

const BAKED: BakedEntry = {
  name: "reverse-additive",
  config: DEFAULT_CONFIG,
  steps: 3,
  files: { weights: { file: "w", bytes: 1, sha256: "" }, traces: [] },
  losses: [3, 2, 1],
  evaluations: [],
};

function bakedTrace(trace: Trace): BakedTrace {
  return { config: DEFAULT_CONFIG, example: { kind: "heldOut", index: 0 }, trace };
}

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("a page that opens", () => {
  it("shows a shipped trace only while there is no other", () => {
    const [shipped, other] = [makeTrace(), makeTrace({ seed: 2 })];
    app.initialise(DEFAULT_CONFIG, {});
    showBakedTrace(bakedTrace(shipped));
    showBakedTrace(bakedTrace(other));
    expect(useApp.getState().run.trace).toBe(shipped);
  });

  it("shows no shipped trace that comes after the worker has told of a model", () => {
    showBakedTrace(bakedTrace(makeTrace())); // it has
    expect(useApp.getState().run.trace).toBeNull();
  });

  it("shows nothing of a shipped model once another has been chosen", () => {
    app.initialise(DEFAULT_CONFIG, {});
    app.configure({ task: "dates" });
    showBakedTrace(bakedTrace(makeTrace()));
    showBakedHistory(BAKED);
    expect(useApp.getState().run).toMatchObject({ trace: null, step: 0 });
    app.configure({ task: "reverse" });
    showBakedHistory(BAKED);
    expect(useApp.getState().run.step).toBe(BAKED.steps);
  });

  it("keeps the worker's figures where a shipped history comes after them", () => {
    showBakedHistory(BAKED);
    expect(useApp.getState().run.step).toBe(0);
  });

  it("begins with the example that is written in the page's language", () => {
    const dates = configWith({ task: "dates" });
    const shown = (view: Parameters<typeof app.initialise>[1]): unknown => {
      app.initialise(dates, view);
      return useApp.getState().view.example;
    };
    expect(shown({ language: "ko" })).toEqual({ kind: "heldOut", index: 3 });
    expect(shown({ language: "en" })).toEqual({ kind: "heldOut", index: 0 });
    const linked = { kind: "heldOut", index: 0 } as const;
    expect(shown({ language: "ko", example: linked })).toEqual(linked);
  });

  it("begins with it again where undo goes back to such a task", () => {
    app.setLanguage("ko");
    page.sent = [];
    receive(readyWith({ runId: 2, config: configWith({ task: "dates" }) }));
    const example = { kind: "heldOut", index: 3 };
    expect(useApp.getState().view.example).toEqual(example);
    expect(page.sent).toContainEqual({ type: "decode", example, teacherForcing: false });
  });
});

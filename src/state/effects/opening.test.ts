/** The opening page: the stage before the first run is ready, and the first example. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BakedEntry } from "../../engine/files/baked";
import { INITIAL_SHOW } from "../../engine/show";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Trace } from "../../engine/results/trace";
import { makeTrace } from "../../vis/testing/traces";
import { type BakedTrace, showBakedHistory, showBakedTrace } from "./bakedTrace";
import { readyWith } from "../testing/events";
import { configWith, openPage, page, lane, receive } from "../testing/openedPage";
import { useApp } from "../store";
import { initialise } from "../actions/initialise";
import { configure } from "../actions/settings";
import { setLanguage } from "../actions/viewing";

const BAKED: BakedEntry = {
  name: "reverse-additive",
  config: DEFAULT_CONFIG,
  steps: 3,
  files: { weights: { file: "w", bytes: 1, sha256: "" }, traces: [], film: null },
  losses: [3, 2, 1],
  evaluations: [],
};

function bakedTrace(trace: Trace): BakedTrace {
  return { config: DEFAULT_CONFIG, trace };
}

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("an opening page", () => {
  it("shows a shipped trace only while the stage is empty", () => {
    const [shipped, other] = [makeTrace(), makeTrace({ seed: 2 })];
    initialise(DEFAULT_CONFIG, {});
    showBakedTrace(bakedTrace(shipped));
    showBakedTrace(bakedTrace(other));
    expect(lane().run.trace).toBe(shipped);
  });

  it("shows no shipped trace that loads after a run is ready", () => {
    showBakedTrace(bakedTrace(makeTrace())); // openPage made a run ready
    expect(lane().run.trace).toBeNull();
  });

  it("shows nothing of a shipped model after the student chooses another", () => {
    initialise(DEFAULT_CONFIG, {});
    configure({ task: "dates" });
    showBakedTrace(bakedTrace(makeTrace()));
    showBakedHistory(BAKED);
    expect(lane().run).toMatchObject({ trace: null, step: 0 });
    configure({ task: "reverse" });
    showBakedHistory(BAKED);
    expect(lane().run.step).toBe(BAKED.steps);
  });

  it("keeps the run's history where the shipped one loads later", () => {
    showBakedHistory(BAKED);
    expect(lane().run.step).toBe(0);
  });

  it("starts with the example in the page's language", () => {
    const dates = configWith({ task: "dates" });
    const shown = (view: Parameters<typeof initialise>[1]): unknown => {
      initialise(dates, view);
      return useApp.getState().view.show.example;
    };
    expect(shown({ language: "ko" })).toEqual({ kind: "heldOut", index: 3 });
    expect(shown({ language: "en" })).toEqual({ kind: "heldOut", index: 0 });
    const linked = { kind: "heldOut", index: 0 } as const;
    expect(shown({ language: "ko", show: { example: linked } })).toEqual(linked);
  });

  it("starts with that example again after undo brings back its task", () => {
    setLanguage("ko");
    page.sent = [];
    receive(readyWith({ runId: 2, config: configWith({ task: "dates" }) }));
    const example = { kind: "heldOut", index: 3 };
    expect(useApp.getState().view.show.example).toEqual(example);
    expect(page.sent).toEqual([{ type: "show", show: { ...INITIAL_SHOW, example }, runId: 2 }]);
  });
});

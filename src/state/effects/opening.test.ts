/** What the page shows before its worker has told of a model, and what it begins with. */
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
import { initialise } from "../actions/startup";
import { configure } from "../actions/settings";
import { setLanguage } from "../actions/viewing";

const BAKED: BakedEntry = {
  name: "reverse-additive",
  config: DEFAULT_CONFIG,
  steps: 3,
  files: { weights: { file: "w", bytes: 1, sha256: "" }, traces: [] },
  losses: [3, 2, 1],
  evaluations: [],
};

function bakedTrace(trace: Trace): BakedTrace {
  return { config: DEFAULT_CONFIG, trace };
}

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("a page that opens", () => {
  it("shows a shipped trace only while there is no other", () => {
    const [shipped, other] = [makeTrace(), makeTrace({ seed: 2 })];
    initialise(DEFAULT_CONFIG, {});
    showBakedTrace(bakedTrace(shipped));
    showBakedTrace(bakedTrace(other));
    expect(lane().run.trace).toBe(shipped);
  });

  it("shows no shipped trace that comes after the worker has told of a model", () => {
    showBakedTrace(bakedTrace(makeTrace())); // it has
    expect(lane().run.trace).toBeNull();
  });

  it("shows nothing of a shipped model once another has been chosen", () => {
    initialise(DEFAULT_CONFIG, {});
    configure({ task: "dates" });
    showBakedTrace(bakedTrace(makeTrace()));
    showBakedHistory(BAKED);
    expect(lane().run).toMatchObject({ trace: null, step: 0 });
    configure({ task: "reverse" });
    showBakedHistory(BAKED);
    expect(lane().run.step).toBe(BAKED.steps);
  });

  it("keeps the worker's figures where a shipped history comes after them", () => {
    showBakedHistory(BAKED);
    expect(lane().run.step).toBe(0);
  });

  it("begins with the example that is written in the page's language", () => {
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

  it("begins with it again where undo goes back to such a task", () => {
    setLanguage("ko");
    page.sent = [];
    receive(readyWith({ runId: 2, config: configWith({ task: "dates" }) }));
    const example = { kind: "heldOut", index: 3 };
    expect(useApp.getState().view.show.example).toEqual(example);
    expect(page.sent).toEqual([{ type: "show", show: { ...INITIAL_SHOW, example }, runId: 2 }]);
  });
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { syncUrl } from "./writtenLink";
import { configure } from "../actions/settings";
import { initialise } from "../actions/initialise";
import { connect, start } from "../actions/startup";
import { openSection, select, setTheme, showOperation } from "../actions/viewing";
import { typeSource } from "../actions/showing";
import { dismissLinkedTraining, noteLinkedTraining } from "../slices/linkedTraining";
import { setView, useApp } from "../store";
import { makeTrace } from "../../vis/testing/traces";
import { progressOf, readyWith } from "../testing/events";
import { receive } from "../testing/openedPage";

/** The worker answers with a decode of so many steps. */
function answerOf(length: number): void {
  const trace = makeTrace();
  const steps = Array.from({ length }, () => trace.steps[0] as (typeof trace.steps)[0]);
  receive({
    type: "trace",
    runId: 1,
    requestId: useApp.getState().lastRequest,
    trace: { ...trace, steps },
  });
  vi.runAllTimers();
}

let replaced: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  replaced = [];
  const location = { pathname: "/lab/", search: "?backend=wasm&utm=1", hash: "#stage" };
  vi.stubGlobal("location", location);
  vi.stubGlobal("navigator", { language: "en-GB" });
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal("history", {
    state: null,
    replaceState: (_: unknown, __: string, url: string) => {
      replaced.push(url);
      location.search = new URL(url, "http://x").search;
    },
  });
  initialise(DEFAULT_CONFIG, {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("writes many changes at once and keeps the backend", () => {
  const stop = syncUrl();
  for (const seed of [2, 3, 4]) configure({ seed });
  typeSource("abc");
  setTheme("dark");
  expect(replaced).toEqual([]);
  vi.runAllTimers();
  expect(replaced).toEqual(["/lab/?seed=4&mode=lab&source=abc&lang=en&backend=wasm#stage"]);
  configure({ seed: 1 });
  vi.runAllTimers();
  expect(replaced.at(-1)).toBe("/lab/?mode=lab&source=abc&lang=en&backend=wasm#stage");
  stop();
  configure({ seed: 5 });
  vi.runAllTimers();
  expect(replaced).toHaveLength(2);
});

it("writes when the view changes, and not when the page opens", () => {
  const stop = syncUrl();
  vi.runAllTimers();
  expect(replaced).toEqual([]);
  openSection("cells", true);
  openSection("preset", true);
  showOperation("output");
  vi.runAllTimers();
  openSection("cells", false);
  openSection("preset", false);
  showOperation("score");
  vi.runAllTimers();
  expect(replaced).toEqual([
    "/lab/?mode=lab&op=output&open=preset.cells&lang=en&backend=wasm#stage",
    "/lab/?mode=lab&lang=en&backend=wasm#stage",
  ]);
  stop();
});

it("does not change the link of an opening page when its first run and its decode are ready", () => {
  connect(() => undefined);
  start();
  const stop = syncUrl();
  receive(readyWith());
  answerOf(3);
  expect(replaced).toEqual([]);
  stop();
});

it("says how many updates made the weights on show, once training has stopped", () => {
  connect(() => undefined);
  start();
  const stop = syncUrl();
  receive(readyWith());
  receive({ type: "started", runId: 1 });
  receive(progressOf(1, 450));
  receive({ type: "stopped", runId: 1, reason: "paused" });
  vi.runAllTimers();
  expect(replaced).toEqual(["/lab/?mode=lab&lang=en&backend=wasm&trained=450#stage"]);
  stop();
});

it("keeps what its own link says of weights that the page lacks, until the student closes the notice", () => {
  noteLinkedTraining(450);
  const stop = syncUrl();
  select(0, 0);
  vi.runAllTimers();
  expect(replaced.at(-1)).toContain("trained=450");
  dismissLinkedTraining();
  select(0, 1);
  vi.runAllTimers();
  expect(replaced.at(-1)).not.toContain("trained");
  stop();
});

it("writes what changed before its script was loaded", () => {
  const opened = useApp.getState();
  select(1, 2);
  const stop = syncUrl(opened);
  vi.runAllTimers();
  expect(replaced.at(-1)).toContain("column=3");
  stop();
});

it("follows an answer of another length: a step has a number only before the last one", () => {
  connect(() => undefined);
  start();
  receive(readyWith());
  const stop = syncUrl();
  setView({ step: 4, column: 0 }); // as a link names it
  answerOf(3);
  expect(replaced.at(-1)).toContain("step=3&column=1");
  answerOf(9); // such as that of an edit of the link, whose script comes later
  expect(replaced.at(-1)).toContain("step=5&column=1");
  stop();
});

it("names the source on the stage, with its edits, while the box has one that was refused", () => {
  connect(() => undefined);
  start();
  receive(readyWith());
  const stop = syncUrl();
  const trace = makeTrace();
  const example = { kind: "typed", text: "abc" } as const;
  const edits = [{ kind: "say", step: 0, token: "b" }] as const;
  const requestId = useApp.getState().lastRequest;
  const shown = { ...trace, show: { ...trace.show, example, edits } };
  receive({ type: "trace", runId: 1, requestId, trace: shown });
  typeSource("ㄱ");
  receive({
    type: "sourceRejected",
    requestId: requestId + 1,
    text: "ㄱ",
    problem: { kind: "empty" },
  });
  vi.runAllTimers();
  expect(replaced.at(-1)).toContain("source=abc");
  expect(replaced.at(-1)).toContain("say=1.b");
  stop();
});

it("does not write an unchanged link", () => {
  const stop = syncUrl();
  select(0, 0);
  vi.runAllTimers();
  select(0, 0);
  vi.runAllTimers();
  expect(replaced).toHaveLength(1);
  stop();
});

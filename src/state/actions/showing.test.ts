/** The first requests to a worker, and the Show. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { makeTrace } from "../../vis/testing/traces";
import { showBakedTrace } from "../effects/bakedTrace";
import { configWith as config, openPage, page, lane, receive, asked } from "../testing/openedPage";
import { useApp } from "../store";
import { initialise } from "./initialise";
import { connect, start } from "./startup";
import { configure } from "./settings";
import { typeSource, nextExample } from "./showing";
import { select } from "./viewing";

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("start", () => {
  it("asks for the model and the example that the link names", () => {
    initialise(config({ seed: 7 }), {
      show: { example: { kind: "typed", text: "abc" }, feeding: "truth" },
    });
    connect(({ command }) => page.sent.push(command));
    start();
    expect(page.sent).toEqual([
      {
        type: "configure",
        config: config({ seed: 7 }),
        weights: "kept",
        show: { ...INITIAL_SHOW, example: { kind: "typed", text: "abc" }, feeding: "truth" },
      },
    ]);
  });

  it("sends nothing before a worker is connected, and everything after that", () => {
    initialise(DEFAULT_CONFIG, {});
    configure({ hiddenSize: 32 });
    typeSource("abc");
    vi.runAllTimers();
    expect(page.sent).toEqual([]);
    connect(({ command }) => page.sent.push(command));
    start();
    expect(page.sent).toEqual([
      {
        type: "configure",
        config: config({ hiddenSize: 32 }),
        weights: "kept",
        show: { ...INITIAL_SHOW, example: { kind: "typed", text: "abc" } },
      },
    ]);
  });
});

describe("the stage", () => {
  it("ignores the rejection of a source after the student has typed another", () => {
    typeSource("a1");
    const requestId = asked("show");
    typeSource("ab");
    receive({
      type: "sourceRejected",
      requestId,
      text: "a1",
      problem: { kind: "unknownTokens", tokens: ["1"] },
    });
    expect(lane().run.sourceProblem).toBeNull();
    const problem = { kind: "empty" } as const;
    receive({ type: "sourceRejected", requestId: asked("show"), text: "ab", problem });
    expect(lane().run.sourceProblem).toEqual({ kind: "empty" });
    typeSource("abc");
    expect(lane().run.sourceProblem).toBeNull();
  });

  it("returns to the first held-out example after the last", () => {
    const seen = [1, 2, 3, 4].map(() => {
      nextExample();
      const { example } = useApp.getState().view.show;
      return example.kind === "heldOut" ? example.index : null;
    });
    expect(seen).toEqual([1, 2, 0, 1]);
  });

  it("selects only steps that the trace has", () => {
    initialise(DEFAULT_CONFIG, {});
    showBakedTrace({ config: DEFAULT_CONFIG, trace: makeTrace() });
    const steps = lane().run.trace?.steps.length ?? 0;
    select(99, 1);
    expect(useApp.getState().view).toMatchObject({ step: steps - 1, column: 1 });
    select(-1);
    expect(useApp.getState().view).toMatchObject({ step: 0, column: null });
  });
});

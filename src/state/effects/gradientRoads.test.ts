/** The page asks for gradients only while the stage draws them, once for each trace and loss. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Edit } from "../../engine/edits/edit";
import type { RoadsAnswer } from "../../engine/results/roads";
import type { Trace } from "../../engine/results/trace";
import { answerFor } from "../../vis/testing/roads";
import { makeTrace } from "../../vis/testing/traces";
import { chooseLoss, draw, select } from "../actions/viewing";
import { progressOf, readyWith } from "../testing/events";
import { lane, openPage, page, receive } from "../testing/openedPage";
import { useApp } from "../store";
import { keepRoads } from "./gradientRoads";

const SMALL = { source: ["a", "b"], hiddenSize: 4, embeddingSize: 2 };

let stop = (): void => undefined;

const show = (trace: Trace = makeTrace(SMALL)): void => {
  const requestId = useApp.getState().lastRequest;
  receive({ type: "trace", runId: 1, requestId, trace });
};

/** The losses of the requests so far. */
const asked = (): unknown[] =>
  page.sent.flatMap((command) => (command.type === "roads" ? [command.of] : []));

/** The worker answers its latest request. */
function answer(found: RoadsAnswer = answerFor(makeTrace(SMALL))): void {
  const requestId = useApp.getState().lastRequest;
  receive({ type: "roads", runId: 1, requestId, answer: found });
  receive({ type: "done", requestId });
}

let clock = 0; // ms

beforeEach(() => {
  clock = 0;
  openPage();
  stop = keepRoads(() => clock);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe("requests for gradients", () => {
  it("wait until the stage draws gradients of the worker's model", () => {
    show();
    expect(asked()).toEqual([]);
    show(makeTrace({ ...SMALL, runId: null })); // a shipped trace
    draw("gradients");
    expect(asked()).toEqual([]);
    show();
    expect(asked()).toEqual([2]); // the last step is selected
  });

  it("are never of a Transformer", () => {
    const trace = makeTrace(SMALL);
    show({ ...trace, shape: { ...trace.shape, network: "transformer" } });
    draw("gradients");
    expect(asked()).toEqual([]);
  });

  it("come once for each trace, step and loss", () => {
    show();
    draw("gradients");
    select(0);
    select(0, 1);
    chooseLoss("all");
    select(2);
    expect(asked()).toEqual([2, 0, "all"]);
    show();
    expect(asked()).toEqual([2, 0, "all", "all"]);
    draw("values");
    show();
    expect(asked()).toHaveLength(4);
  });

  it("wait for the answer before while the model trains", () => {
    show();
    draw("gradients");
    answer();
    receive({ type: "started", runId: 1 });
    receive(progressOf(1, 2));
    show();
    show();
    show();
    expect(asked()).toHaveLength(2);
    answer();
    expect(asked()).toHaveLength(3);
  });

  it("leave nine tenths of the time to training, and come at once at its end", () => {
    show();
    draw("gradients");
    answer();
    receive({ type: "started", runId: 1 });
    show();
    clock = 2000;
    answer(); // two seconds of work
    show();
    clock = 2000 + 9 * 2000 - 1;
    show();
    expect(asked()).toHaveLength(2);
    clock += 1;
    show();
    expect(asked()).toHaveLength(3);
    answer();
    clock += 1;
    show();
    expect(asked()).toHaveLength(4);
    clock += 1000;
    answer();
    show();
    expect(asked()).toHaveLength(4);
    chooseLoss("all"); // the student's own choice does not wait
    expect(asked()).toHaveLength(5);
    clock += 1000;
    answer();
    show();
    expect(asked()).toHaveLength(5);
    receive({ type: "stopped", runId: 1, reason: "paused" });
    expect(asked()).toHaveLength(6);
  });
});

const withEdit = (edit: Edit): Trace => {
  const trace = makeTrace(SMALL);
  return { ...trace, show: { ...trace.show, edits: [edit] } };
};

describe("a decode with edits", () => {
  it("has gradients if the edits changed tokens, since these are inputs, and else none", () => {
    draw("gradients");
    show(withEdit({ kind: "hide", position: 0 }));
    show(withEdit({ kind: "emptyState", step: 1 }));
    expect(asked()).toEqual([]);
    show(withEdit({ kind: "feed", step: 1, token: "b" }));
    expect(asked()).toEqual([2]);
  });
});

describe("an answer with gradients", () => {
  it("reaches the run, unless a newer request or another run has replaced it", () => {
    show();
    draw("gradients");
    const requestId = useApp.getState().lastRequest;
    const late = answerFor(makeTrace(SMALL), 0);
    chooseLoss("all");
    receive({ type: "roads", runId: 1, requestId, answer: late });
    expect(lane().run.roads).toBeNull();
    answer();
    expect(lane().run.roads?.of).toBe("all");
    receive(readyWith({ runId: 2 }));
    receive({ type: "roads", runId: 1, requestId, answer: late });
    expect(lane().run.roads).toBeNull();
  });
});

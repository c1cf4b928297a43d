import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { makeTrace } from "../../vis/testing/traces";
import type { Event, Message } from "../../workers/protocol";
import { openLaneB } from "../actions/comparison";
import { receive as one, receiveTogether } from "../actions/receiveMessage";
import { initialise } from "../actions/initialise";
import { LANE } from "../slices/lane";
import { laneOf } from "../store";
import { evaluationOf, progressOf, readyWith } from "../testing/events";
import { joinTraining } from "./joinTraining";

/** The frame that the page waits for; null: it waits for none. */
let frame: { readonly within: number; readonly run: () => void } | null = null;
let receive: (event: Event) => void;

const trace: Event = { type: "trace", runId: 1, requestId: 0, trace: makeTrace({ runId: 1 }) };
const evaluation: Event = { type: "evaluation", runId: 1, evaluation: evaluationOf(50, 0.5) };

const started: Event = { type: "started", runId: 1 };

const inFrame = (within: number, run: () => void): (() => void) => {
  frame = { within, run };
  return () => (frame = null);
};

/** What the page shows of the run: its update, its last evaluation, and the run of the trace on the stage. */
function shown(): readonly unknown[] {
  const { step, evaluations, trace: onStage } = laneOf(LANE).run;
  return [step, evaluations.at(-1)?.step, onStage?.runId];
}

describe("what training changes on the page", () => {
  beforeEach(() => {
    frame = null;
    const join = joinTraining({ one, together: receiveTogether }, inFrame);
    receive = (event) => join({ lane: LANE, event });
    initialise(DEFAULT_CONFIG, {});
    receive(readyWith());
  });

  it("waits for the next trace, and is drawn in the frame before it", () => {
    receive(started);
    for (let step = 1; step <= 60; step++) receive(progressOf(step, step));
    receive(evaluation);
    expect(shown()).toEqual([0, undefined, undefined]);
    expect(frame?.within).toBe(500); // a trace may never come
    receive(trace);
    expect(shown()).toEqual([0, undefined, undefined]);
    expect(frame?.within).toBe(0);
    frame?.run();
    expect(shown()).toEqual([60, 50, undefined]);
    expect(laneOf(LANE).run.losses.count).toBe(60); // no loss is lost
    expect(frame?.within).toBe(0);
    frame?.run();
    expect(shown()).toEqual([60, 50, 1]);
    expect(frame).toBeNull();
  });

  it("that comes between both frames waits for the next trace", () => {
    receive(started);
    receive(progressOf(1, 1));
    receive(trace);
    frame?.run();
    receive(progressOf(2, 2));
    expect(frame?.within).toBe(0);
    frame?.run();
    expect(shown()).toEqual([1, undefined, 1]);
    expect(frame?.within).toBe(500);
  });

  it("is drawn without a trace after a while, and then waits again", () => {
    receive(started);
    receive(progressOf(1, 1));
    frame?.run();
    expect(shown()).toEqual([1, undefined, undefined]);
    receive(progressOf(2, 2));
    expect([shown()[0], frame?.within]).toEqual([1, 500]);
  });

  it("comes before the end of training, which is shown at once", () => {
    receive(started);
    receive(progressOf(1, 2));
    receive(trace);
    receive({ type: "stopped", runId: 1, reason: "paused" });
    expect(shown()).toEqual([2, undefined, 1]);
    expect(laneOf(LANE).run).toMatchObject({ status: "idle", stopReason: "paused" });
    expect(frame).toBeNull();
  });

  it("does not wait where nothing trains: a decode is shown at once", () => {
    receive(trace);
    expect(shown()).toEqual([0, undefined, 1]);
  });
});

describe("what the training of two lanes changes", () => {
  const LANES = ["a", "b"] as const;
  /** The lanes and the types of the messages of each frame. */
  let drawn: string[][] = [];
  let join: (message: Message) => void;

  const draw = (): string[] => {
    frame?.run();
    return drawn.splice(0).flat();
  };

  beforeEach(() => {
    [frame, drawn] = [null, []];
    const together = (messages: readonly Message[]): void => {
      drawn.push(messages.map(({ lane, event }) => `${lane} ${event.type}`));
      receiveTogether(messages);
    };
    join = joinTraining({ one, together }, inFrame);
    initialise(DEFAULT_CONFIG, {});
    openLaneB(DEFAULT_CONFIG, null);
    for (const lane of LANES) for (const event of [readyWith(), started]) join({ lane, event });
    drawn = [];
  });

  it("is joined lane by lane, and no loss is lost", () => {
    for (let step = 1; step <= 20; step++)
      for (const lane of LANES) join({ lane, event: progressOf(step, step) });
    expect(draw()).toEqual(["a progress", "b progress"]);
    for (const lane of LANES) expect(laneOf(lane).run.losses.count).toBe(20);
  });

  it("is drawn in one frame for both, and then a frame for each trace", () => {
    join({ lane: "a", event: progressOf(1, 1) });
    join({ lane: "a", event: trace });
    expect(frame?.within).toBeGreaterThan(0); // for the trace of lane B
    join({ lane: "b", event: progressOf(1, 1) });
    join({ lane: "b", event: trace });
    join({ lane: "a", event: progressOf(2, 2) });
    expect(frame?.within).toBe(0);
    expect([draw(), draw(), draw()]).toEqual([
      ["a progress", "b progress"],
      ["a trace"],
      ["b trace"],
    ]);
    expect(frame?.within).toBe(500); // the newer losses of lane A
  });

  it("waits for no trace of a lane that does not train", () => {
    join({ lane: "b", event: { type: "stopped", runId: 1, reason: "paused" } });
    join({ lane: "a", event: trace });
    expect(frame?.within).toBe(0);
  });

  it("does not wait for ever where only one lane sends traces", () => {
    join({ lane: "a", event: trace });
    const first = frame;
    join({ lane: "a", event: trace });
    expect(frame).toBe(first);
  });
});

/** The page takes events about the current run and answers to outstanding requests, and drops the others. */
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { makeTrace } from "../../vis/testing/traces";
import type { Command, Event } from "../../workers/protocol";
import { evaluationOf, progressOf, readyWith } from "../testing/events";
import { INITIAL_LANE, type Lane, reduceLane } from "./lane";
import { isStale } from "./staleEvents";
import { type Outstanding, type Requests, withRequest } from "./requests";

function after(...events: Event[]): Lane {
  return events.reduce((lane, event) => reduceLane(lane, [], event), INITIAL_LANE);
}

function request(id: number, command: Command): Outstanding {
  return { id, lane: "a", command, config: DEFAULT_CONFIG };
}

function asked(...commands: Command[]): Requests {
  return commands.reduce<Requests>((all, one, i) => withRequest(all, request(i + 1, one)), []);
}

const show: Command = { type: "show", show: INITIAL_SHOW, runId: 1 };
const showOther: Command = {
  type: "show",
  show: { ...INITIAL_SHOW, example: { kind: "heldOut", index: 1 } },
  runId: 1,
};
const trace = (requestId: number): Event => ({
  type: "trace",
  runId: 1,
  requestId,
  trace: makeTrace(),
});
const answer = (requestId: number): Event => ({
  type: "parameters",
  runId: 1,
  requestId,
  step: 0,
  values: new Float32Array(1),
});
const rejected = (requestId: number): Event => ({
  type: "sourceRejected",
  requestId,
  text: "",
  problem: { kind: "empty" },
});

describe("an event that the page drops", () => {
  it.each<Event>([
    { type: "started", runId: 1 },
    progressOf(1, 3, 1),
    { type: "evaluation", runId: 1, evaluation: evaluationOf(3, 1) },
    { type: "stopped", runId: 1, reason: "paused" },
    trace(1),
  ])("is a late $type of a replaced run", (event) => {
    expect(isStale(after(readyWith({ runId: 2 })), [], event)).toBe(true);
    expect(isStale(after(readyWith({ runId: 1 })), [], event)).toBe(false);
  });

  it("is any event of a run before the first run is ready", () => {
    expect(isStale(INITIAL_LANE, [], progressOf(1, 3))).toBe(true);
  });

  it("is any event but a failure after the worker has failed", () => {
    const crash: Event = { type: "failed", failure: { kind: "crash", detail: "" } };
    const lane = after(readyWith(), crash);
    expect(isStale(lane, [], readyWith({ runId: 2 }))).toBe(true);
    expect(isStale(lane, [], crash)).toBe(false);
  });

  it("is a trace of another example than the requested one", () => {
    const lane = after(readyWith());
    const requests = asked(show, showOther);
    expect(requests.map(({ id }) => id)).toEqual([2]); // only the latest counts
    expect(isStale(lane, requests, trace(1))).toBe(true);
    expect(isStale(lane, requests, trace(2))).toBe(false); // the worker rejected the source
    expect(isStale(lane, [], trace(1))).toBe(false);
  });

  it("is not a trace of the same example with another Show, while a slider moves", () => {
    expect(isStale(after(readyWith()), asked(show, show), trace(1))).toBe(false);
  });

  it("is the rejection of a source after the student has typed another", () => {
    const config = DEFAULT_CONFIG;
    const configure = { type: "configure", config, weights: "baked", show: INITIAL_SHOW } as const;
    const lane = after(readyWith());
    expect(isStale(lane, asked(configure), rejected(1))).toBe(false);
    expect(isStale(lane, asked(configure, showOther), rejected(1))).toBe(true);
  });

  it("is an answer with weights after the page has asked for others", () => {
    const lane = after(readyWith({ runId: 1 }));
    const read: Command = { type: "readParameters", weightsOf: "present" };
    expect(isStale(lane, asked(read, read), answer(1))).toBe(true);
    expect(isStale(lane, asked(read, read), answer(2))).toBe(false);
    expect(reduceLane(lane, [], answer(2)).run.parameters).toMatchObject({ step: 0 });
    expect(after(readyWith({ runId: 1 }), answer(1), readyWith({ runId: 2 })).run.parameters).toBe(
      null,
    );
  });

  it("is an answer to a superseded request", () => {
    const lane = after(readyWith());
    const requests = asked(show, show);
    expect(isStale(lane, requests, rejected(1))).toBe(true);
    expect(isStale(lane, requests, rejected(2))).toBe(false);
  });
});

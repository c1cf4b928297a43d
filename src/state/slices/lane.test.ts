/** A lane takes events about its run and answers to outstanding requests, and drops the others. */
import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { makeTrace } from "../../vis/testing/traces";
import type { Command, Event } from "../../workers/protocol";
import { evaluationOf, progressOf, readyWith } from "../testing/events";
import { INITIAL_LANE, isStale, type Lane, neededUpdate, reduceLane } from "./lane";
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
const rejected = (requestId: number): Event => ({
  type: "sourceRejected",
  requestId,
  text: "",
  problem: { kind: "empty" },
});

describe("an event that a lane drops", () => {
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

  it("is an answer to a superseded request", () => {
    const lane = after(readyWith());
    const requests = asked(show, show);
    expect(isStale(lane, requests, rejected(1))).toBe(true);
    expect(isStale(lane, requests, rejected(2))).toBe(false);
  });
});

/** A lane with a run of the default settings and with these settings in the controls. */
function laneWith(config: Config): Lane {
  return { ...after(readyWith()), config };
}

describe("the update that a worker needs", () => {
  const wide = { ...DEFAULT_CONFIG, hiddenSize: 96 };
  const slow = { ...DEFAULT_CONFIG, learningRate: 0.001 };

  it("depends on whether the change needs a fresh model", () => {
    expect(neededUpdate(laneWith(wide), [])).toBe("configure");
    expect(neededUpdate(laneWith(slow), [])).toBe("adjust");
    expect(neededUpdate(laneWith(DEFAULT_CONFIG), [])).toBeNull();
  });

  it("is null while its request is outstanding", () => {
    const adjust = asked({ type: "adjust", config: slow });
    expect(neededUpdate(laneWith(slow), adjust)).toBeNull();
    expect(neededUpdate(laneWith(DEFAULT_CONFIG), adjust)).toBe("adjust"); // the student reverted the change meanwhile
    const configure = asked({
      type: "configure",
      config: wide,
      weights: "baked",
      show: INITIAL_SHOW,
    });
    expect(neededUpdate(laneWith(wide), configure)).toBeNull();
  });

  it("is null without a worker", () => {
    expect(neededUpdate({ ...INITIAL_LANE, config: wide }, [])).toBeNull();
  });

  it("is part of the run after the worker has answered", () => {
    const requests = asked({ type: "adjust", config: slow });
    const done = reduceLane(laneWith(slow), requests, { type: "done", requestId: 1 });
    expect(done.run.info?.config).toEqual(slow);
    expect(neededUpdate(done, [])).toBeNull();
  });
});

/** A lane takes what is about its run and answers what is still asked, and drops the rest. */
import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { makeTrace } from "../../vis/testing/traces";
import type { Command, Event } from "../../workers/protocol";
import { evaluationOf, progressOf, readyWith } from "../testing/events";
import { INITIAL_LANE, isStale, type Lane, lag, reduceLane } from "./lane";
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

describe("what a lane drops", () => {
  it.each<Event>([
    { type: "started", runId: 1 },
    progressOf(1, 3, 1),
    { type: "evaluation", runId: 1, evaluation: evaluationOf(3, 1) },
    { type: "stopped", runId: 1, reason: "paused" },
    trace(1),
  ])("is a late $type of a run that was replaced", (event) => {
    expect(isStale(after(readyWith({ runId: 2 })), [], event)).toBe(true);
    expect(isStale(after(readyWith({ runId: 1 })), [], event)).toBe(false);
  });

  it("is anything of a run before any run is known", () => {
    expect(isStale(INITIAL_LANE, [], progressOf(1, 3))).toBe(true);
  });

  it("is anything but a failure once the worker is gone", () => {
    const crash: Event = { type: "failed", failure: { kind: "crash", detail: "" } };
    const lane = after(readyWith(), crash);
    expect(isStale(lane, [], readyWith({ runId: 2 }))).toBe(true);
    expect(isStale(lane, [], crash)).toBe(false);
  });

  it("is a trace of another example than the one that is asked for", () => {
    const lane = after(readyWith());
    const requests = asked(show, showOther);
    expect(requests.map(({ id }) => id)).toEqual([2]); // the latest alone counts
    expect(isStale(lane, requests, trace(1))).toBe(true);
    expect(isStale(lane, requests, trace(2))).toBe(false); // it was refused: what was shown goes on
    expect(isStale(lane, [], trace(1))).toBe(false);
  });

  it("is not a trace on the way of a slider, of the same example decoded otherwise", () => {
    expect(isStale(after(readyWith()), asked(show, show), trace(1))).toBe(false);
  });

  it("is a source that a new model cannot read, where another was typed since", () => {
    const config = DEFAULT_CONFIG;
    const configure = { type: "configure", config, weights: "baked", show: INITIAL_SHOW } as const;
    const lane = after(readyWith());
    expect(isStale(lane, asked(configure), rejected(1))).toBe(false);
    expect(isStale(lane, asked(configure, showOther), rejected(1))).toBe(true);
  });

  it("is an answer that is waited for no longer", () => {
    const lane = after(readyWith());
    const requests = asked(show, show);
    expect(isStale(lane, requests, rejected(1))).toBe(true);
    expect(isStale(lane, requests, rejected(2))).toBe(false);
  });
});

/** A lane with a run by the default settings, whose controls show these. */
function laneWith(config: Config): Lane {
  return { ...after(readyWith()), config };
}

describe("what a worker lacks", () => {
  const wide = { ...DEFAULT_CONFIG, hiddenSize: 96 };
  const slow = { ...DEFAULT_CONFIG, learningRate: 0.001 };

  it("is told apart by whether it needs a fresh model", () => {
    expect(lag(laneWith(wide), [])).toBe("configure");
    expect(lag(laneWith(slow), [])).toBe("adjust");
    expect(lag(laneWith(DEFAULT_CONFIG), [])).toBeNull();
  });

  it("is nothing while it has been asked for it", () => {
    const adjust = asked({ type: "adjust", config: slow });
    expect(lag(laneWith(slow), adjust)).toBeNull();
    expect(lag(laneWith(DEFAULT_CONFIG), adjust)).toBe("adjust"); // taken back meanwhile
    const configure = asked({
      type: "configure",
      config: wide,
      weights: "baked",
      show: INITIAL_SHOW,
    });
    expect(lag(laneWith(wide), configure)).toBeNull();
  });

  it("is nothing where there is no worker to have it", () => {
    expect(lag({ ...INITIAL_LANE, config: wide }, [])).toBeNull();
  });

  it("is applied to the run once it has been adjusted", () => {
    const requests = asked({ type: "adjust", config: slow });
    const done = reduceLane(laneWith(slow), requests, { type: "done", requestId: 1 });
    expect(done.run.info?.config).toEqual(slow);
    expect(lag(done, [])).toBeNull();
  });
});

/** The settings that a lane sends to its worker. */
import { describe, expect, it } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import type { Command, Event } from "../../workers/protocol";
import { readyWith } from "../testing/events";
import { INITIAL_LANE, type Lane, neededUpdate, reduceLane } from "./lane";
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

import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Command, StopReason } from "../../workers/protocol";
import { changeVisibility } from "./pauseWhenHidden";
import { readyWith } from "../testing/events";
import { setPausesHidden } from "../actions/viewing";
import { lane, receive } from "../testing/openedPage";
import { train, pause } from "../actions/training";
import { initialise, connect, start } from "../actions/startup";

let sent: Command["type"][] = [];

function startTraining(): void {
  train();
  receive({ type: "started", runId: 1 });
  sent = [];
}

function stop(reason: StopReason): void {
  receive({ type: "stopped", runId: 1, reason });
}

const away = () => lane().run.away;

beforeEach(() => {
  initialise(DEFAULT_CONFIG, {});
  connect(({ command }) => sent.push(command.type));
  start();
  receive(readyWith());
  setPausesHidden(true);
});

describe("a hidden tab", () => {
  it("changes nothing unless that was asked for", () => {
    setPausesHidden(false);
    startTraining();
    changeVisibility(true);
    changeVisibility(false);
    expect(sent).toEqual([]);
  });

  it("pauses training, and goes on when it is seen again", () => {
    startTraining();
    changeVisibility(true);
    stop("paused");
    expect([sent, away()]).toEqual([["pause"], "paused"]);
    changeVisibility(false);
    receive({ type: "started", runId: 1 });
    expect([sent, away()]).toEqual([["pause", "train"], "back"]);
    stop("cap");
    expect(away()).toBeNull();
  });

  it("goes on too where it was seen again before the pause was heard", () => {
    startTraining();
    changeVisibility(true);
    changeVisibility(false);
    expect(sent).toEqual(["pause", "train"]);
  });

  it("does not start what ended of its own accord, nor what the student paused", () => {
    startTraining();
    changeVisibility(true);
    stop("target");
    changeVisibility(false);
    expect([sent, away()]).toEqual([["pause"], null]);
    startTraining();
    pause();
    stop("paused");
    changeVisibility(true);
    changeVisibility(false);
    expect(sent).toEqual(["pause"]);
  });

  it("forgets that it paused a run that another has replaced", () => {
    startTraining();
    changeVisibility(true);
    stop("paused");
    receive(readyWith({ runId: 2 }));
    changeVisibility(false);
    expect(sent).toEqual(["pause"]);
  });
});

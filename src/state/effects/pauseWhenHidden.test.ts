import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Command, Event, StopReason } from "../../workers/protocol";
import { changeVisibility } from "./pauseWhenHidden";
import { readyWith } from "../testing/events";
import { setPausesHidden } from "../actions/viewing";
import { lane, receive } from "../testing/openedPage";
import { openComparison } from "../actions/comparison";
import { receive as receiveMessage } from "../actions/receiveMessage";
import { train, pause } from "../actions/training";
import { useApp } from "../store";
import { initialise } from "../actions/initialise";
import { connect, start } from "../actions/startup";

let sent: Command["type"][] = [];

function startTraining(): void {
  train();
  receive({ type: "started", runId: 1 });
  sent = [];
}

function stop(reason: StopReason): void {
  receive({ type: "stopped", runId: 1, reason });
}

const hiddenTab = () => lane().run.hiddenTab;

beforeEach(() => {
  initialise(DEFAULT_CONFIG, {});
  connect(({ command }) => sent.push(command.type));
  start();
  receive(readyWith());
  setPausesHidden(true);
});

describe("a hidden tab", () => {
  it("changes nothing unless the student has chosen the pause", () => {
    setPausesHidden(false);
    startTraining();
    changeVisibility(true);
    changeVisibility(false);
    expect(sent).toEqual([]);
  });

  it("pauses training, and resumes it when the tab is visible again", () => {
    startTraining();
    changeVisibility(true);
    stop("paused");
    expect([sent, hiddenTab()]).toEqual([["pause"], "paused"]);
    changeVisibility(false);
    receive({ type: "started", runId: 1 });
    expect([sent, hiddenTab()]).toEqual([["pause", "train"], "resumed"]);
    stop("cap");
    expect(hiddenTab()).toBeNull();
  });

  it("resumes training if the tab is visible again before the worker has paused", () => {
    startTraining();
    changeVisibility(true);
    changeVisibility(false);
    expect(sent).toEqual(["pause", "train"]);
  });

  it("does not resume training that had ended, or that the student had paused", () => {
    startTraining();
    changeVisibility(true);
    stop("target");
    changeVisibility(false);
    expect([sent, hiddenTab()]).toEqual([["pause"], null]);
    startTraining();
    pause();
    stop("paused");
    changeVisibility(true);
    changeVisibility(false);
    expect(sent).toEqual(["pause"]);
  });

  it("forgets its pause when another run becomes active", () => {
    startTraining();
    changeVisibility(true);
    stop("paused");
    receive(readyWith({ runId: 2 }));
    changeVisibility(false);
    expect(sent).toEqual(["pause"]);
  });
});

const b = () => useApp.getState().lanes.b?.run;

const receiveB = (event: Event): void => receiveMessage({ lane: "b", event });

describe("a hidden tab with two lanes", () => {
  beforeEach(() => {
    openComparison();
    receiveB(readyWith());
    receiveB({ type: "started", runId: 1 });
    sent = [];
  });

  it("pauses lane B where it trains alone, and resumes it", () => {
    changeVisibility(true);
    expect(sent).toEqual(["pause", "pause"]);
    expect([hiddenTab(), b()?.hiddenTab]).toEqual([null, "paused"]);
    receiveB({ type: "stopped", runId: 1, reason: "paused" });
    sent = [];
    changeVisibility(false);
    expect(sent).toContain("train");
    expect(b()?.hiddenTab).toBe("resumed");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Command, StopReason } from "../../workers/protocol";
import * as app from "../store";
import { changeVisibility, setPausesHidden } from "./pauseWhenHidden";
import { readyWith } from "../testing/events";

const { useApp, receive } = app;
let sent: Command["type"][] = [];

function startTraining(): void {
  app.train();
  receive({ type: "started", runId: 1 });
  sent = [];
}

function stop(reason: StopReason): void {
  receive({ type: "stopped", runId: 1, reason });
}

const away = () => useApp.getState().run.away;

beforeEach(() => {
  app.initialise(DEFAULT_CONFIG, {});
  app.connect(({ type }) => sent.push(type));
  app.start();
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
    app.pause();
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

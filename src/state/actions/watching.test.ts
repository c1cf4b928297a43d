/** How training is shown: the pace, and the rows during training. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { INITIAL_TRAINING_VIEW } from "../../engine/setup/trainingView";
import { readyWith } from "../testing/events";
import { answer, openPage, page, receive } from "../testing/openedPage";
import { useApp } from "../store";
import { setTeacherForcing } from "./showing";
import { restartWorker } from "./startup";
import { setPace } from "./watching";

const trainingView = () => useApp.getState().view.training;
const isTruthShown = (): boolean => useApp.getState().view.show.feeding === "truth";

beforeEach(openPage);
afterEach(() => void vi.useRealTimers());

describe("the view of training", () => {
  it("goes to the worker with each change", () => {
    setPace("slowly");
    expect(trainingView()).toEqual({ pace: "slowly", rows: "expected" });
    expect(page.sent).toEqual([
      { type: "watchTraining", view: { pace: "slowly", rows: "expected" } },
    ]);
  });

  it("goes to a new worker before it makes a model, unless it is the initial one", () => {
    restartWorker();
    expect(page.sentTypes()).toEqual(["configure"]);
    setPace(0.25);
    page.sent = [];
    restartWorker();
    expect(page.sentTypes()).toEqual(["watchTraining", "configure"]);
    expect(page.sent[0]).toMatchObject({ view: { pace: 0.25 } });
  });
});

describe("the switch for teacher forcing", () => {
  beforeEach(() => {
    receive(readyWith({ runId: 2 }));
    answer();
  });

  it("changes the Show while nothing trains", () => {
    setTeacherForcing(true);
    expect(page.sentTypes()).toEqual(["show"]);
    expect(isTruthShown()).toBe(true);
    expect(trainingView()).toEqual(INITIAL_TRAINING_VIEW);
  });

  it("chooses the rows during training, and leaves the student's own Show alone", () => {
    receive({ type: "started", runId: 2 });
    setTeacherForcing(false);
    expect(trainingView().rows).toBe("shown");
    setTeacherForcing(true);
    expect(trainingView().rows).toBe("expected");
    expect(page.sentTypes()).toEqual(["watchTraining", "watchTraining"]);
    expect(isTruthShown()).toBe(false);
  });

  it("also ends teacher forcing that the student had chosen before training", () => {
    setTeacherForcing(true);
    receive({ type: "started", runId: 2 });
    setTeacherForcing(false);
    expect(trainingView().rows).toBe("shown");
    expect(isTruthShown()).toBe(false);
  });
});

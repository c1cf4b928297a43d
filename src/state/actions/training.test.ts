import { beforeEach, expect, it } from "vitest";
import { changeVisibility } from "../effects/pauseWhenHidden";
import { setView, useApp } from "../store";
import { lossesOf, readyWith } from "../testing/events";
import { answer, openPage, page, receive } from "../testing/openedPage";
import { lookBack } from "./showing";
import { train, trainOneStep } from "./training";
import { setPausesHidden } from "./viewing";

const place = () => {
  const { playhead, show } = useApp.getState().view;
  return [playhead, show.weightsOf];
};

beforeEach(() => {
  openPage();
  receive(readyWith({ runId: 2, step: 12, losses: lossesOf(1, 12) }));
  answer();
  receive({ type: "snapshots", runId: 2, steps: [0, 4, 12] });
  lookBack({ step: 4 });
  page.sent = [];
});

it.each([
  ["train", train],
  ["trainOneStep", trainOneStep],
])("%s returns to the present and ends a walk before it changes the model", (type, act) => {
  const { example } = useApp.getState().view.show;
  setView({ walk: { stage: "again", follows: 0, example } });
  expect(place()).toEqual([4, { step: 4 }]);
  act();
  expect(useApp.getState().view.walk).toBeNull();
  expect(place()).toEqual([null, "present"]);
  expect(page.sentTypes()).toEqual(["show", type]);
});

it("training that goes on because the tab is visible again leaves the past on the stage", () => {
  setPausesHidden(true);
  receive({ type: "started", runId: 2 });
  changeVisibility(true);
  receive({ type: "stopped", runId: 2, reason: "paused" });
  changeVisibility(false);
  expect(place()).toEqual([4, { step: 4 }]);
  expect(page.sentTypes()).toEqual(["pause", "train"]);
});

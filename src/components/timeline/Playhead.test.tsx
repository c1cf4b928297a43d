import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW, type WeightsOf } from "../../engine/show";
import { setView, useApp } from "../../state/store";
import { evaluationOf, lossesOf, progressOf, readyWith } from "../../state/testing/events";
import { asked, receive } from "../../state/testing/openedPage";
import { makeTrace } from "../../vis/testing/traces";
import type { Command, Event } from "../../workers/protocol";
import { showPage } from "../testing/page";
import { MapNote } from "./MapNote";
import { Timeline } from "./Timeline";
import { TrainingTab } from "./TrainingTab";

function receiveAll(...events: Event[]): void {
  act(() => events.forEach(receive));
}

const trained = readyWith({
  step: 150,
  losses: lossesOf(1, 150),
  evaluations: [0, 50, 100, 150].map((step) => evaluationOf(step, step / 200)),
});
const snapshots = { type: "snapshots", runId: 1, steps: [0, 50, 100, 150] } as const;

/** The request that makes the worker decode the first example with these weights. */
function shownBy(weightsOf: WeightsOf): Command {
  return { type: "show", show: { ...INITIAL_SHOW, weightsOf }, runId: 1 };
}

const slider = () => screen.getByRole("slider", { name: "Timeline" });
const valueText = () => slider().getAttribute("aria-valuetext");
const press = (key: string, shiftKey = false) => fireEvent.keyDown(slider(), { key, shiftKey });
const moveTo = (value: number) => fireEvent.change(slider(), { target: { value: String(value) } });
const back = () => screen.getByRole("button", { name: "Back to now", hidden: true });
const isPast = () => back().getAttribute("aria-disabled") !== "true";

describe("the playhead", () => {
  it("is at the present until it is moved, and does nothing before the first update", async () => {
    const { commands } = await showPage(<Timeline />);
    receiveAll(readyWith());
    expect(slider().getAttribute("aria-disabled")).toBe("true");
    moveTo(0);
    press("ArrowLeft");
    expect([commands, isPast()]).toEqual([[], false]);
    receiveAll(trained, snapshots);
    await waitFor(() => expect(slider().getAttribute("aria-disabled")).toBe("false"));
    expect(valueText()).toBe("now, update 150");
  });

  it("shows the stage as it was and reads the values of that update", async () => {
    const { commands } = await showPage(<Timeline />);
    receiveAll(trained, snapshots);
    moveTo(100);
    expect(valueText()).toBe("update 100: loss 0.030, exact match 50.0%");
    await userEvent.click(back());
    expect(valueText()).toBe("now, update 150");
    expect(isPast()).toBe(false);
    expect(commands).toEqual([shownBy({ step: 100 }), shownBy("present")]);
  });

  it("shows the nearest earlier weights between two kept ones, says so, and decodes once for them", async () => {
    const { commands } = await showPage(<Timeline />);
    receiveAll(trained, snapshots);
    for (const update of [99, 75, 51]) moveTo(update);
    expect(valueText()).toBe("update 51: loss 0.059, exact match 25.0% (update 50)");
    expect(screen.getByText("Picture: update 50.").title).toMatch(/nearest earlier update/);
    expect(commands).toEqual([shownBy({ step: 50 })]);
  });

  it("goes by arrow keys to the kept weights, with Shift by single updates, and on to the present", async () => {
    await showPage(<Timeline />);
    receiveAll(trained, snapshots);
    press("ArrowLeft");
    expect(useApp.getState().view.playhead).toBe(100);
    press("ArrowDown");
    expect(useApp.getState().view.playhead).toBe(50);
    press("ArrowLeft", true);
    expect(useApp.getState().view.playhead).toBe(49);
    press("ArrowRight");
    press("ArrowUp");
    expect(useApp.getState().view.playhead).toBe(100);
    press("ArrowRight");
    expect(useApp.getState().view.playhead).toBeNull();
  });

  it("reads the values of a shipped model only, and says so", async () => {
    const { commands } = await showPage(<Timeline />);
    receiveAll({ ...trained, info: { ...trained.info, weights: "baked" } });
    press("ArrowLeft");
    expect(valueText()).toBe("update 100: loss 0.030, exact match 50.0%");
    expect(screen.getByText(/this model kept no earlier weights/)).toBeTruthy();
    expect(commands).toEqual([]);
    await userEvent.click(back());
    expect(isPast()).toBe(false);
  });

  it("stays at its update while training continues, and ends with the run", async () => {
    await showPage(<Timeline />);
    receiveAll(trained, snapshots);
    moveTo(100);
    receiveAll(
      { type: "started", runId: 1 },
      { type: "snapshots", runId: 1, steps: [0, 100, 200] },
      progressOf(151, 220),
    );
    expect(valueText()).toContain("update 100:");
    receiveAll(readyWith({ runId: 2 }));
    const { view } = useApp.getState();
    expect([view.show.weightsOf, view.playhead]).toEqual(["present", null]);
  });

  it("keeps its text short at the present while the model trains, so that a screen reader can rest", async () => {
    await showPage(<Timeline />);
    receiveAll(trained, { type: "started", runId: 1 }, progressOf(151, 180));
    expect(valueText()).toBe("now");
  });
});

async function showNote(attention: "additive" | "none" = "additive"): Promise<void> {
  await showPage(<MapNote />);
  const requestId = asked("configure");
  const config = { ...DEFAULT_CONFIG, attention } as const;
  receiveAll(
    { ...trained, info: { ...trained.info, config } },
    { type: "trace", runId: 1, requestId, trace: { ...makeTrace(), trainedSteps: 50 } },
  );
}

describe("the note on the stage", () => {
  it("names an update of the past", async () => {
    await showNote();
    expect(screen.queryByText(/update 50/)).toBeNull();
    act(() => setView({ show: { ...INITIAL_SHOW, weightsOf: { step: 50 } } }));
    expect(screen.getByText("You see update 50, not the present model")).toBeTruthy();
  });

  it("names the update of the picture while the model trains", async () => {
    await showNote();
    receiveAll({ type: "started", runId: 1 });
    expect(screen.getByText("Map of update 50")).toBeTruthy();
    await showNote("none");
    receiveAll({ type: "started", runId: 1 });
    expect(screen.getByText("Answer of update 50")).toBeTruthy();
  });
});

describe("a saved run", () => {
  it("says that it continues", async () => {
    await showPage(<Timeline />);
    receiveAll(readyWith({ weights: "kept", step: 40, losses: lossesOf(1, 40) }));
    const note = screen.getByText("Saved run: update 40");
    expect(note.title).toContain("Reset model starts a new run");
  });

  it.each([
    ["en", "full", /no room left/],
    ["ko", "blocked", /저장이 막혀 있거나/],
    ["en", "slow", /has not answered yet/],
    ["ko", "slow", /아직 응답하지 않습니다/],
    ["en", "late", /Reload the page to continue that run/],
    ["ko", "late", /응답이 늦어/],
    ["ko", "damaged", /삭제했습니다/],
  ] as const)("says in %s that storage is %s", async (language, problem, sentence) => {
    await showPage(<Timeline />, { language });
    receiveAll(readyWith(), { type: "keeping", problem });
    expect(screen.getByText(sentence)).toBeTruthy();
    receiveAll({ type: "keeping", problem: null });
    expect(screen.queryByText(sentence)).toBeNull();
  });

  it("pauses while the tab is hidden if the student wants it, and the browser remembers the choice", async () => {
    await showPage(<TrainingTab />);
    await userEvent.click(screen.getByRole("checkbox", { name: "Pause when the tab is hidden" }));
    expect(useApp.getState().view.pausesHidden).toBe(true);
    expect(localStorage.getItem("seq2seq-lab.pausesHidden")).toBe("true");
  });
});

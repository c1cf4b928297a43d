import { act, fireEvent, screen, within } from "@testing-library/react";
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
import { ReplayNote } from "./ReplayNote";
import { Training } from "./Training";

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

const replay = () => within(screen.getByRole("group", { name: "Replay training" }));
const slider = () => replay().getByRole("slider", { name: "Replay training" });
const button = (name: string) => replay().getByRole("button", { name });

describe("replay", () => {
  it("is absent for a shipped model, and is idle before the run has trained", async () => {
    await showPage(<Training />);
    receiveAll(readyWith({ weights: "baked", step: 600 }));
    expect(screen.queryByRole("group", { name: "Replay training" })).toBeNull();
    receiveAll(readyWith({ runId: 2 }));
    expect(slider().getAttribute("aria-disabled")).toBe("true");
    expect(button("Back to now").getAttribute("aria-disabled")).toBe("true");
  });

  it("goes through the steps by buttons and slider, and shows the loss and the evaluation of each", async () => {
    const { commands } = await showPage(<Training />);
    receiveAll(trained, snapshots);
    expect(slider().getAttribute("aria-valuetext")).toBe("Now");
    await userEvent.click(button("Earlier"));
    expect(slider().getAttribute("aria-valuetext")).toBe("Update 100");
    expect(replay().getByText(/loss 0\.030/).textContent).toContain("exact match 50");
    fireEvent.change(slider(), { target: { value: "0" } });
    act(() => void slider().dispatchEvent(new Event("change"))); // releases the slider
    expect(slider().getAttribute("aria-valuetext")).toBe("Update 0");
    await userEvent.click(button("Later"));
    await userEvent.click(button("Back to now"));
    expect(slider().getAttribute("aria-valuetext")).toBe("Now");
    const past = [100, 0, 50].map((step) => shownBy({ step }));
    expect(commands).toEqual([...past, shownBy("present")]);
  });

  it("mentions the map only with attention, and the curves point to it", async () => {
    await showPage(<Training />);
    receiveAll(trained, snapshots);
    expect(replay().getByText(/how the attention map formed/)).toBeTruthy();
    expect(screen.getByText(/show numbers only. “Replay training” shows the earlier/)).toBeTruthy();
    const config = { ...DEFAULT_CONFIG, attention: "none" } as const;
    receiveAll(readyWith({ runId: 2, config }), { ...snapshots, runId: 2 });
    receiveAll(progressOf(1, 150, 2), { ...snapshots, runId: 2 });
    expect(replay().getByText(/how the answer changed/)).toBeTruthy();
  });

  it("says how long a shipped model was trained", async () => {
    await showPage(<Training />);
    receiveAll(readyWith({ weights: "baked", step: 1200 }));
    expect(screen.getByText(/trained beforehand with 1,200 updates/)).toBeTruthy();
  });

  it("stays at its step while training continues, and ends with the run", async () => {
    await showPage(<Training />);
    receiveAll(trained, snapshots);
    await userEvent.click(button("Earlier"));
    receiveAll(
      { type: "started", runId: 1 },
      { type: "snapshots", runId: 1, steps: [0, 100, 200] },
    );
    expect(slider().getAttribute("aria-valuetext")).toBe("Update 100");
    receiveAll(readyWith({ runId: 2 }));
    expect(useApp.getState().view.show.weightsOf).toBe("present");
  });

  it("has a note over the stage with a way back", async () => {
    const { commands } = await showPage(<ReplayNote />);
    const requestId = asked("configure");
    receiveAll(trained, snapshots, { type: "trace", runId: 1, requestId, trace: makeTrace() });
    expect(screen.queryByText(/not the model of now/)).toBeNull();
    act(() => setView({ show: { ...INITIAL_SHOW, weightsOf: { step: 50 } } }));
    expect(screen.getByText(/not the model of now/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Back to now" }));
    expect(screen.queryByText(/not the model of now/)).toBeNull();
    expect(commands).toEqual([shownBy("present")]);
  });
});

describe("a saved run", () => {
  it("says that it continues, and offers a fresh start", async () => {
    const { commands } = await showPage(<Training />);
    receiveAll(readyWith({ weights: "kept", step: 40, losses: lossesOf(1, 40) }));
    expect(screen.getByText(/This model was saved at update 40./)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Start afresh" }));
    expect(commands).toEqual([{ type: "reset" }]);
    receiveAll(readyWith({ runId: 2 }));
    expect(screen.queryByRole("button", { name: "Start afresh" })).toBeNull();
  });

  it.each([
    ["en", "full", /no room left/],
    ["ko", "blocked", /저장하지 못했습니다/],
    ["en", "slow", /has not answered yet/],
    ["ko", "slow", /아직 응답하지 않습니다/],
    ["en", "late", /Reload the page to continue that run/],
    ["ko", "late", /응답이 늦어/],
    ["ko", "damaged", /삭제했습니다/],
  ] as const)("says in %s that storage is %s", async (language, problem, sentence) => {
    await showPage(<Training />, { language });
    receiveAll(readyWith(), { type: "keeping", problem });
    expect(screen.getByText(sentence)).toBeTruthy();
    receiveAll({ type: "keeping", problem: null });
    expect(screen.queryByText(sentence)).toBeNull();
  });

  it("pauses while the tab is hidden if the student wants it, and the browser remembers the choice", async () => {
    await showPage(<Training />);
    await userEvent.click(screen.getByRole("checkbox", { name: "Pause when the tab is hidden" }));
    expect(useApp.getState().view.pausesHidden).toBe(true);
    expect(localStorage.getItem("seq2seq-lab.pausesHidden")).toBe("true");
  });
});

/** The attention over time: its maps, their request, the replay, and the curves of entropy and alignment. */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import { receive } from "../../state/actions/receiveMessage";
import { LANE } from "../../state/slices/lane";
import { useApp } from "../../state/store";
import { evaluationOf, lossesOf, readyWith } from "../../state/testing/events";
import type { Event } from "../../workers/protocol";
import { type Page, showPage } from "../testing/page";
import { Timeline } from "../timeline/Timeline";

let page: Page;

function post(...events: Event[]): void {
  act(() => events.forEach((event) => receive({ lane: LANE, event })));
}

const attentions = [
  { mean: 2, even: 2.1 },
  { mean: 1.2, even: 2.1 },
  { mean: 0.5, even: 2.1 },
];
const evaluations = attentions.map((entropy, i) => ({
  ...evaluationOf(50 * i, i / 4),
  alignmentError: i === 0 ? null : 0.5 / i,
  entropy,
}));
const TRAINED = readyWith({ step: 100, losses: lossesOf(1, 100), evaluations });
const SNAPSHOTS = { type: "snapshots", runId: 1, steps: [0, 50, 100] } as const;

const lastRequest = (): number => useApp.getState().lastRequest;
const playhead = () => useApp.getState().view.playhead;

const requests = () => page.commands.filter(({ type }) => type === "maps");
const map = (update: number) =>
  screen.getByRole("button", { name: new RegExp(`^Update ${update},`) });
const next = () => fireEvent.click(screen.getByRole("button", { name: "Next map" }));

/** The worker's maps for the latest request: two rows over three tokens. */
function answerMaps(steps: readonly number[] = [0, 50, 100]): void {
  const frames = steps.map((step, i) => ({
    step,
    weights: { rows: 2, columns: 3, data: Float32Array.of(1, 0, 0, 0, 0.5, 0.5) },
    entropy: { mean: 1 - i / 4, even: Math.log(3) },
  }));
  const source = ["a", "b", "<eos>"].map((text, id) => ({ id, text }));
  const film = { example: INITIAL_SHOW.example, source, frames };
  post({ type: "maps", runId: 1, requestId: lastRequest(), film });
  post({ type: "done", requestId: lastRequest() });
}

/** The worker's answer to a decode. */
const answerShow = (): void => post({ type: "done", requestId: lastRequest() });

async function openMaps(isStill = false): Promise<void> {
  const list = { matches: isStill, addEventListener: () => undefined, removeEventListener: () => undefined }; // prettier-ignore
  vi.stubGlobal("matchMedia", () => list);
  page = await showPage(<Timeline />);
  post(TRAINED, SNAPSHOTS);
  fireEvent.click(await screen.findByRole("button", { name: "Maps" }));
  await screen.findByText("The maps appear in a moment.");
}

beforeEach(() => void vi.useRealTimers());
afterEach(() => void vi.unstubAllGlobals());

describe("the maps", () => {
  test("are asked for once, for the kept updates of the example on show", async () => {
    await openMaps();
    expect(requests()).toEqual([
      { type: "maps", runId: 1, show: INITIAL_SHOW, steps: [0, 50, 100] },
    ]);
    answerMaps();
    fireEvent.click(screen.getByRole("radio", { name: "Attention" }));
    expect(requests()).toHaveLength(1);
    post({ type: "started", runId: 1 }, { ...SNAPSHOTS, steps: [0, 50, 100, 150] });
    expect(requests()).toHaveLength(1); // while it trains
    screen.getByText(/New maps come when training stops\.$/);
    post({ type: "stopped", runId: 1, reason: "paused" });
    expect(requests()[1]).toMatchObject({ steps: [0, 50, 100, 150] });
  });

  test("say their update and their entropy, with that of even attention beside them", async () => {
    await openMaps();
    answerMaps();
    const names = within(screen.getByRole("list")).getAllByRole("button").map((each) => each.getAttribute("aria-label")); // prettier-ignore
    expect(names).toEqual([
      "Update 0, entropy 1.00 nats: go there",
      "Update 50, entropy 0.75 nats: go there",
      "Update 100, entropy 0.50 nats: go there",
    ]);
    expect(
      screen.getByText(/ln 3 = 1\.10 nats: each row looks at all 3 tokens alike\.$/),
    ).toBeTruthy();
    const [first] = screen.getAllByRole("button", { name: /go there$/ });
    const opacities = [...(first?.querySelectorAll("rect") ?? [])].map((each) => each.getAttribute("fill-opacity")); // prettier-ignore
    expect(opacities).toEqual(["1", "0", "0", "0", "0.5", "0.5"]);
  });

  test("take the playhead to their update, the newest one to the present", async () => {
    await openMaps();
    answerMaps();
    expect(map(100).getAttribute("aria-current")).toBe("true");
    fireEvent.click(map(50));
    expect(playhead()).toBe(50);
    expect(page.commands.at(-1)).toMatchObject({ type: "show", show: { weightsOf: { step: 50 } } });
    expect(map(50).getAttribute("aria-current")).toBe("true");
    fireEvent.click(map(100));
    expect(playhead()).toBeNull();
  });

  test("are absent where the model keeps no earlier weights, and without attention", async () => {
    await openMaps();
    post(readyWith({ step: 100, weights: "baked" }));
    expect(screen.getByText(/^This model keeps no earlier weights\./)).toBeTruthy();
    post(readyWith({ config: { ...DEFAULT_CONFIG, attention: "none" } }), SNAPSHOTS);
    expect(screen.getByText("This model has no attention, so it has no map.")).toBeTruthy();
    expect(screen.queryByRole("radio", { name: "Attention" })).toBeNull();
  });
});

describe("the replay", () => {
  test("walks along the kept updates, each after the decode of the one before, and ends at the present", async () => {
    await openMaps();
    answerMaps();
    vi.useFakeTimers();
    fireEvent.click(screen.getByRole("button", { name: "Replay" }));
    expect(playhead()).toBe(0);
    act(() => void vi.advanceTimersByTime(5000));
    expect(playhead()).toBe(0); // the worker has not decoded it
    answerShow();
    act(() => void vi.advanceTimersByTime(1000));
    expect(playhead()).toBe(50);
    answerShow();
    act(() => void vi.advanceTimersByTime(1000));
    expect(playhead()).toBeNull();
    expect(useApp.getState().view.replaying).toBe(false);
    expect(screen.getByRole("button", { name: "Replay" })).toBeTruthy();
    vi.useRealTimers();
  });

  test("ends where the student moves the playhead", async () => {
    await openMaps();
    answerMaps();
    fireEvent.click(screen.getByRole("button", { name: "Replay" }));
    expect(screen.getByRole("button", { name: "Pause replay" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: /^Update 50,/ }));
    expect(useApp.getState().view).toMatchObject({ replaying: false, playhead: 50 });
  });

  test("goes by single presses where the student wants less motion", async () => {
    await openMaps(true);
    answerMaps();
    next();
    expect(playhead()).toBe(0);
    next();
    expect(playhead()).toBe(50);
    next();
    expect(playhead()).toBeNull();
  });
});

test("the curves of the attention have their readings at the playhead", async () => {
  await openMaps();
  fireEvent.click(screen.getByRole("radio", { name: "Attention" }));
  const slider = screen.getByRole("slider", { name: "Timeline" });
  fireEvent.change(slider, { target: { value: "50" } });
  expect(slider.getAttribute("aria-valuetext")).toMatch(
    /^update 50: loss \S+, entropy 1\.20 of 2\.10 nats, alignment error 50\.0%$/,
  );
  fireEvent.change(slider, { target: { value: "0" } });
  expect(slider.getAttribute("aria-valuetext")).toBe(
    "update 0: entropy 2.00 of 2.10 nats, alignment error not measured",
  );
});

import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { en } from "../../i18n/en";
import type { Choosing } from "../../engine/show";
import { LANE } from "../../state/slices/lane";
import { choose, setTeacherForcing, showExample } from "../../state/actions/showing";
import { lesson, student } from "../../state/actions/acts";
import { start } from "../../state/actions/startup";
import { select } from "../../state/actions/viewing";
import { setRun, useApp } from "../../state/store";
import { readyWith } from "../../state/testing/events";
import { answer, asked } from "../../state/testing/openedPage";
import { makeTrace } from "../../vis/testing/traces";
import { useShownStep } from "../useShownStep";
import { showTrace } from "../testing/showTrace";
import { Announcement } from "./Announcement";
import { DecodingChoice } from "./DecodingChoice";

const texts = en.player.decoding;

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const decodingSelect = (): HTMLSelectElement => screen.getByRole("combobox", { name: "Decoding" });

/** How the requested decode chooses its tokens. */
const choosing = (): Choosing => useApp.getState().view.show.choosing;

/** Labels of the visible settings. */
const numbersShown = (): (string | null | undefined)[] =>
  [...screen.queryAllByRole("slider"), ...screen.queryAllByRole("spinbutton")].map(
    (field) => (field as HTMLInputElement).labels?.[0]?.textContent,
  );

async function show(trace = makeTrace()) {
  await showTrace(<DecodingChoice />, trace);
  return userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
}

test.each(["greedy", "beam", "sampling"] as const)(
  "the student chooses a way of decoding and reads its explanation: %s",
  async (method) => {
    const user = await show();
    await user.selectOptions(decodingSelect(), method);
    expect(choosing().method).toBe(method);
    expect(screen.getByText(texts.options[method].help)).toBeTruthy();
  },
);

test("the page shows only the settings of the chosen way", async () => {
  const user = await show();
  expect(numbersShown()).toEqual([]);
  await user.selectOptions(decodingSelect(), "beam");
  expect(numbersShown()).toEqual(["Beam width"]);
  await user.selectOptions(decodingSelect(), "sampling");
  expect(numbersShown()).toEqual(["Temperature", "Sample seed"]);
});

test("width and temperature apply during a drag", async () => {
  await show();
  act(() => choose({ method: "beam" }));
  fireEvent.input(screen.getByRole("slider", { name: "Beam width" }), { target: { value: "5" } });
  expect(choosing().beamWidth).toBe(5);
  act(() => choose({ method: "sampling" }));
  const temperature = screen.getByRole("slider", { name: "Temperature" });
  fireEvent.input(temperature, { target: { value: "0.7" } });
  expect(choosing().temperature).toBe(0.7);
  expect(temperature.getAttribute("aria-valuetext")).toBe("0.7");
});

test("another draw takes the next seed, and the first after the last", async () => {
  const user = await show();
  act(() => choose({ method: "sampling" }));
  await user.click(screen.getByRole("button", { name: "Draw again" }));
  expect(screen.getByRole("spinbutton", { name: "Sample seed" })).toHaveProperty("value", "2");
  act(() => choose({ sampleSeed: 9999 }));
  await user.click(screen.getByRole("button", { name: "Draw again" }));
  expect(choosing().sampleSeed).toBe(1);
});

test("with teacher forcing decoding is greedy, and the choice is disabled, says why, and keeps its value", async () => {
  const user = await show();
  act(() => choose({ method: "beam" }));
  act(() => setTeacherForcing(true));
  expect(decodingSelect().value).toBe("greedy");
  expect(decodingSelect().getAttribute("aria-disabled")).toBe("true");
  const reason = document.getElementById(decodingSelect().getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toBe(texts.forced);
  expect(screen.queryByRole("slider")).toBeNull();
  await user.selectOptions(decodingSelect(), "sampling");
  expect(choosing().method).toBe("beam");
  act(() => setTeacherForcing(false));
  expect(decodingSelect().value).toBe("beam");
});

test("without a known truth the choice is enabled", async () => {
  await show(makeTrace({ known: false }));
  act(() => setTeacherForcing(true));
  expect(decodingSelect().getAttribute("aria-disabled")).toBe("false");
});

function ShownAnnouncement(): ReactNode {
  const shown = useShownStep();
  return shown && <Announcement {...shown} />;
}

const announced = (): string => screen.getByRole("status").textContent;

test("the page announces the whole answer after another draw, even an equal one", async () => {
  const trace = makeTrace({ source: ["t", "a", "c"], decoding: "sampling" });
  await showTrace(<ShownAnnouncement />, trace);
  expect(announced()).toBe("");
  const decoding = { kind: "sampling", temperature: 1, seed: 2 } as const;
  act(() => setRun(LANE, { trace: { ...trace, decoding } }));
  expect(announced()).toContain("Output: cat");
});

test("a step that the lesson takes is the lesson's to announce", async () => {
  await showTrace(<ShownAnnouncement />, makeTrace({ source: ["c", "a", "t"] }));
  act(() => lesson.selectByHand(1, null));
  expect(announced()).toBe("");
  act(() => student.selectByHand(0, null));
  expect(announced()).toMatch(/^Step 1: /);
});

test("the page announces a manual step while the worker starts", async () => {
  await showTrace(<ShownAnnouncement />, makeTrace({ source: ["t", "a", "c"] }));
  act(() => start());
  act(() => select(0));
  expect(announced()).toMatch(/^Step 1: ‘c’/);
});

test("the page announces another example after its decode, and not the old one before", async () => {
  const trace = makeTrace({ source: ["t", "a", "c"] });
  await showTrace(<ShownAnnouncement />, trace);
  act(() => answer(readyWith()));
  act(() => select(0));
  const before = announced();
  act(() => showExample(1));
  expect(announced()).toBe(before);
  const example = { kind: "heldOut", index: 1 } as const;
  const decoded = { ...makeTrace({ source: ["n", "a"] }), show: { ...trace.show, example } };
  act(() => answer({ type: "trace", runId: 1, requestId: asked("show"), trace: decoded }));
  expect(announced()).toMatch(/^Output: an/);
});

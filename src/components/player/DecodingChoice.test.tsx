import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { en } from "../../i18n/en";
import type { Choosing } from "../../engine/show";
import { LANE } from "../../state/slices/lane";
import { choose, setTeacherForcing, showExample } from "../../state/actions/showing";
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

const way = (): HTMLSelectElement => screen.getByRole("combobox", { name: "Decoding" });

/** How the wanted decode chooses its tokens. */
const choosing = (): Choosing => useApp.getState().view.show.choosing;

/** Labels of the settings that are there. */
const numbersShown = (): (string | null | undefined)[] =>
  [...screen.queryAllByRole("slider"), ...screen.queryAllByRole("spinbutton")].map(
    (field) => (field as HTMLInputElement).labels?.[0]?.textContent,
  );

async function show(trace = makeTrace()) {
  await showTrace(<DecodingChoice />, trace);
  return userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
}

test.each(["greedy", "beam", "sampling"] as const)(
  "a way of decoding is chosen and explained: %s",
  async (method) => {
    const user = await show();
    await user.selectOptions(way(), method);
    expect(choosing().method).toBe(method);
    expect(screen.getByText(texts.options[method].help)).toBeTruthy();
  },
);

test("only the settings that apply are there", async () => {
  const user = await show();
  expect(numbersShown()).toEqual([]);
  await user.selectOptions(way(), "beam");
  expect(numbersShown()).toEqual(["Beam width"]);
  await user.selectOptions(way(), "sampling");
  expect(numbersShown()).toEqual(["Temperature", "Sample seed"]);
});

test("a width and a temperature apply as they are moved", async () => {
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

test("drawing again takes the next seed, and after the last one the first", async () => {
  const user = await show();
  act(() => choose({ method: "sampling" }));
  await user.click(screen.getByRole("button", { name: "Draw again" }));
  expect(screen.getByRole("spinbutton", { name: "Sample seed" })).toHaveProperty("value", "2");
  act(() => choose({ sampleSeed: 9999 }));
  await user.click(screen.getByRole("button", { name: "Draw again" }));
  expect(choosing().sampleSeed).toBe(1);
});

test("while the truth is fed it is greedy, off limits, and says why; the choice itself stays", async () => {
  const user = await show();
  act(() => choose({ method: "beam" }));
  act(() => setTeacherForcing(true));
  expect(way().value).toBe("greedy");
  expect(way().getAttribute("aria-disabled")).toBe("true");
  const reason = document.getElementById(way().getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toBe(texts.forced);
  expect(screen.queryByRole("slider")).toBeNull();
  await user.selectOptions(way(), "sampling");
  expect(choosing().method).toBe("beam");
  act(() => setTeacherForcing(false));
  expect(way().value).toBe("beam");
});

test("where nobody knows the truth there is none to feed, and the choice is free", async () => {
  await show(makeTrace({ known: false }));
  act(() => setTeacherForcing(true));
  expect(way().getAttribute("aria-disabled")).toBe("false");
});

function Heard(): ReactNode {
  const shown = useShownStep();
  return shown && <Announcement {...shown} />;
}

const whatIsHeard = (): string => screen.getByRole("status").textContent;

test("an answer that was drawn again is heard whole, also where it is the same", async () => {
  const trace = makeTrace({ source: ["t", "a", "c"], decoding: "sampling" });
  await showTrace(<Heard />, trace);
  expect(whatIsHeard()).toBe("");
  const decoding = { kind: "sampling", temperature: 1, seed: 2 } as const;
  act(() => setRun(LANE, { trace: { ...trace, decoding } }));
  expect(whatIsHeard()).toContain("Output: cat");
});

test("a step taken by hand is heard while the worker is still coming up", async () => {
  await showTrace(<Heard />, makeTrace({ source: ["t", "a", "c"] }));
  act(() => start());
  act(() => select(0));
  expect(whatIsHeard()).toMatch(/^Step 1: ‘c’/);
});

test("another example is heard once it is decoded, not the old one before", async () => {
  const trace = makeTrace({ source: ["t", "a", "c"] });
  await showTrace(<Heard />, trace);
  act(() => answer(readyWith()));
  act(() => select(0));
  const before = whatIsHeard();
  act(() => showExample(1));
  expect(whatIsHeard()).toBe(before);
  const example = { kind: "heldOut", index: 1 } as const;
  const decoded = { ...makeTrace({ source: ["n", "a"] }), show: { ...trace.show, example } };
  act(() => answer({ type: "trace", runId: 1, requestId: asked("show"), trace: decoded }));
  expect(whatIsHeard()).toMatch(/^Output: an/);
});

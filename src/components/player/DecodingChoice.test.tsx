import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { en } from "../../i18n/en";
import { configure, setTeacherForcing, useApp } from "../../state/store";
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
  async (decoding) => {
    const user = await show();
    await user.selectOptions(way(), decoding);
    expect(useApp.getState().config.decoding).toBe(decoding);
    expect(screen.getByText(texts.options[decoding].help)).toBeTruthy();
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
  act(() => configure({ decoding: "beam" }));
  fireEvent.input(screen.getByRole("slider", { name: "Beam width" }), { target: { value: "5" } });
  expect(useApp.getState().config.beamWidth).toBe(5);
  act(() => configure({ decoding: "sampling" }));
  const temperature = screen.getByRole("slider", { name: "Temperature" });
  fireEvent.input(temperature, { target: { value: "0.7" } });
  expect(useApp.getState().config.temperature).toBe(0.7);
  expect(temperature.getAttribute("aria-valuetext")).toBe("0.7");
});

test("drawing again takes the next seed, and after the last one the first", async () => {
  const user = await show();
  act(() => configure({ decoding: "sampling" }));
  await user.click(screen.getByRole("button", { name: "Draw again" }));
  expect(screen.getByRole("spinbutton", { name: "Sample seed" })).toHaveProperty("value", "2");
  act(() => configure({ sampleSeed: 9999 }));
  await user.click(screen.getByRole("button", { name: "Draw again" }));
  expect(useApp.getState().config.sampleSeed).toBe(1);
});

test("while the truth is fed it is greedy, off limits, and says why; the choice itself stays", async () => {
  const user = await show();
  act(() => configure({ decoding: "beam" }));
  act(() => setTeacherForcing(true));
  expect(way().value).toBe("greedy");
  expect(way().getAttribute("aria-disabled")).toBe("true");
  const reason = document.getElementById(way().getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toBe(texts.forced);
  expect(screen.queryByRole("slider")).toBeNull();
  await user.selectOptions(way(), "sampling");
  expect(useApp.getState().config.decoding).toBe("beam");
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
  act(() => useApp.setState(({ run }) => ({ run: { ...run, trace: { ...trace, decoding } } })));
  expect(whatIsHeard()).toContain("Output: cat");
});

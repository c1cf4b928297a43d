import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { select, setSpeed } from "../../state/actions/viewing";
import { setView, useApp } from "../../state/store";
import { makeTrace } from "../../vis/testing/traces";
import { advance, button, leavePlayer, output, showPlayer, WORD } from "../testing/showPlayer";
import { selection } from "../testing/showTrace";

afterEach(leavePlayer);

/** How many parts of the page say that a token is right or wrong. */
function judged(): number {
  return document.querySelectorAll(
    "[data-place=figure] [data-gold], [data-place=output] :is([data-mark=right], [data-mark=wrong])",
  ).length;
}

test("a link can hide the expected answer, and then nothing is judged", async () => {
  await showPlayer(makeTrace({ ...WORD, wrong: [1] }));
  expect(screen.getByText("Expected")).toBeTruthy();
  expect(judged()).toBeGreaterThan(0);
  act(() => setView({ hidden: ["expected"] }));
  expect(screen.queryByText("Expected")).toBeNull();
  expect(judged()).toBe(0);
  expect(screen.queryByText(/tokens right/)).toBeNull();
});

test("the output grows with the steps, without its <eos>", async () => {
  const { user } = await showPlayer();
  expect(output()).toBe("stac");
  await user.click(button("First token"));
  expect(output()).toBe("s");
  await user.click(button("Next token"));
  await user.click(button("Next token"));
  expect(output()).toBe("sta");
  await user.click(button("Previous token"));
  expect(output()).toBe("st");
  await user.click(button("Last token"));
  expect(output()).toBe("stac");
});

test("Play at the end starts over, takes one step at a time, and stops at the end", async () => {
  const { user } = await showPlayer();
  act(() => setSpeed(2));
  await user.click(button("Play"));
  expect(selection().step).toBe(0);
  advance(500);
  expect(selection().step).toBe(1);
  advance(3 * 500);
  expect(selection().step).toBe(4);
  expect(button("Play")).toBeTruthy();
});

test("playback pauses where it is and goes on from there", async () => {
  const { user } = await showPlayer();
  act(() => select(2));
  await user.click(button("Play"));
  advance(700);
  await user.click(button("Pause playback"));
  expect(selection().step).toBe(3);
  advance(5000);
  expect(selection().step).toBe(3);
});

test("a manual step ends playback", async () => {
  const { user } = await showPlayer();
  await user.click(button("Play"));
  await user.click(button("Next token"));
  expect(useApp.getState().view.playing).toBe(false);
});

test("the speed has a text in words", async () => {
  await showPlayer();
  const slider = screen.getByRole("slider", { name: "Speed" });
  fireEvent.change(slider, { target: { value: "2.5" } });
  expect(slider.getAttribute("aria-valuetext")).toBe("2.5 steps per second");
});

const disabled = (): (string | null)[] =>
  ["Previous token", "Next token"].map((name) => button(name).getAttribute("aria-disabled"));

test("the step buttons are disabled at their ends and keep the focus, but not during playback", async () => {
  const { user } = await showPlayer();
  expect(disabled()).toEqual(["false", "true"]);
  act(() => select(3));
  await user.click(button("Next token"));
  expect(disabled()).toEqual(["false", "true"]);
  expect(document.activeElement).toBe(button("Next token"));
  await user.click(button("Next token"));
  expect(selection().step).toBe(4);
  await user.click(button("First token"));
  expect(disabled()).toEqual(["true", "false"]);
  await user.click(button("Play"));
  expect(disabled()).toEqual(["false", "false"]);
});

test("teacher forcing is disabled, with the reason, where the right answer is unknown", async () => {
  const { user, sent } = await showPlayer(makeTrace({ ...WORD, known: false }));
  const forcing = screen.getByRole<HTMLInputElement>("switch", { name: "Teacher forcing" });
  expect(forcing.getAttribute("aria-disabled")).toBe("true");
  const before = sent.length;
  await user.click(forcing);
  expect(sent).toHaveLength(before);
  const reason = document.getElementById(forcing.getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toContain("teacher forcing cannot be used");
});

test("the switch requests a forced decode", async () => {
  const { user, sent } = await showPlayer();
  await user.click(screen.getByRole("switch", { name: "Teacher forcing" }));
  expect(sent.at(-1)).toMatchObject({ type: "show", show: { feeding: "truth" } });
});

test("a wrong token is separate from its neighbours for a screen reader", async () => {
  await showPlayer(makeTrace({ ...WORD, wrong: [1] }));
  const said = output();
  expect(said).toMatch(/^s, . wrong, ac$/);
});

const rightTexts = (): (string | null)[] =>
  [...document.querySelectorAll("output [data-mark=right]")].map((token) => token.textContent);

test("right characters form one text, right words separate texts", async () => {
  await showPlayer(makeTrace({ ...WORD, wrong: [1] }));
  expect(rightTexts()).toEqual(["s", "ac"]);
  cleanup();
  await showPlayer(makeTrace({ source: ["i", "am", "here"], task: { targetUnit: "word" } }));
  expect(rightTexts()).toEqual(["here", "am", "i"]);
  expect(output()).toBe("here am i");
});

test("the score counts right tokens", async () => {
  await showPlayer(makeTrace({ ...WORD, wrong: [2] }));
  expect(screen.getByText("4 of 5 tokens right")).toBeTruthy();
});

test("before the last step the score names the tokens that it counts", async () => {
  const { user } = await showPlayer(makeTrace({ ...WORD, wrong: [2] }));
  await user.click(button("First token"));
  expect(screen.getByText("1 of the first 1 right")).toBeTruthy();
  await user.click(button("Last token"));
  await user.click(button("Previous token"));
  expect(screen.getByText("3 of the first 4 right")).toBeTruthy();
});

test("the score is out of the right answer's tokens, and counts extra tokens", async () => {
  const trace = makeTrace({ ...WORD, wrong: [0] });
  await showPlayer({ ...trace, expected: trace.expected?.slice(0, 3) ?? null });
  expect(screen.getByText("2 of 3 tokens right, 2 more than expected")).toBeTruthy();
});

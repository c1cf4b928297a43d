import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { select } from "../../state/actions/viewing";
import { LANE } from "../../state/slices/lane";
import { laneOf, useApp } from "../../state/store";
import { button, leavePlayer, showPlayer, source } from "../testing/showPlayer";
import { selection } from "../testing/showTrace";

afterEach(leavePlayer);

test("with nothing focused, arrows step, Home and End jump, and Space plays", async () => {
  const { user } = await showPlayer();
  expect(document.activeElement).toBe(document.body);
  await user.keyboard("{Home}{ArrowRight}{ArrowRight}{ArrowLeft}");
  expect(selection().step).toBe(1);
  await user.keyboard("{End}");
  expect(selection().step).toBe(4);
  await user.keyboard(" ");
  expect([selection().step, useApp.getState().view.playing]).toEqual([0, true]);
});

test("a presenter's remote steps", async () => {
  const { user } = await showPlayer();
  await user.keyboard("{PageUp}{PageUp}{PageDown}");
  expect(selection().step).toBe(3);
});

test("a key that ends the opening film does nothing else", async () => {
  const { user } = await showPlayer();
  const { trace } = laneOf(LANE).run;
  if (!trace) throw new Error("no trace");
  useApp.setState({ film: { update: 5, trace } });
  const { step } = selection();
  await user.keyboard("{PageUp}");
  expect([useApp.getState().film, selection().step]).toEqual([null, step]);
  await user.keyboard("{PageUp}");
  expect(selection().step).toBe(3);
});

test("a focused button keeps its Space, and a key with a modifier is no key of the page", async () => {
  const { user } = await showPlayer();
  act(() => select(1));
  act(() => button("Next token").focus());
  await user.keyboard(" ");
  expect(selection().step).toBe(2);
  expect(useApp.getState().view.playing).toBe(false);
  await user.keyboard("{Control>}{ArrowLeft}{/Control}{Shift>}{End}{/Shift}");
  expect(selection().step).toBe(2);
});

/** Presses a key at an element; false: the page took it. */
function pressAt(target: HTMLElement): (key: string) => boolean {
  return (key) => fireEvent.keyDown(target, { key });
}

/** A part of the page beside the stage, higher or wider than its box. */
function scroller(overflow: "overflowX" | "overflowY"): HTMLElement {
  const panel = document.createElement("div");
  panel.style[overflow] = "auto";
  panel.innerHTML = "<button>inside</button>";
  const [length, seen] =
    overflow === "overflowY"
      ? (["scrollHeight", "clientHeight"] as const)
      : (["scrollWidth", "clientWidth"] as const);
  Object.defineProperty(panel, length, { value: 500 });
  Object.defineProperty(panel, seen, { value: 100 });
  document.body.append(panel);
  return panel;
}

test.each([
  ["overflowY", [" ", "Home", "End", "PageUp", "PageDown"], ["ArrowLeft"]],
  ["overflowX", ["ArrowLeft", "ArrowRight"], ["PageUp"]],
] as const)("a panel keeps the keys that scroll it: %s", async (overflow, kept, free) => {
  await showPlayer();
  act(() => select(2));
  const panel = scroller(overflow);
  const inside = panel.firstElementChild as HTMLElement;
  const press = pressAt(inside);
  expect(kept.map(press)).toEqual(kept.map(() => true));
  expect(selection().step).toBe(2);
  expect(free.map(press)).toEqual(free.map(() => false));
  expect(selection().step).toBe(1);
  panel.remove();
});

test("a page that scrolls keeps the keys that jump in it", async () => {
  await showPlayer();
  act(() => select(2));
  const height = vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(5000);
  const left = ["Home", "End", "PageUp", "PageDown", "ArrowLeft"].map(pressAt(document.body));
  expect(left).toEqual([true, true, true, true, false]);
  expect(selection().step).toBe(1);
  height.mockRestore();
});

test("fields and the map keep their own keys", async () => {
  const { user } = await showPlayer();
  act(() => select(3));
  await user.click(source());
  await user.keyboard("{ArrowLeft}{Home} ");
  expect(selection().step).toBe(3);
  fireEvent.keyDown(screen.getByRole("slider", { name: "Speed" }), { key: "Home" });
  expect(selection().step).toBe(3);
});

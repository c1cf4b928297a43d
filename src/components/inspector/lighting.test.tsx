/** Pointer and focus light an operation everywhere: its tab, its lines of code and its symbols. */
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { page } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { opsOf } from "../../vis/tex/operations";
import { makeTrace } from "../../vis/testing/traces";
import { showTrace } from "../testing/showTrace";
import { Inspector } from "./Inspector";

afterEach(cleanup);

const lit = () => useApp.getState().view.lit;
const code = () => within(screen.getByRole("list", { name: "This step in PyTorch" }));
const line = (name: RegExp): HTMLElement => code().getByRole("button", { name });
const litLines = (): string[] =>
  code()
    .getAllByRole("button")
    .filter((button) => button.hasAttribute("data-lit"))
    .map(({ textContent }) => textContent);

test("pointer and focus on an operation's tab light it; leaving puts it out", async () => {
  await showTrace(<Inspector />, makeTrace());
  const softmax = screen.getByRole("tab", { name: "softmax" });
  await userEvent.hover(softmax);
  expect(lit()).toBe("softmax");
  await userEvent.unhover(softmax);
  expect(lit()).toBeNull();
  fireEvent.focus(softmax);
  expect(lit()).toBe("softmax");
  fireEvent.blur(softmax);
  expect(lit()).toBeNull();
});

test("a lit operation lights its lines of code, from wherever it was lit", async () => {
  await showTrace(<Inspector />, makeTrace());
  act(() => page.showInspector("pytorch"));
  act(() => page.light("score"));
  expect(litLines()).toHaveLength(2);
  expect(litLines()[0]).toMatch(/^scores = v\(tanh/);
  await userEvent.hover(line(/^context = bmm/));
  expect(lit()).toBe("context");
});

test("a click on a line selects its operation, and its lines are marked", async () => {
  await showTrace(<Inspector />, makeTrace());
  act(() => page.showInspector("pytorch"));
  await userEvent.click(line(/^embedded = /));
  expect(useApp.getState().view.operation).toBe("embed");
  const pressed = code().getAllByRole("button", { pressed: true });
  expect(pressed.map(({ textContent }) => textContent)).toEqual([
    "embedded = embedding(token)# [1, 1, 16]",
  ]);
});

test("the lines are one tab stop with arrow keys", async () => {
  await showTrace(<Inspector />, makeTrace());
  act(() => page.showInspector("pytorch"));
  const lines = code().getAllByRole("button");
  expect(lines.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  act(() => lines[0]?.focus());
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(lines[1]);
});

test.each([
  [{}],
  [{ attention: "none" }],
  [{ cell: "lstm", layers: 2, timing: "luong", inputFeeding: "on" }],
  [{ attention: "concat", tokenInput: "onehot", direction: "bidirectional" }],
] as const)("every operation has lines of code: %o", async (options) => {
  const trace = makeTrace(options);
  await showTrace(<Inspector />, trace);
  act(() => page.showInspector("pytorch"));
  const dark = opsOf(trace).filter((op) => {
    act(() => page.light(op));
    return litLines().length === 0;
  });
  expect(dark).toEqual([]);
});

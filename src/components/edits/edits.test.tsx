/** Edits on the stage: every act by keyboard and by pointer, and what the page says of it. */
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test } from "vitest";
import type { Edit } from "../../engine/edits/edit";
import type { Trace } from "../../engine/results/trace";
import { student } from "../../state/actions/acts";
import { LANE } from "../../state/slices/lane";
import { setRun, useApp } from "../../state/store";
import { withEdits } from "../../vis/testing/editedTraces";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { Centre } from "../centre/Centre";
import { selection, type Shown, showTrace } from "../testing/showTrace";

afterEach(cleanup);

const WORD: TraceOptions = { source: ["c", "a", "t", "s"] }; // 5 source tokens; says s t a c <eos>

const cell = (step: number, source: string): HTMLElement =>
  screen.getByRole("gridcell", { name: new RegExp(`^step ${step}, .*source ${source}, weight`) });
const entry = (name: string): HTMLElement => screen.getByRole("menuitem", { name });
const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });

/** The centre of the page with a trace, and the parts of editing, which load after the picture. */
async function showEditing(
  options: TraceOptions = WORD,
): Promise<Shown & { user: UserEvent; trace: Trace }> {
  const trace = makeTrace(options);
  const shown = await showTrace(<Centre />, trace);
  const buttons = options.attention === "none" ? 1 : 2; // over the stage, and on the selected cell
  await waitFor(() =>
    expect(screen.getAllByRole("button", { name: /^Edit step/ })).toHaveLength(buttons),
  );
  return { ...shown, user: userEvent.setup(), trace };
}

/** The edits of the last decode that the page has asked for. */
async function sentEdits({ sent }: Shown): Promise<readonly Edit[]> {
  return waitFor(() => {
    const last = sent.at(-1);
    if (last?.type !== "show") throw new Error("the page has asked for no decode");
    return last.show.edits;
  });
}

async function openMenu(user: UserEvent, on: HTMLElement): Promise<void> {
  await user.pointer({ keys: "[MouseRight]", target: on });
  await screen.findByRole("menu");
}

const only = (column: number): readonly number[] =>
  [0, 1, 2, 3, 4].map((s) => (s === column ? 1 : 0));

describe("the menu of a cell", () => {
  test.each([
    ["Attend here only", { kind: "look", step: 1, weights: only(2) }],
    ["Attend everywhere alike", { kind: "look", step: 1, weights: [0.2, 0.2, 0.2, 0.2, 0.2] }],
    ["Attend along the diagonal", { kind: "look", step: 1, weights: only(1) }],
    ["Empty the context", { kind: "emptyContext", step: 1 }],
    ["Empty the state", { kind: "emptyState", step: 1 }],
    ["Hide this token", { kind: "hide", position: 2 }],
  ] as const)("%s is an edit of this pair", async (name, edit) => {
    const shown = await showEditing();
    await openMenu(shown.user, cell(2, "t"));
    await shown.user.click(entry(name));
    expect(await sentEdits(shown)).toEqual([edit]);
  });

  test("the row above gives its weights", async () => {
    const shown = await showEditing();
    await openMenu(shown.user, cell(2, "t"));
    await shown.user.click(entry("Attend as the row above"));
    const [edit] = await sentEdits(shown);
    const above = shown.trace.steps[0]?.attention?.weights ?? [];
    expect(edit?.kind === "look" && edit.weights).toEqual(
      Array.from(above, (weight) => expect.closeTo(weight, 3) as number),
    );
    cleanup();
    const again = await showEditing();
    await openMenu(again.user, cell(1, "t"));
    expect(screen.queryByRole("menuitem", { name: "Attend as the row above" })).toBeNull();
  });

  test("it opens by the menu key and by Shift+F10, and the focus comes back to the cell", async () => {
    const shown = await showEditing();
    for (const key of ["{ContextMenu}", "{Shift>}{F10}{/Shift}"]) {
      act(() => cell(2, "t").focus());
      await shown.user.keyboard(key);
      await screen.findByRole("menu");
      await shown.user.keyboard("{Escape}");
      await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
      await waitFor(() => expect(document.activeElement).toBe(cell(2, "t")));
    }
    expect(shown.sent).toEqual([]);
  });

  test("a click only selects", async () => {
    const shown = await showEditing();
    await shown.user.click(cell(2, "t"));
    expect(screen.queryByRole("menu")).toBeNull();
    expect(selection()).toEqual({ step: 1, column: 2 });
    expect(shown.sent).toEqual([]);
  });

  test("the button over the stage opens the menu of the selected pair", async () => {
    const shown = await showEditing();
    await shown.user.click(cell(2, "t"));
    const edits = within(screen.getByRole("region", { name: "Edits" }));
    await shown.user.click(edits.getByRole("button", { name: "Edit step 2, source t" }));
    await shown.user.click(await screen.findByRole("menuitem", { name: "Attend here only" }));
    expect(await sentEdits(shown)).toEqual([{ kind: "look", step: 1, weights: only(2) }]);
  });
});

test.each([
  ["a source token", () => screen.getByRole("button", { name: "t" }), ["Hide this token"]],
  ["an encoder state", () => button(/^Encoder state h₃/), ["Hide this token"]],
  ["a context vector", () => button("Context vector c₂"), ["Empty the context"]],
  ["a decoder state", () => button("Decoder state s₂"), ["Empty the state"]],
  ["a fed token", () => partOf("[data-origin][data-step='1']"), ["Feed another token"]],
  ["an output token", () => partOf("[data-mark][data-step='1']"), ["Say another token"]],
] as const)("the menu of %s has its own entries", async (_, part, names) => {
  const { user } = await showEditing();
  await openMenu(user, part());
  expect(screen.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual(names);
});

function partOf(selector: string): HTMLElement {
  const part = document.querySelector<HTMLElement>(selector);
  if (!part) throw new Error(`the stage lacks ${selector}`);
  return part;
}

test("a model without attention has the edits of its steps", async () => {
  const { user } = await showEditing({ ...WORD, attention: "none" });
  await user.click(button("Edit step 5"));
  await screen.findByRole("menu");
  expect(screen.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual([
    "Say another token",
    "Feed another token",
    "Empty the state",
  ]);
});

async function choose(name: string, step = 2): Promise<Shown & { user: UserEvent; trace: Trace }> {
  const shown = await showEditing();
  await openMenu(shown.user, cell(step, "t"));
  await shown.user.click(entry(name));
  await screen.findByRole("dialog");
  return shown;
}

describe("another token", () => {
  test("the likeliest tokens have their probabilities, and one is chosen", async () => {
    const shown = await choose("Say another token");
    const list = within(screen.getByRole("list", { name: "Likeliest tokens" }));
    const [, second] = shown.trace.steps[1]?.top ?? [];
    if (!second) throw new Error("the step has no second candidate");
    const share = (100 * second.probability).toFixed(1);
    await shown.user.click(list.getByRole("button", { name: `${second.token.text}, ${share}%` }));
    expect(await sentEdits(shown)).toEqual([{ kind: "say", step: 1, token: second.token.text }]);
  });

  test("the token that the step says already is no choice", async () => {
    const shown = await choose("Say another token");
    const list = within(screen.getByRole("list", { name: "Likeliest tokens" }));
    const now = shown.trace.steps[1]?.chosen.text;
    expect(list.queryByRole("button", { name: new RegExp(`^${now},`) })).toBeNull();
  });

  test("a token is typed, and an Enter of an input method only ends the composition", async () => {
    const shown = await choose("Feed another token");
    const box = screen.getByRole("textbox", { name: "Another token" });
    await shown.user.type(box, "x");
    fireEvent.keyDown(box, { key: "Enter", keyCode: 229 });
    expect(shown.sent).toEqual([]);
    await shown.user.keyboard("{Enter}");
    expect(await sentEdits(shown)).toEqual([{ kind: "feed", step: 1, token: "x" }]);
    await waitFor(() => expect(document.activeElement).toBe(cell(2, "t")));
  });

  test("the first step has no answer before it, so its input is typed", async () => {
    await choose("Feed another token", 1);
    expect(screen.queryByRole("list", { name: /^Likeliest/ })).toBeNull();
    expect(screen.getByRole("textbox", { name: "Another token" })).toBeTruthy();
  });
});

async function openBox(): Promise<Shown & { user: UserEvent; trace: Trace; box: HTMLElement }> {
  const shown = await showEditing();
  act(() => cell(2, "t").focus());
  await shown.user.keyboard("{F2}");
  const box = await screen.findByRole("spinbutton", { name: "Weight, 0 to 1" });
  await waitFor(() => expect(document.activeElement).toBe(box));
  return { ...shown, box };
}

const weightOf = ({ trace }: { readonly trace: Trace }): number =>
  trace.steps[1]?.attention?.weights[2] ?? Number.NaN;

describe("one weight", () => {
  test("arrow keys change it by 0.05, and the others share the rest", async () => {
    const shown = await openBox();
    await shown.user.keyboard("{ArrowDown}");
    const [edit] = await sentEdits(shown);
    if (edit?.kind !== "look") throw new Error("no row was edited");
    expect(edit.weights[2]).toBeCloseTo(weightOf(shown) - 0.05, 2);
    expect(edit.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
  });

  test("Escape leaves it, and the focus comes back to the cell", async () => {
    const { user } = await openBox();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(cell(2, "t")));
    expect(screen.queryByRole("spinbutton")).toBeNull();
  });

  test.each(["2", "-0.1", ""])(
    "a typed ‘%s’ gets a sentence and changes nothing",
    async (typed) => {
      const { user, box, sent } = await openBox();
      fireEvent.change(box, { target: { value: "0.5" } });
      await waitFor(() => expect(sent).toHaveLength(1));
      await user.clear(box);
      if (typed !== "") await user.type(box, typed);
      expect(screen.getByText("A weight is a number from 0 to 1.")).toBeTruthy();
      expect(box.getAttribute("aria-invalid")).toBe("true");
    },
  );

  test("undo goes back to before all moves in the box", async () => {
    const shown = await openBox();
    await shown.user.keyboard("{ArrowDown}{ArrowDown}{Escape}");
    await waitFor(() => expect(useApp.getState().view.show.edits).toHaveLength(1));
    await shown.user.click(await screen.findByRole("button", { name: "Undo edit" }));
    await waitFor(() => expect(useApp.getState().view.show.edits).toEqual([]));
    expect(screen.queryByRole("button", { name: "Undo edit" })).toBeNull();
  });
});

const at = (clientY: number, pointerType = "mouse") => ({
  pointerId: 1,
  pointerType,
  button: 0,
  clientY,
});

/** Presses, moves up by these pixels, and releases. */
function drag(on: HTMLElement, up: number, pointerType = "mouse"): void {
  fireEvent.pointerDown(on, at(300, pointerType));
  fireEvent.pointerMove(on, at(300 - up, pointerType));
  fireEvent.pointerUp(on, at(300 - up, pointerType));
}

describe("dragging a cell", () => {
  test("up makes the weight larger", async () => {
    const shown = await showEditing();
    drag(cell(2, "a"), 70);
    const [edit] = await sentEdits(shown);
    const before = shown.trace.steps[1]?.attention?.weights[1] ?? 0;
    expect(edit?.kind === "look" && edit.weights[1]).toBeCloseTo(before + 0.5, 2);
    expect(selection()).toEqual({ step: 1, column: 1 });
  });

  test("a row with one weight alone cannot share it, and the page says so", async () => {
    const shown = await showEditing();
    const alone = withEdits(shown.trace, [{ kind: "look", step: 1, weights: only(1) }]);
    act(() => setRun(LANE, { trace: alone }));
    drag(cell(2, "a"), -70);
    const message = await screen.findByText(/other weights/);
    expect(message.getAttribute("role")).toBe("alert");
    expect(shown.sent).toEqual([]);
  });

  test("a drag that goes on after a change of the example edits neither", async () => {
    const shown = await showEditing();
    const on = cell(2, "a");
    fireEvent.pointerDown(on, at(300));
    fireEvent.pointerMove(on, at(290));
    await waitFor(() => expect(shown.sent).toHaveLength(1));
    act(() => student.showExample(1));
    fireEvent.pointerMove(on, at(200));
    fireEvent.pointerUp(on, at(200));
    await act(async () => student.undoEdit()); // acts on edits keep their order
    expect(
      shown.sent.map((command) => command.type === "show" && command.show.edits.length),
    ).toEqual([1, 0]);
  });

  test("a short way is a click, and a finger scrolls", async () => {
    const shown = await showEditing();
    drag(cell(2, "a"), 3);
    drag(cell(2, "a"), 70, "touch");
    await shown.user.click(cell(1, "c"));
    expect(selection()).toEqual({ step: 0, column: 0 });
    expect(shown.sent).toEqual([]);
  });

  test("a long press of a finger opens the menu", async () => {
    await showEditing();
    fireEvent.pointerDown(cell(2, "a"), { pointerId: 1, pointerType: "touch", button: 0 });
    expect(await screen.findByRole("menuitem", { name: "Set weight" })).toBeTruthy();
  });
});

test("while a lesson asks about the map, the stage takes no edits", async () => {
  await showEditing();
  const lesson = { id: "readTheMap", step: 1 } as const; // it asks for a cell of a hidden row
  act(() => useApp.setState(({ view }) => ({ view: { ...view, mode: "learn", lesson } })));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Edit step/ })).toBeNull());
});

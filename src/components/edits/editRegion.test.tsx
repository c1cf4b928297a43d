/** The list of edits, the way back, the look at the untouched decode, and what the stage says of both. */
import {
  act,
  cleanup,
  createEvent,
  fireEvent,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { Edit } from "../../engine/edits/edit";
import type { EditProblem } from "../../engine/edits/editProblem";
import { changeLanguage } from "../../i18n/i18n";
import { page } from "../../state/actions/acts";
import { LANE } from "../../state/slices/lane";
import { setRun, useApp } from "../../state/store";
import { withEdits } from "../../vis/testing/editedTraces";
import { makeTrace } from "../../vis/testing/traces";
import { Centre } from "../centre/Centre";
import { type Shown, showTrace } from "../testing/showTrace";

afterEach(cleanup);

const TRACE = makeTrace({ source: ["c", "a", "t", "s"] }); // says s t a c <eos>
const SAY: Edit = { kind: "say", step: 1, token: "c" };
const LOOK: Edit = { kind: "look", step: 2, weights: [1, 0, 0, 0, 0] };

/** The stage after these edits, as the worker answers them. */
async function showEdited(...edits: readonly Edit[]): Promise<Shown & { user: UserEvent }> {
  const trace = withEdits(TRACE, edits);
  const shown = await showTrace(<Centre />, TRACE);
  await screen.findByRole("region", { name: "Edits" }); // it loads after the picture
  act(() => {
    useApp.setState(({ view }) => ({ view: { ...view, show: { ...view.show, edits } } }));
    setRun(LANE, { trace });
  });
  return { ...shown, user: userEvent.setup() };
}

const named = (role: string, name: RegExp): HTMLElement => screen.getByRole(role, { name });
const region = () => within(screen.getByRole("region", { name: "Edits" }));
const untouched = (): HTMLElement => region().getByRole("button", { name: "Show untouched" });
const heard = (): string => region().getByRole("status").textContent;
const effective = (): readonly Edit[] => useApp.getState().view.show.edits;

test.each<readonly [string, Edit]>([
  ["Step 2 says c, not t", SAY],
  ["Step 1 is fed t, not <sos>", { kind: "feed", step: 0, token: "t" }],
  ["Step 3 looks only at c", LOOK],
  ["Step 3 looks everywhere alike", { kind: "look", step: 2, weights: [0.2, 0.2, 0.2, 0.2, 0.2] }],
  ["Step 3 looks at c with 0.50", { kind: "look", step: 2, weights: [0.5, 0.5, 0, 0, 0] }],
  ["Step 3 looks at a with 0.70", { kind: "look", step: 2, weights: [0.3, 0.7, 0, 0, 0] }],
  ["Source token 2, a, is hidden", { kind: "hide", position: 1 }],
  ["Step 3 gets a context of zeros", { kind: "emptyContext", step: 2 }],
  ["Step 3 starts from a state of zeros", { kind: "emptyState", step: 2 }],
  ["Encoder states of “dogs”", { kind: "swapStates", source: "dogs" }],
  ["Attention temperature 2", { kind: "temperature", of: "attention", value: 2 }],
  ["3 pads, and no padding mask", { kind: "padding", count: 3 }],
])("a chip says: %s", async (text, edit) => {
  await showEdited(edit);
  const list = within(region().getByRole("list", { name: "Edits of this decode" }));
  expect(list.getByText(text)).toBeTruthy();
  expect(list.getByRole("button", { name: `Remove “${text}”` })).toBeTruthy();
});

test("a chip is removed, all are cleared, and undo brings them back", async () => {
  const { user } = await showEdited(SAY);
  await user.click(region().getByRole("button", { name: /^Remove/ }));
  await waitFor(() => expect(effective()).toEqual([]));
  await user.click(await region().findByRole("button", { name: "Undo edit" }));
  await waitFor(() => expect(effective()).toEqual([SAY]));
  await user.click(region().getByRole("button", { name: "Clear edits" }));
  await waitFor(() => expect(effective()).toEqual([]));
});

test("the focus stays in the region when its button goes away", async () => {
  const { user } = await showEdited(SAY);
  await user.click(region().getByRole("button", { name: "Clear edits" }));
  const menu = await region().findByRole("button", { name: /^Edit/ });
  await waitFor(() => expect(document.activeElement).toBe(menu));
  await user.click(region().getByRole("button", { name: "Undo edit" })); // the only act that can be taken back
  await waitFor(() => expect(effective()).toEqual([SAY]));
  expect(document.activeElement).toBe(menu);
});

test("many edits stand in a list that opens on a button", async () => {
  await showEdited(SAY, LOOK, { kind: "emptyContext", step: 3 });
  const list = screen.getByRole("group", { name: "Edits: 3", hidden: true });
  expect(within(list).getAllByRole("listitem", { hidden: true })).toHaveLength(3);
  expect(within(list).getByText("Only the token set by hand changed.")).toBeTruthy();
});

test("a screen reader hears each edit and what it changes, but not what training changes", async () => {
  await showEdited(SAY);
  expect(heard()).toBe("Step 2 says c, not t. Only the token set by hand changed.");
  act(() => setRun(LANE, { trace: withEdits(TRACE, [SAY, LOOK]) }));
  expect(heard()).toBe("Step 3 looks only at c. Only the token set by hand changed.");
  const trained = withEdits(TRACE, [SAY, LOOK]);
  act(() => setRun(LANE, { trace: { ...trained, untouched: null } }));
  expect(heard()).toBe("Step 3 looks only at c. Only the token set by hand changed.");
  act(() => setRun(LANE, { trace: TRACE }));
  expect(heard()).toBe("All edits are removed.");
});

/** Presses the button for a time that does not depend on the machine, in milliseconds. */
function press(milliseconds: number, whileDown: () => void = () => undefined): void {
  const fire = (event: Event, timeStamp: number): void => {
    Object.defineProperty(event, "timeStamp", { value: timeStamp });
    fireEvent(untouched(), event);
  };
  fire(createEvent.pointerDown(untouched(), { button: 0 }), 1000);
  whileDown();
  fire(createEvent.click(untouched()), 1000 + milliseconds);
}

test("a short press switches to the untouched decode and back", async () => {
  await showEdited(SAY);
  expect(screen.getByRole("status", { name: "Output" }).textContent).toBe("s, c wrong, ac");
  press(100);
  expect(screen.getByRole("status", { name: "Output" }).textContent).toBe("stac");
  expect(untouched().getAttribute("aria-pressed")).toBe("true");
  expect(heard()).toBe("This is the decode without your edits.");
  press(100);
  expect(screen.getByRole("status", { name: "Output" }).textContent).toBe("s, c wrong, ac");
});

test("a held button shows it only until its release", async () => {
  await showEdited(SAY);
  press(1000, () => expect(untouched().getAttribute("aria-pressed")).toBe("true"));
  expect(untouched().getAttribute("aria-pressed")).toBe("false");
});

test("the key U shows it while it is held in the stage, and nowhere else", async () => {
  await showEdited(SAY);
  const [cell] = screen.getAllByRole("gridcell");
  const source = screen.getByRole("textbox", { name: "Source" });
  for (const elsewhere of [source, document.body]) {
    fireEvent.keyDown(elsewhere, { key: "u" });
    expect(untouched().getAttribute("aria-pressed")).toBe("false");
  }
  if (cell) fireEvent.keyDown(cell, { key: "u" });
  expect(untouched().getAttribute("aria-pressed")).toBe("true");
  fireEvent.keyUp(document.body, { key: "u" });
  expect(untouched().getAttribute("aria-pressed")).toBe("false");
});

test("the cells, tokens and tiles say what is set by hand and what was", async () => {
  await showEdited(SAY, LOOK, { kind: "hide", position: 1 }, { kind: "emptyContext", step: 3 });
  const was = TRACE.steps[2]?.attention?.weights[0]?.toFixed(2);
  expect(named("gridcell", /^step 3, .*source c,/).getAttribute("aria-label")).toMatch(
    new RegExp(`weight 1.00.*, set by hand, was ${was}$`),
  );
  expect(named("gridcell", /^step 4, .*source c,/).getAttribute("aria-label")).not.toMatch(/was/);
  expect(named("rowheader", /^c, .*, set by hand, was t$/)).toBeTruthy();
  expect(screen.getByText(/^Input of step 3: c, .*, was t$/)).toBeTruthy();
  expect(named("button", /^a, hidden by hand$/)).toBeTruthy();
  expect(named("button", /^Context vector c₄, emptied by hand$/)).toBeTruthy();
});

const PROBLEMS: readonly (readonly [EditProblem, string, string])[] = [
  [
    { kind: "unknownToken", token: "ß" },
    "The model’s vocabulary has no token “ß”.",
    "모델의 어휘에 ‘ß’ 토큰이 없습니다.",
  ],
  [
    { kind: "sourceLength", length: 4, expected: 5 },
    "That source has 3 tokens, and this one has 4.",
    "그 원문은 토큰이 3개이고, 지금 원문은 4개입니다.",
  ],
  [
    { kind: "hiddenWeight", step: 0, position: 1 },
    "Step 1 looks at source token 2, so this token cannot be hidden.",
    "시점 1에서 원문 토큰 2번을 보고 있어서 가릴 수 없습니다.",
  ],
];

test.each(PROBLEMS)(
  "a refused edit gets a sentence until it is read: %o",
  async (problem, english, korean) => {
    const { user } = await showEdited(SAY);
    act(() => setRun(LANE, { refusedEdits: [{ edit: LOOK, problem }] }));
    const alert = screen.getByText(english);
    expect(alert.getAttribute("role")).toBe("alert");
    await act(() => changeLanguage("ko"));
    expect(screen.getByText(korean)).toBe(alert);
    await act(() => changeLanguage("en"));
    await user.click(screen.getByRole("button", { name: "Close the message" }));
    await waitFor(() => expect(alert.textContent).toBe(""));
  },
);

test("without the last edit, the look at the untouched decode ends", async () => {
  await showEdited(SAY);
  act(() => page.showUntouched(true));
  act(() => {
    useApp.setState(({ view }) => ({ view: { ...view, show: { ...view.show, edits: [] } } }));
  });
  await waitFor(() => expect(useApp.getState().view.showsUntouched).toBe(false));
});

test("buttons that go away hand the focus to a neighbour, or to the menu of the edits", async () => {
  const { user } = await showEdited(SAY, LOOK);
  const menu = region().getByRole("button", { name: /^Edit step/ });
  const list = () => region().getAllByRole("button", { name: /^Remove/ });
  list()[0]?.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(effective()).toEqual([LOOK]));
  expect(document.activeElement).toBe(list()[0]);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(effective()).toEqual([]));
  expect(document.activeElement).toBe(menu);
  await act(async () => page.undoEdit());
  for (const last of ["Clear edits", "Undo edit", "Undo edit"]) {
    (await region().findByRole("button", { name: last })).focus();
    await user.keyboard("{Enter}");
    await act(async () => page.dismissRefusedEdits()); // the acts keep their order
  }
  expect(region().queryByRole("button", { name: "Undo edit" })).toBeNull();
  expect(document.activeElement).toBe(menu);
});

test("while the stage draws gradients, edits can be taken back but not made", async () => {
  const { user } = await showEdited(LOOK);
  act(() => useApp.setState(({ view }) => ({ view: { ...view, drawn: "gradients" } })));
  expect(region().queryByRole("button", { name: /^Edit step/ })).toBeNull();
  await user.click(region().getByRole("button", { name: "Clear edits" }));
  await waitFor(() => expect(effective()).toEqual([]));
  expect(screen.queryByRole("region", { name: "Edits" })).toBeNull();
});

test("of many refused edits, as in a long link, three get a sentence", async () => {
  await showEdited(SAY);
  const refused = [11, 12, 13, 14, 15].map((step) => ({
    edit: SAY,
    problem: { kind: "stepBeyond", step, steps: 10 } as const,
  }));
  act(() => setRun(LANE, { refusedEdits: refused }));
  const alert = await screen.findByText(/The answer has no step 12/);
  expect(alert.textContent).toBe(
    "The answer has no step 12. The answer has no step 13. The answer has no step 14. 2 more edits do not apply.",
  );
});

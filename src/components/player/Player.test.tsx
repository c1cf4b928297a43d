import { act, cleanup, createEvent, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ExampleChoice } from "../../engine/show";
import type { Trace } from "../../engine/results/trace";
import { UNK } from "../../engine/text/tokens";
import { select, setSpeed } from "../../state/actions/viewing";
import { LANE } from "../../state/slices/lane";
import { laneOf, setView, useApp } from "../../state/store";
import { jamoOf } from "../../engine/tasks/hangul/jamo";
import { readyWith } from "../../state/testing/events";
import { answer, asked, receive } from "../../state/testing/openedPage";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { showStage } from "../testing/showStage";
import { selection } from "../testing/showTrace";
import { freeClock, promptUser, stopClock } from "../testing/stillClock";

const WORD = { source: ["c", "a", "t", "s"] }; // 5 steps, with <eos>

afterEach(() => {
  cleanup();
  freeClock();
});

const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const source = (): HTMLInputElement => screen.getByRole("textbox", { name: "Source" });
const output = (): string => screen.getByRole("status", { name: "Output" }).textContent;
const advance = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

async function show(trace = makeTrace(WORD)) {
  const shown = await showStage(trace);
  stopClock();
  return { ...shown, user: promptUser() };
}

/** A trace of this example. */
function traceOf(example: ExampleChoice, options: TraceOptions): Trace {
  const trace = makeTrace(options);
  return { ...trace, show: { ...trace.show, example } };
}

/** How many parts of the page say that a token is right or wrong. */
function judged(): number {
  return document.querySelectorAll(
    "[data-place=figure] [data-gold], [data-place=output] :is([data-mark=right], [data-mark=wrong])",
  ).length;
}

test("a link can hide the expected answer, and then nothing is judged", async () => {
  await show(makeTrace({ ...WORD, wrong: [1] }));
  expect(screen.getByText("Expected")).toBeTruthy();
  expect(judged()).toBeGreaterThan(0);
  act(() => setView({ hidden: ["expected"] }));
  expect(screen.queryByText("Expected")).toBeNull();
  expect(judged()).toBe(0);
  expect(screen.queryByText(/tokens right/)).toBeNull();
});

test("the output grows with the steps, without its <eos>", async () => {
  const { user } = await show();
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
  const { user } = await show();
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
  const { user } = await show();
  act(() => select(2));
  await user.click(button("Play"));
  advance(700);
  await user.click(button("Pause playback"));
  expect(selection().step).toBe(3);
  advance(5000);
  expect(selection().step).toBe(3);
});

test("a manual step ends playback", async () => {
  const { user } = await show();
  await user.click(button("Play"));
  await user.click(button("Next token"));
  expect(useApp.getState().view.playing).toBe(false);
});

test("the speed has a text in words", async () => {
  await show();
  const slider = screen.getByRole("slider", { name: "Speed" });
  fireEvent.change(slider, { target: { value: "2.5" } });
  expect(slider.getAttribute("aria-valuetext")).toBe("2.5 steps per second");
});

test("with nothing focused, arrows step, Home and End jump, and Space plays", async () => {
  const { user } = await show();
  expect(document.activeElement).toBe(document.body);
  await user.keyboard("{Home}{ArrowRight}{ArrowRight}{ArrowLeft}");
  expect(selection().step).toBe(1);
  await user.keyboard("{End}");
  expect(selection().step).toBe(4);
  await user.keyboard(" ");
  expect([selection().step, useApp.getState().view.playing]).toEqual([0, true]);
});

test("a presenter's remote steps", async () => {
  const { user } = await show();
  await user.keyboard("{PageUp}{PageUp}{PageDown}");
  expect(selection().step).toBe(3);
});

test("a key that ends the opening film does nothing else", async () => {
  const { user } = await show();
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
  const { user } = await show();
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
  await show();
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
  await show();
  act(() => select(2));
  const height = vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(5000);
  const left = ["Home", "End", "PageUp", "PageDown", "ArrowLeft"].map(pressAt(document.body));
  expect(left).toEqual([true, true, true, true, false]);
  expect(selection().step).toBe(1);
  height.mockRestore();
});

test("the step buttons are disabled at their ends and keep the focus, but not during playback", async () => {
  const { user } = await show();
  const disabled = () =>
    ["Previous token", "Next token"].map((name) => button(name).getAttribute("aria-disabled"));
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

test("fields and the map keep their own keys", async () => {
  const { user } = await show();
  act(() => select(3));
  await user.click(source());
  await user.keyboard("{ArrowLeft}{Home} ");
  expect(selection().step).toBe(3);
  fireEvent.keyDown(screen.getByRole("slider", { name: "Speed" }), { key: "Home" });
  expect(selection().step).toBe(3);
});

test("Enter decodes the whole typed source", async () => {
  const { user, sent } = await show();
  act(() => select(2));
  await user.clear(source());
  await user.type(source(), "hello{Enter}");
  const example = { kind: "typed", text: "hello" };
  expect(sent.at(-1)).toMatchObject({ type: "show", show: { example } });
  expect(selection().step).toBeGreaterThan(4);
});

const TYPED = { kind: "typed", text: "hello" } as const;

/** Types a text without Enter. */
async function draft(text: string = TYPED.text) {
  const shown = await show();
  act(() => receive(readyWith()));
  await shown.user.clear(source());
  await shown.user.type(source(), text);
  return shown;
}

/** What the box says of its text beside it, and to a screen reader. */
function marked(): string {
  const ids = source().getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
}

test("a typed text is marked until the stage shows it, and the button Decode decodes it", async () => {
  const { user, sent } = await draft();
  expect(screen.getByText("not shown yet")).toBeTruthy();
  expect(marked()).toBe("Not shown yet. The picture still shows ‘cats’. Press Enter or Decode.");
  expect(sent.at(-1)?.type).not.toBe("show");
  await user.click(button("Decode"));
  expect(sent.at(-1)).toMatchObject({ type: "show", show: { example: TYPED } });
  expect(source().value).toBe("hello");
  expect(screen.getByText("not shown yet")).toBeTruthy();
  const trace = traceOf(TYPED, { source: Array.from(TYPED.text) });
  act(() => answer({ type: "trace", runId: 1, requestId: asked("show"), trace }));
  expect(screen.queryByText("not shown yet")).toBeNull();
  expect(marked()).toBe("");
});

test("after a crash nothing is decoded or played, and the steps on the stage stay in reach", async () => {
  const { user, sent } = await draft();
  act(() => receive({ type: "failed", failure: { kind: "crash", detail: "" } }));
  const count = sent.length;
  for (const name of ["Decode", "Play", "Another example"]) {
    expect(button(name).getAttribute("aria-disabled")).toBe("true");
    await user.click(button(name));
  }
  await user.type(source(), "{Enter}");
  await user.click(screen.getByRole("switch", { name: "Teacher forcing" }));
  expect(sent).toHaveLength(count);
  expect(useApp.getState().view.playing).toBe(false);
  expect(button("First token").getAttribute("aria-disabled")).not.toBe("true");
});

test("a text typed back to the source on the stage is no draft", async () => {
  await draft("cats");
  expect(screen.queryByText("not shown yet")).toBeNull();
});

test.each([
  ["Play", 0, true],
  ["First token", 0, false],
  ["Next token", 0, false],
  ["Previous token", 4, false],
  ["Last token", 4, false],
] as const)("%s decodes a typed text first", async (name, step, isPlaying) => {
  const { user, sent } = await draft();
  const before = sent.length;
  await user.click(button(name));
  expect(sent.slice(before)).toHaveLength(1);
  expect(sent.at(-1)).toMatchObject({ type: "show", show: { example: TYPED } });
  const { playing } = useApp.getState().view;
  expect([Math.min(selection().step, 4), playing]).toEqual([step, isPlaying]);
});

test("the switch and the choice of tokens decode a typed text, each in one decode", async () => {
  const { user, sent } = await draft();
  const before = sent.length;
  await user.click(screen.getByRole("switch", { name: "Teacher forcing" }));
  expect(sent.slice(before)).toMatchObject([{ show: { example: TYPED, feeding: "truth" } }]);
  await user.click(screen.getByRole("switch", { name: "Teacher forcing" }));
  await user.type(source(), "!");
  await user.selectOptions(screen.getByRole("combobox", { name: "Decoding" }), "beam");
  const example = { kind: "typed", text: "hello!" };
  expect(sent.at(-1)).toMatchObject({ show: { example, choosing: { method: "beam" } } });
});

test("playback waits for the decode of a typed text, and stops where it is refused", async () => {
  const { user } = await draft();
  act(() => setSpeed(2));
  await user.click(button("Play"));
  advance(3000);
  expect(selection().step).toBe(0);
  const problem = { kind: "unknownTokens", tokens: ["é"] } as const;
  const refused = { requestId: asked("show"), text: TYPED.text, problem };
  act(() => answer({ type: "sourceRejected", ...refused }));
  expect(button("Play")).toBeTruthy();
  expect(output()).toBe("stac");
  expect(source().value).toBe("hello");
  await user.click(button("Play"));
  advance(500);
  expect(selection().step).toBe(1); // it plays the answer on the stage
});

test("another example replaces a typed text, and a new model a refused one", async () => {
  const { user } = await draft();
  await user.click(button("Another example"));
  expect(source().value).toBe("cats");
  await user.clear(source());
  await user.type(source(), "é{Enter}");
  const problem = { kind: "unknownTokens", tokens: ["é"] } as const;
  act(() => answer({ type: "sourceRejected", requestId: asked("show"), text: "é", problem }));
  expect(source().value).toBe("é");
  act(() => receive(readyWith({ runId: 2 })));
  expect(source().value).toBe("cats");
  expect(source().getAttribute("aria-invalid")).toBe("false");
});

/** The event of this environment has no data of its own. */
function endComposition(data: string): void {
  const event = createEvent.compositionEnd(source());
  Object.defineProperty(event, "data", { value: data });
  fireEvent(source(), event);
}

test.each([
  ["composing", { isComposing: true }],
  ["key code 229", { keyCode: 229 }],
])("Enter of an input method does not submit: %s", async (_, init) => {
  const { sent } = await show();
  const before = sent.length;
  const event = createEvent.keyDown(source(), { key: "Enter", ...init });
  fireEvent(source(), event);
  expect(event.defaultPrevented).toBe(false);
  expect(sent).toHaveLength(before);
});

test("the box shows a Hangul source in syllables, the stage its tokens in jamo", async () => {
  const task = { id: "hangulLetters" } as const;
  const { sent } = await show(makeTrace({ source: jamoOf("한국"), target: ["h", "a"], task }));
  expect(source().value).toBe("한국");
  const tokens = screen.getAllByRole("columnheader").map((token) => token.textContent);
  expect(tokens.slice(1, 7).join("")).toBe("ㅎㅏㄴㄱㅜㄱ");
  // an input method composes one syllable, keystroke by keystroke
  fireEvent.compositionStart(source());
  for (const value of ["ㄱ", "그", "글"]) {
    fireEvent.change(source(), { target: { value } });
    expect(source().value).toBe(value);
  }
  const before = sent.length;
  fireEvent.keyDown(source(), { key: "Enter", isComposing: true });
  expect(sent).toHaveLength(before);
  endComposition("글");
  fireEvent.keyDown(source(), { key: "Enter" }); // some browsers send it for the same press
  const example = { kind: "typed", text: "글" };
  expect(sent.slice(before)).toMatchObject([{ type: "show", show: { example } }]);
});

test("where the composition ends before its Enter, that Enter decodes", async () => {
  const { sent } = await show();
  const before = sent.length;
  fireEvent.compositionStart(source());
  fireEvent.change(source(), { target: { value: "글" } });
  endComposition("글");
  fireEvent.keyDown(source(), { key: "Enter", keyCode: 229, isComposing: false });
  fireEvent.keyUp(source(), { key: "Enter", keyCode: 229 });
  expect(sent.slice(before)).toHaveLength(1);
});

test("the Enter that chooses a candidate of a Japanese input method decodes nothing", async () => {
  const { sent } = await show();
  const before = sent.length;
  fireEvent.compositionStart(source());
  fireEvent.keyDown(source(), { key: "Enter", isComposing: true });
  endComposition("漢字");
  expect(sent).toHaveLength(before);
});

test.each([
  [{ kind: "empty" } as const, "Type something to read first."],
  [
    { kind: "tooLong", length: 12, limit: 8 } as const,
    "Too long: this source has 12 tokens. At most 8 can be shown.",
  ],
  [
    { kind: "unknownTokens", tokens: ["ж", "Ω"] } as const,
    "Not in this model’s vocabulary: ‘ж’, ‘Ω’. It reads the letters a to z. A capital counts as its small letter.",
  ],
])("an unreadable source has a sentence with the reason: %o", async (problem, sentence) => {
  const { user } = await show();
  await user.clear(source());
  await user.type(source(), "text{Enter}");
  const requestId = asked("show");
  act(() => answer({ type: "sourceRejected", requestId, text: "text", problem }));
  const whole = `${sentence} The picture still shows ‘cats’.`;
  expect(screen.getByText(whole)).toBeTruthy();
  expect(source().getAttribute("aria-invalid")).toBe("true");
  const described = document.getElementById(source().getAttribute("aria-describedby") ?? "");
  expect(described?.textContent).toBe(whole);
  await user.type(source(), "!");
  expect(source().getAttribute("aria-invalid")).toBe("false");
});

test("a typed source beyond the lengths of training has a visible and an announced note", async () => {
  const { user } = await show();
  const note =
    "This source is longer than any in training (at most 8 tokens). See where the model fails.";
  act(() => receive(readyWith()));
  const decode = async (text: string): Promise<void> => {
    await user.clear(source());
    await user.type(source(), `${text}{Enter}`);
    const trace = traceOf({ kind: "typed", text }, { source: Array.from(text) });
    act(() => answer({ type: "trace", runId: 1, requestId: asked("show"), trace }));
  };
  await decode("abcdefghi");
  expect(screen.getByText(note).id).toBe(source().getAttribute("aria-describedby"));
  expect(source().getAttribute("aria-invalid")).toBe("false");
  expect(
    screen.getByText(/^Output: ihgfedcba, .* tokens right\. This source is longer/),
  ).toBeTruthy();
  await decode("abcdefgh");
  expect(screen.queryByText(note)).toBeNull();
  expect(source().getAttribute("aria-describedby")).toBeNull();
});

test("the note names words that the vocabulary lacks, and a space that it lacks", async () => {
  const { user } = await show();
  act(() => receive(readyWith()));
  const example = { kind: "typed", text: "a pizza please" } as const;
  const task = { id: "pairs", sourceUnit: "word" } as const;
  const known = traceOf(example, { source: ["a", "pizza", "please"], known: false, task });
  const trace = {
    ...known,
    source: known.source.map((token) => (token.text === "pizza" ? { ...token, id: UNK } : token)),
  };
  const type = async (): Promise<void> => {
    await user.clear(source());
    await user.type(source(), `${example.text}{Enter}`);
  };
  await type();
  const requestId = asked("show");
  act(() => answer({ type: "trace", runId: 1, requestId, trace }));
  const sentence = "Not in the vocabulary, so read as <unk> (unknown token): ‘pizza’.";
  const note = screen.getByText(sentence);
  expect(note.id).toBe(source().getAttribute("aria-describedby"));
  act(() => receive({ type: "trace", runId: 1, requestId, trace: known }));
  expect(screen.queryByText(sentence)).toBeNull();
  await type();
  const problem = { kind: "unknownTokens", tokens: [" ", "é"] } as const;
  const refused = { requestId: asked("show"), text: example.text, problem };
  act(() => answer({ type: "sourceRejected", ...refused }));
  expect(screen.getByText(/^Not in this model’s vocabulary: space, ‘é’\./)).toBeTruthy();
});

test("teacher forcing is disabled, with the reason, where the right answer is unknown", async () => {
  const { user, sent } = await show(makeTrace({ ...WORD, known: false }));
  const forcing = screen.getByRole<HTMLInputElement>("switch", { name: "Teacher forcing" });
  expect(forcing.getAttribute("aria-disabled")).toBe("true");
  const before = sent.length;
  await user.click(forcing);
  expect(sent).toHaveLength(before);
  const reason = document.getElementById(forcing.getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toContain("teacher forcing cannot be used");
});

test("the switch requests a forced decode", async () => {
  const { user, sent } = await show();
  await user.click(screen.getByRole("switch", { name: "Teacher forcing" }));
  expect(sent.at(-1)).toMatchObject({ type: "show", show: { feeding: "truth" } });
});

test("another example replaces the typed source", async () => {
  const { user, sent } = await show();
  await user.type(source(), "xyz");
  await user.click(button("Another example"));
  expect(sent.at(-1)).toMatchObject({ type: "show", show: { example: { kind: "heldOut" } } });
});

test("a wrong token is separate from its neighbours for a screen reader", async () => {
  await show(makeTrace({ ...WORD, wrong: [1] }));
  const said = output();
  expect(said).toMatch(/^s, . wrong, ac$/);
});

const rightTexts = (): (string | null)[] =>
  [...document.querySelectorAll("output [data-mark=right]")].map((token) => token.textContent);

test("right characters form one text, right words separate texts", async () => {
  await show(makeTrace({ ...WORD, wrong: [1] }));
  expect(rightTexts()).toEqual(["s", "ac"]);
  cleanup();
  await show(makeTrace({ source: ["i", "am", "here"], task: { targetUnit: "word" } }));
  expect(rightTexts()).toEqual(["here", "am", "i"]);
  expect(output()).toBe("here am i");
});

test("the score counts right tokens", async () => {
  await show(makeTrace({ ...WORD, wrong: [2] }));
  expect(screen.getByText("4 of 5 tokens right")).toBeTruthy();
});

test("before the last step the score names the tokens that it counts", async () => {
  const { user } = await show(makeTrace({ ...WORD, wrong: [2] }));
  await user.click(button("First token"));
  expect(screen.getByText("1 of the first 1 right")).toBeTruthy();
  await user.click(button("Last token"));
  await user.click(button("Previous token"));
  expect(screen.getByText("3 of the first 4 right")).toBeTruthy();
});

test("the score is out of the right answer's tokens, and counts extra tokens", async () => {
  const trace = makeTrace({ ...WORD, wrong: [0] });
  await show({ ...trace, expected: trace.expected?.slice(0, 3) ?? null });
  expect(screen.getByText("2 of 3 tokens right, 2 more than expected")).toBeTruthy();
});

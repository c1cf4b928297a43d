import { act, cleanup, createEvent, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ExampleChoice } from "../../engine/show";
import type { Trace } from "../../engine/results/trace";
import { UNK } from "../../engine/text/tokens";
import { select, setSpeed } from "../../state/actions/viewing";
import { useApp } from "../../state/store";
import { jamoOf } from "../../engine/tasks/hangul/jamo";
import { readyWith } from "../../state/testing/events";
import { answer, asked, receive } from "../../state/testing/openedPage";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { selection, showTrace } from "../testing/showTrace";
import { Stage } from "./Stage";

const WORD = { source: ["c", "a", "t", "s"] }; // 5 steps, with <eos>

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const button = (name: string): HTMLElement => screen.getByRole("button", { name });
const source = (): HTMLInputElement => screen.getByRole("textbox", { name: "Source" });
const output = (): string => screen.getByRole("status", { name: "Output" }).textContent;
const advance = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

async function show(trace = makeTrace(WORD)) {
  const shown = await showTrace(<Stage />, trace);
  return { ...shown, user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }) };
}

/** A trace of this example. */
function traceOf(example: ExampleChoice, options: TraceOptions): Trace {
  const trace = makeTrace(options);
  return { ...trace, show: { ...trace.show, example } };
}

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

test("the stage has the keys Space, arrows, Home and End; a button keeps its Space", async () => {
  const { user } = await show();
  act(() => button("Next token").focus());
  await user.keyboard("{Home}{ArrowRight}{ArrowRight}{ArrowLeft}");
  expect(selection().step).toBe(1);
  await user.keyboard(" ");
  expect(selection().step).toBe(2);
  expect(useApp.getState().view.playing).toBe(false);
  await user.keyboard("{End}");
  expect(selection().step).toBe(4);
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
  expect(tokens.slice(0, 6).join("")).toBe("ㅎㅏㄴㄱㅜㄱ");
  // an input method composes one syllable, keystroke by keystroke
  fireEvent.compositionStart(source());
  for (const value of ["ㄱ", "그", "글"]) {
    fireEvent.change(source(), { target: { value } });
    expect(source().value).toBe(value);
  }
  const before = sent.length;
  fireEvent.keyDown(source(), { key: "Enter", isComposing: true });
  expect(sent).toHaveLength(before);
  fireEvent.compositionEnd(source());
  fireEvent.keyDown(source(), { key: "Enter" });
  const example = { kind: "typed", text: "글" };
  expect(sent.at(-1)).toMatchObject({ type: "show", show: { example } });
});

test.each([
  [{ kind: "empty" } as const, "Type something to read first."],
  [
    { kind: "tooLong", length: 12, limit: 8 } as const,
    "Too long: 12 tokens, and at most 8 can be shown here.",
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
  const whole = `${sentence} Below is still ‘cats’.`;
  expect(screen.getByText(whole)).toBeTruthy();
  expect(source().getAttribute("aria-invalid")).toBe("true");
  const described = document.getElementById(source().getAttribute("aria-describedby") ?? "");
  expect(described?.textContent).toBe(whole);
  await user.type(source(), "!");
  expect(source().getAttribute("aria-invalid")).toBe("false");
});

test("a typed source beyond the lengths of training has a visible and an announced note", async () => {
  const { user } = await show();
  const note = "Longer than any source in training (at most 8 tokens): watch where it fails.";
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
  expect(screen.getByText(/^Output: ihgfedcba, .* tokens right\. Longer than any/)).toBeTruthy();
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
  const sentence = "Not in the vocabulary, read as <unk>: ‘pizza’.";
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
  expect(reason?.textContent).toContain("no truth to feed");
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

test("the score is out of the right answer's tokens, and counts extra tokens", async () => {
  const trace = makeTrace({ ...WORD, wrong: [0] });
  await show({ ...trace, expected: trace.expected?.slice(0, 3) ?? null });
  expect(screen.getByText("2 of 3 tokens right, 2 too many")).toBeTruthy();
});

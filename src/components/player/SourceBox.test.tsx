import { act, createEvent, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { UNK } from "../../engine/text/tokens";
import { select, setSpeed } from "../../state/actions/viewing";
import { useApp } from "../../state/store";
import { jamoOf } from "../../engine/tasks/hangul/jamo";
import { readyWith } from "../../state/testing/events";
import { answer, asked, receive } from "../../state/testing/openedPage";
import { makeTrace } from "../../vis/testing/traces";
import {
  advance,
  button,
  leavePlayer,
  output,
  showPlayer,
  source,
  traceOf,
} from "../testing/showPlayer";
import { selection } from "../testing/showTrace";

afterEach(leavePlayer);

test("Enter decodes the whole typed source", async () => {
  const { user, sent } = await showPlayer();
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
  const shown = await showPlayer();
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
  const { sent } = await showPlayer();
  const before = sent.length;
  const event = createEvent.keyDown(source(), { key: "Enter", ...init });
  fireEvent(source(), event);
  expect(event.defaultPrevented).toBe(false);
  expect(sent).toHaveLength(before);
});

test("the box shows a Hangul source in syllables, the stage its tokens in jamo", async () => {
  const task = { id: "hangulLetters" } as const;
  const { sent } = await showPlayer(
    makeTrace({ source: jamoOf("한국"), target: ["h", "a"], task }),
  );
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
  const { sent } = await showPlayer();
  const before = sent.length;
  fireEvent.compositionStart(source());
  fireEvent.change(source(), { target: { value: "글" } });
  endComposition("글");
  fireEvent.keyDown(source(), { key: "Enter", keyCode: 229, isComposing: false });
  fireEvent.keyUp(source(), { key: "Enter", keyCode: 229 });
  expect(sent.slice(before)).toHaveLength(1);
});

test("the Enter that chooses a candidate of a Japanese input method decodes nothing", async () => {
  const { sent } = await showPlayer();
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
  const { user } = await showPlayer();
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
  const { user } = await showPlayer();
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
  const { user } = await showPlayer();
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

test("another example replaces the typed source", async () => {
  const { user, sent } = await showPlayer();
  await user.type(source(), "xyz");
  await user.click(button("Another example"));
  expect(sent.at(-1)).toMatchObject({ type: "show", show: { example: { kind: "heldOut" } } });
});

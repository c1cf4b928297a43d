import { cleanup, screen } from "@testing-library/react";
import { act } from "react";
import { afterEach, expect, test } from "vitest";
import { EOS } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";
import { makeTrace } from "../../vis/testing/traces";
import { showTrace } from "../testing/showTrace";
import { Stage } from "../player/Stage";
import { select } from "../../state/actions/viewing";

afterEach(cleanup);

/** A trace with <eos> at these steps, right or not. */
function withEosAt(steps: readonly number[], trace: Trace): Trace {
  const chosen = { id: EOS, text: "<eos>" };
  return {
    ...trace,
    steps: trace.steps.map((step, t) => (steps.includes(t) ? { ...step, chosen } : step)),
  };
}

/** The output line's texts and frames with their marks, in order. */
function line(): string[] {
  const output = screen.getByRole("status", { name: "Output" });
  const marked = output.parentElement?.querySelectorAll<HTMLElement>("[data-mark]") ?? [];
  return [...marked].map((part) => {
    const text = part.title
      ? (part.querySelector("[aria-hidden]")?.textContent ?? "")
      : (part.firstChild?.textContent ?? "");
    return `${text}: ${part.dataset["mark"]}`;
  });
}

const WORD = { source: ["c", "a", "t", "s"] }; // 5 steps, with <eos>

test("a right <eos> has the same mark as the tokens before it", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  expect(line()).toEqual(["stac: right", "eos: right"]);
});

test("an <eos> that comes too early is marked wrong, visibly and in words", async () => {
  const trace = withEosAt([2], makeTrace(WORD));
  await showTrace(<Stage />, { ...trace, steps: trace.steps.slice(0, 3) });
  expect(line()).toEqual(["st: right", "eos: wrong"]);
  expect(screen.getByTitle("end of sequence, wrong").textContent).toMatch(
    /^end of sequence, wrong/,
  );
  expect(screen.getByText("2 of 5 tokens right")).toBeTruthy();
});

test("teacher forcing continues after a wrong <eos>: the line shows all tokens, and the score counts the marked ones", async () => {
  const forced = makeTrace({ ...WORD, teacherForcing: true });
  await showTrace(<Stage />, withEosAt([1, 2], forced));
  expect(line()).toEqual(["s: right", "eos ×2: wrong", "c: right", "eos: right"]);
  expect(screen.getByTitle("end of sequence, 2 times, wrong")).toBeTruthy();
  expect(screen.getByText("3 of 5 tokens right, fed the right answer")).toBeTruthy();
  act(() => select(1));
  expect(line()).toEqual(["s: right", "eos: wrong"]);
});

test("a right <eos> is separate from the wrong ones before it", async () => {
  const forced = makeTrace({ ...WORD, teacherForcing: true });
  await showTrace(<Stage />, withEosAt([1, 2, 3], forced));
  expect(line()).toEqual(["s: right", "eos ×3: wrong", "eos: right"]);
  expect(screen.getByText("2 of 5 tokens right, fed the right answer")).toBeTruthy();
});

const size = (): string | undefined =>
  document.querySelector<HTMLElement>("[data-place=output]")?.dataset["size"];

test("repeated <eos>, which have one mark, do not change the size of the lines", async () => {
  const trace = makeTrace({ source: Array.from("rainbow"), teacherForcing: true }); // 8 steps, with <eos>
  await showTrace(<Stage />, trace);
  expect(size()).toBe("one");
  cleanup();
  await showTrace(<Stage />, withEosAt([3, 4, 5, 6], trace));
  expect(size()).toBe("one");
});

test("says that a day does not exist instead of an answer that is not known", async () => {
  const trace = makeTrace(WORD);
  await showTrace(<Stage />, { ...trace, expected: null, gold: null, unsolved: "noSuchDay" });
  expect(screen.getByText("none, because this day does not exist")).toBeDefined();
});

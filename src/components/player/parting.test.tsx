import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { BesideKind } from "../../engine/beside";
import type { Trace } from "../../engine/results/trace";
import type { Show } from "../../engine/show";
import { setTeacherForcing, showBeside } from "../../state/actions/showing";
import { setView, useApp } from "../../state/store";
import { withBeside } from "../../vis/testing/beside";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { showStage } from "../testing/showStage";
import { showTrace } from "../testing/showTrace";
import { BesideChoice } from "./BesideChoice";

afterEach(cleanup);

const WORD = { source: ["c", "a", "t", "s"] }; // the right answer is s, t, a, c, <eos>

/** The decode of the word, fed its own answers or the truth; it slips at these steps, 0-based. */
const decode = (options: TraceOptions = {}): Trace => makeTrace({ ...WORD, ...options });
const FORCED = { teacherForcing: true };

/** The stage with another decode beside the shown one. */
async function showBoth(trace: Trace, kind: BesideKind, other: Trace) {
  const both = withBeside(trace, kind, other);
  const shown = await showStage(both);
  act(() => setView({ show: both.show }));
  const note = await screen.findByRole("region", { name: "Two decodes side by side" });
  return { ...shown, note: within(note) };
}

const wanted = (): Show => useApp.getState().view.show;
const beside = (): HTMLElement => screen.getByRole("combobox", { name: "Second decode" });

test("the stage marks where free and forced part, and a sentence says what each says there", async () => {
  const { note } = await showBoth(decode({ wrong: [2, 3] }), "forced", decode(FORCED));
  const sentence = note.getByRole("status");
  expect(sentence.textContent).toContain(
    "They first differ at step 3: fed its own answers it says ‘c’, ",
  );
  expect(sentence.textContent).toContain("fed the truth it says ‘a’.");
  expect(await screen.findByText("first difference", { selector: "[aria-hidden] *" })).toBeTruthy();
});

test("the slip that both share before they part is told first", async () => {
  const free = decode({ wrong: [1, 3] });
  const { note } = await showBoth(free, "forced", decode({ ...FORCED, wrong: [1] }));
  expect(note.getByRole("status").textContent).toMatch(
    /^At step 2 both say ‘c’, but the truth is ‘t’. Step 3 reads one or the other. They first differ at step 4/,
  );
});

test("a table has both step by step, with the parting and the errors after it in words", async () => {
  const { note } = await showBoth(
    decode({ wrong: [0, 2] }),
    "forced",
    decode({ ...FORCED, wrong: [0] }),
  );
  await userEvent.click(note.getByText("Step by step"));
  const [, ...sides] = await note.findAllByRole("row"); // after the numbers of the steps
  const [shown, other] = sides.map((row) =>
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  );
  expect(shown).toEqual(["c", "t", "c (wrong, first difference)", "c", "eos"]);
  expect(other).toEqual(["c", "t", "a (first difference)", "c", "eos"]);
});

test.each<[BesideKind, Trace, Trace, RegExp]>([
  [
    "free",
    decode(FORCED),
    decode({ wrong: [1] }),
    /fed the truth it says ‘t’, fed its own answers/,
  ],
  [
    "greedy",
    decode({ decoding: "beam", wrong: [1] }),
    decode(),
    /with beam search it says ‘c’, with greedy/,
  ],
  [
    "greedy",
    decode({ decoding: "sampling", wrong: [1] }),
    decode(),
    /with sampling it says ‘c’, with greedy/,
  ],
  [
    "present",
    { ...decode({ wrong: [1] }), trainedSteps: 50 },
    decode(),
    /at update 50 it says ‘c’, at update 1,000/,
  ],
  [
    "untouched",
    decode({ wrong: [1] }),
    decode(),
    /with your edits it says ‘c’, without your edits/,
  ],
])("the sentence names what makes the two differ: %s", async (kind, shown, other, sentence) => {
  const { note } = await showBoth(shown, kind, other);
  expect(note.getByRole("status").textContent).toMatch(sentence);
});

test("decodes that say the same are not marked", async () => {
  const { note } = await showBoth(decode(), "forced", decode(FORCED));
  expect(note.getByRole("status").textContent).toBe("Both say the same tokens.");
  expect(screen.queryByText("first difference", { selector: "[aria-hidden] *" })).toBeNull();
});

test("a wanted decode that cannot stand beside has a reason, and a button ends the view of two", async () => {
  const trace = decode({ known: false });
  const { show } = trace;
  await showStage({ ...trace, show: { ...show, beside: "forced" } });
  act(() => showBeside("forced"));
  const note = within(await screen.findByRole("region", { name: "Two decodes side by side" }));
  expect(note.getByRole("status").textContent).toBe(
    "No second decode. Fed the truth: no right answer known.",
  );
  await userEvent.click(note.getByRole("button", { name: "Remove the second decode" }));
  expect(wanted().beside).toBe("none");
  expect(screen.queryByRole("region", { name: "Two decodes side by side" })).toBeNull();
});

test("only decodes that differ from the shown one can be chosen, and the others say why not", async () => {
  await showTrace(<BesideChoice />, decode());
  const options = within(beside()).getAllByRole<HTMLOptionElement>("option");
  expect(options.filter(({ disabled }) => !disabled).map(({ value }) => value)).toEqual([
    "none",
    "forced",
  ]);
  expect(options.map(({ textContent }) => textContent)).toContain(
    "Without your edits (no edits yet)",
  );
  await userEvent.selectOptions(beside(), "forced");
  expect(wanted().beside).toBe("forced");
});

test("a source whose right answer is unknown has no decode fed the truth", async () => {
  await showTrace(<BesideChoice />, decode({ known: false }));
  expect(within(beside()).getByRole("option", { name: /^Fed the truth/ }).textContent).toBe(
    "Fed the truth (no right answer known)",
  );
});

test("teacher forcing exchanges the decode on the stage and the one beside it", async () => {
  await showTrace(<BesideChoice />, decode());
  act(() => showBeside("forced"));
  act(() => setTeacherForcing(true));
  expect(wanted()).toMatchObject({ feeding: "truth", beside: "free" });
  act(() => setTeacherForcing(false));
  expect(wanted()).toMatchObject({ feeding: "own", beside: "forced" });
  act(() => showBeside("greedy"));
  act(() => setTeacherForcing(true));
  expect(wanted().beside).toBe("greedy");
});

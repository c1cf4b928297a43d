/** A Transformer on the stage: its heads, its maps of itself, one look taken apart, and no recurrent arrows. */
import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { makeTrace } from "../../vis/testing/traces";
import { makeTransformerTrace } from "../../vis/testing/transformerTrace";
import { Inspector } from "../inspector/Inspector";
import { Stage } from "../player/Stage";
import { slideTo } from "../testing/settings";
import { NO_STAGE_MARKS, useStageMarks } from "../lesson/stageMarks";
import { showTrace } from "../testing/showTrace";

afterEach(cleanup);

const BOTH = (
  <>
    <Stage />
    <Inspector />
  </>
);

/** The drawn arrows. */
const arrows = (): number => document.querySelectorAll("svg [data-tone]").length;

/** The source column with the largest weight of the first step, 0-based. */
function strongest(): number {
  const grid = screen.getByRole("grid", { name: "Attention weights" });
  const [, first] = within(grid).getAllByRole("row");
  const weights = within(first as HTMLElement)
    .getAllByRole("gridcell")
    .map((cell) => Number(/0\.\d+|1\.0+/.exec(cell.getAttribute("aria-label") ?? "")?.[0]));
  return weights.indexOf(Math.max(...weights));
}

test("the map shows the chosen head and layer", async () => {
  const user = userEvent.setup();
  await showTrace(<Stage />, makeTransformerTrace());
  const heads = within(await screen.findByRole("group", { name: "Head" }));
  await user.click(heads.getByRole("radio", { name: "2" }));
  expect(strongest()).toBe(3);
  const layers = within(screen.getByRole("group", { name: "Layer" }));
  await user.click(layers.getByRole("radio", { name: "1" }));
  expect(strongest()).toBe(1);
});

test("encoder and decoder show where they look within themselves, and no state goes on to the next", async () => {
  await showTrace(<Stage />, makeTransformerTrace());
  expect(await screen.findByRole("img", { name: /^Encoder self-attention/ })).toBeTruthy();
  expect(screen.getByRole("img", { name: /^Decoder self-attention/ })).toBeTruthy();
  const without = arrows();
  cleanup();
  await showTrace(<Stage />, makeTrace({ layers: 2, cell: "rnn" }));
  expect(arrows()).toBeGreaterThan(without);
});

test("the inspector takes one look apart, with and without the division of the scores", async () => {
  const user = userEvent.setup();
  await showTrace(BOTH, makeTransformerTrace());
  const look = within(await screen.findByRole("region", { name: "One look at the source" }));
  const largest = (): number =>
    Number(/Largest weight (\d\.\d+)/.exec(look.getByText(/Largest weight/).textContent)?.[1]);
  const divided = largest();
  await user.click(look.getByRole("switch", { name: "Divide by √d_k (d_k = 4)" }));
  expect(largest()).toBeGreaterThan(divided);
  expect(screen.queryByRole("tab", { name: "Numbers" })).toBeNull();
});

test("a chosen cell is written out, from the terms of its score to a number of the context", async () => {
  const user = userEvent.setup();
  await showTrace(BOTH, makeTransformerTrace());
  const look = within(await screen.findByRole("region", { name: "One look at the source" }));
  const sources = within(
    look.getByRole("table", { name: "Scores and weights of the source tokens" }),
  );
  await user.click(sources.getAllByRole("button")[2] as HTMLElement);
  const cell = within(await screen.findByRole("region", { name: /^Step \d+ looks at/ }));
  expect(cell.getByText(/^Score: \+?4\.000 \/ √4 = \+?2\.000/)).toBeTruthy(); // four terms of 1 · 1
  slideTo("Number 1 of 4 of the context", 3);
  expect(cell.getByRole("table", { name: /^Number 3 of the context/ })).toBeTruthy();
  await user.click(look.getByRole("switch", { name: /^Divide by/ }));
  expect(cell.getByText(/^Score: \+?4\.000, the sum itself/)).toBeTruthy();
  expect(cell.getByText(/^Softmax: exp\(\+?4\.000 −/)).toBeTruthy();
});

test("the PyTorch tab has the code of one look, and the whole program", async () => {
  const user = userEvent.setup();
  await showTrace(BOTH, makeTransformerTrace());
  await user.click(await screen.findByRole("tab", { name: "PyTorch" }));
  const code = await screen.findByRole("list", { name: "One look at the source in PyTorch" });
  expect(within(code).getByText(/layers\[1\]\.multihead_attn/)).toBeTruthy();
  expect(await screen.findByRole("button", { name: "Copy program" })).toBeTruthy();
});

/** How many cells of the row the mask hides. */
const masked = (row: HTMLElement | undefined): number =>
  within(row as HTMLElement).queryAllByText("hidden").length;

test("a small map opens large in place of the picture, with its weights and what the mask hides", async () => {
  const user = userEvent.setup();
  await showTrace(<Stage />, makeTransformerTrace());
  const open = await screen.findByRole("button", { name: "Decoder looks back" });
  await user.click(open);
  const map = await screen.findByRole("table", { name: /^Decoder self-attention, layer 2/ });
  expect(screen.queryByRole("grid")).toBeNull();
  const [, first, second] = within(map).getAllByRole("row");
  expect(masked(first)).toBe(masked(second) + 1); // each row sees one token more
  await user.click(open);
  expect(await screen.findByRole("grid")).toBeTruthy();
});

test("the large map counts the weights of the rows that a lesson points at", async () => {
  const user = userEvent.setup();
  await showTrace(<Stage />, makeTransformerTrace());
  await user.click(await screen.findByRole("button", { name: "Decoder looks back" }));
  const map = await screen.findByRole("table", { name: /^Decoder self-attention/ });
  const pointed = { kind: "selfRows", of: "self", rows: [1], counts: true } as const;
  act(() => useStageMarks.setState({ pointed }));
  const rows = within(map).getAllByRole("row");
  expect(rows.map((row) => row.hasAttribute("data-true")).indexOf(true)).toBe(2); // under the heading
  expect(
    within(rows[2] as HTMLElement)
      .getAllByRole("cell")
      .at(-1)?.textContent,
  ).toBe("2");
  act(() => useStageMarks.setState(NO_STAGE_MARKS));
});

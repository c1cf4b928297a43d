/** A Transformer on the stage: its heads, its maps of itself, one look taken apart, and no recurrent arrows. */
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { makeTrace } from "../../vis/testing/traces";
import { makeTransformerTrace } from "../../vis/testing/transformerTrace";
import { Inspector } from "../inspector/Inspector";
import { Stage } from "../player/Stage";
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
  await user.click(look.getByRole("switch", { name: "Divide by √4" }));
  expect(largest()).toBeGreaterThan(divided);
  expect(screen.queryByRole("tab", { name: "PyTorch" })).toBeNull();
});

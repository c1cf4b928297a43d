import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { useApp } from "../../state/store";
import { makeTrace } from "../../vis/testing/traces";
import { Stage } from "../player/Stage";
import { selection, showTrace } from "../testing/showTrace";
import { select } from "../../state/actions/viewing";

afterEach(cleanup);

const WORD = { source: ["c", "a", "t", "s"] }; // 5 source tokens and 5 steps, with <eos>

const inspected = () => useApp.getState().view.inspected;
const cell = (name: RegExp): HTMLElement => screen.getByRole("gridcell", { name });

test("the map is a grid with a header for every source and output token and a cell for every pair", async () => {
  const trace = makeTrace(WORD);
  await showTrace(<Stage />, trace);
  const grid = within(
    screen.getByRole("figure", { name: "Unrolled encoder and decoder" }),
  ).getByRole("grid", {
    name: "Attention weights",
  });
  const { length: S } = trace.source;
  const { length: T } = trace.steps;
  expect(within(grid).getAllByRole("columnheader")).toHaveLength(S + 1); // and the outputs' own heading
  expect(within(grid).getAllByRole("rowheader")).toHaveLength(T);
  expect(within(grid).getAllByRole("gridcell")).toHaveLength(S * T);
  expect(within(grid).getAllByRole("row")).toHaveLength(T + 1);
  expect(within(grid).getByRole("columnheader", { name: "Output token" })).toBeTruthy();
  expect(
    within(grid).getByRole("row", { name: /^c, right, probability [\d.]+\s?%$/ }),
  ).toBeTruthy();
});

test("a cell's name contains both tokens and the weight, and whether the gold alignment has the cell", async () => {
  const trace = makeTrace(WORD);
  await showTrace(<Stage />, trace);
  const weight = trace.steps[0]?.attention?.weights[3]?.toFixed(2);
  expect(cell(/^step 1, output s, source s/).getAttribute("aria-label")).toBe(
    `step 1, output s, source s, weight ${weight}, aligned by the task’s rule`,
  );
});

test("the grid's tab stop is the cell with the largest weight of the shown step", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  act(() => select(1));
  const stops = screen.getAllByRole("gridcell").filter(({ tabIndex }) => tabIndex === 0);
  expect(stops.map((stop) => stop.getAttribute("aria-label"))).toEqual([
    expect.stringMatching(/^step 2, output t, source t/),
  ]);
  expect(stops[0]?.getAttribute("aria-selected")).toBe("true");
});

test("arrow keys move focus and selection together and do not wrap", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  const user = userEvent.setup();
  await user.click(cell(/^step 1, output s, source c/));
  expect(selection()).toEqual({ step: 0, column: 0 });
  await user.keyboard("{ArrowLeft}");
  expect(selection()).toEqual({ step: 0, column: 0 });
  await user.keyboard("{ArrowRight}{ArrowDown}");
  expect(selection()).toEqual({ step: 1, column: 1 });
  expect(document.activeElement).toBe(cell(/^step 2, output t, source a/));
  await user.keyboard("{Control>}{End}{/Control}");
  expect(selection()).toEqual({ step: 4, column: 4 });
  await user.keyboard("{Home}{PageUp}");
  expect(selection()).toEqual({ step: 0, column: 0 });
});

test("arrow keys reach the column headers, where Enter inspects the token", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  const user = userEvent.setup();
  await user.click(cell(/^step 1, output s, source a/));
  await user.keyboard("{ArrowUp}");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "a" }));
  await user.keyboard("{Enter}");
  expect(inspected()).toEqual({ kind: "embedding", column: 1 });
});

test("<eos> has no counterpart, so no token is aligned with it", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  expect(screen.getAllByRole("gridcell", { name: /aligned/ })).toHaveLength(4);
});

test("a tile of the rail selects its step", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Context vector c₃" }));
  expect(selection().step).toBe(2);
  expect(inspected()).toEqual({ kind: "context", step: 2 });
});

test("a tile selects its column and is inspected; it keeps the focus", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  const tile = screen.getByRole("button", { name: "Encoder state h₃ after reading t" });
  await userEvent.click(tile);
  expect(inspected()).toEqual({ kind: "encoder", column: 2, layer: 0 });
  expect(selection().column).toBe(2);
  expect(tile.getAttribute("aria-pressed")).toBe("true");
  expect(document.activeElement).toBe(tile);
});

test("the encoder's tiles are one tab stop with arrow keys", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  const user = userEvent.setup();
  const tiles = within(screen.getByRole("toolbar", { name: "Encoder states" })).getAllByRole(
    "button",
  );
  expect(tiles.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  act(() => tiles[0]?.focus());
  await user.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}");
  expect(document.activeElement).toBe(tiles[1]);
  await user.keyboard("{End}{ArrowRight}");
  expect(document.activeElement).toBe(tiles.at(-1));
});

test.each([
  [
    "additive",
    /In the map, the arrow keys move between cells, F2 sets a weight.* On a tile, Space shows its numbers\.$/,
  ],
  [
    "none",
    /Along the encoder, the arrow keys move between tiles\. On a tile, Space shows its numbers\.$/,
  ],
] as const)(
  "the text below the picture describes its keys correctly: attention %s",
  async (attention, keys) => {
    await showTrace(<Stage />, makeTrace({ ...WORD, attention }));
    expect(await screen.findByText(keys)).toBeTruthy(); // the legend loads late
    const user = userEvent.setup();
    act(() => screen.getByRole("button", { name: "Encoder state h₃ after reading t" }).focus());
    await user.keyboard(" ");
    expect(inspected()).toEqual({ kind: "encoder", column: 2, layer: 0 });
    expect(useApp.getState().view.playing).toBe(false);
  },
);

test("Luong timing adds the combined vector to every step", async () => {
  await showTrace(<Stage />, makeTrace({ ...WORD, timing: "luong" }));
  expect(screen.getAllByRole("button", { name: /^Combined state/ })).toHaveLength(5);
});

test("without attention a wall says how much must fit through one state", async () => {
  await showTrace(<Stage />, makeTrace({ ...WORD, attention: "none", hiddenSize: 32 }));
  expect(screen.queryByRole("grid")).toBeNull();
  expect(screen.getByText("All 5 tokens must pass through one state of 32 numbers")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Context vector/ })).toBeNull();
});

test("words name the origin of an input and a wrong output", async () => {
  await showTrace(<Stage />, makeTrace({ ...WORD, teacherForcing: true, wrong: [1] }));
  expect(screen.getByText("Input of step 1: <sos>, the start token")).toBeTruthy();
  expect(screen.getByText("Input of step 3: t, the truth")).toBeTruthy();
  expect(screen.getByRole("rowheader", { name: /^c, wrong, probability/ })).toBeTruthy();
});

test("above 64 units the legend says what a small square stands for", async () => {
  await showTrace(<Stage />, makeTrace({ ...WORD, hiddenSize: 256 }));
  expect(await screen.findByText("each small square: mean of 4 units")).toBeTruthy();
});

/** The texts and controls of the stage for every member of the family. */
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { makeTrace } from "../../vis/testing/traces";
import { Inspector } from "../inspector/Inspector";
import { Stage } from "../player/Stage";
import { showTrace } from "../testing/showTrace";

afterEach(cleanup);

const WORD = { source: ["c", "a", "t", "s"] }; // 5 source tokens and 5 steps, with <eos>

const feedingKeys = (): number => screen.queryAllByText(/joins the next input/).length;

/** The stage beside the inspector, which shows the numbers of its tiles. */
const BOTH = (
  <>
    <Stage />
    <Inspector />
  </>
);

/** The numbers of a tile in the inspector. */
const numbersOf = async (tile: HTMLElement) => {
  const user = userEvent.setup();
  await user.click(tile);
  return { user, numbers: screen.getByRole("tabpanel", { name: "Numbers" }) };
};

test("both directions: the bridge names its result and its inputs, and a split tile names its halves", async () => {
  await showTrace(BOTH, makeTrace({ ...WORD, direction: "bidirectional", layers: 2 }));
  expect(await screen.findByText("upper half forward, lower half backward")).toBeTruthy();
  const bridge = screen.getByRole("button", {
    name: "Decoder state s₀, made by the bridge, layer 2",
  });
  const { numbers } = await numbersOf(bridge);
  expect(numbers.textContent).toContain("s₀ = W [h₅ forward; h₁ backward] + b");
  expect(numbers.textContent).toContain(
    "both from encoder layer 2; every decoder layer gets the same",
  );
  const tile = screen.getByRole("button", { name: /^Encoder state h₂ at a, both directions/ });
  const opened = await numbersOf(tile);
  expect(within(opened.numbers).getAllByRole("cell")).toHaveLength(128);
  expect(opened.numbers.textContent).toContain("forward: units 1 to 64");
  expect(opened.numbers.textContent).toContain("backward: units 65 to 128");
});

test("one direction has no bridge", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  await screen.findByRole("button", { name: "Legend" });
  expect(screen.queryByRole("button", { name: /bridge/ })).toBeNull();
  expect(screen.queryByText("upper half forward, lower half backward")).toBeNull();
});

test("two layers: the tiles show the top layer, and a switch shows the other", async () => {
  await showTrace(<Stage />, makeTrace({ ...WORD, layers: 2 }));
  const user = userEvent.setup();
  const group = within(screen.getByRole("group", { name: "Tiles show" }));
  expect(group.getByRole<HTMLInputElement>("radio", { name: "Layer 2" }).checked).toBe(true);
  expect(screen.getAllByRole("button", { name: /^Decoder state .* layer 2$/ })).toHaveLength(5);
  await user.click(group.getByRole("radio", { name: "Layer 1" }));
  expect(screen.getAllByRole("button", { name: /^Decoder state .* layer 1$/ })).toHaveLength(5);
  expect(screen.getAllByRole("button", { name: /^Encoder state .* layer 1$/ })).toHaveLength(5);
});

test("one layer has no switch of layers", async () => {
  await showTrace(<Stage />, makeTrace(WORD));
  expect(screen.queryByRole("group", { name: "Tiles show" })).toBeNull();
});

test("the numbers of an LSTM offer the memory cell beside the hidden state", async () => {
  const trace = makeTrace({ ...WORD, cell: "lstm" });
  await showTrace(BOTH, trace);
  const { user, numbers } = await numbersOf(
    screen.getByRole("button", { name: "Decoder state s₂" }),
  );
  expect(within(numbers).getAllByRole("radio")).toHaveLength(2);
  await user.click(within(numbers).getByRole("radio", { name: "C (memory cell)" }));
  expect(within(numbers).getByRole("heading", { name: "Memory cell C₂" })).toBeTruthy();
  const first = trace.steps[1]?.layers[0]?.after.c?.[0] ?? NaN;
  const shown = within(numbers).getAllByRole("cell")[0]?.textContent ?? "";
  expect(Number(shown.replace("−", "-"))).toBeCloseTo(first, 1);
});

test("the stage explains input feeding only where the model uses it", async () => {
  await showTrace(<Stage />, makeTrace({ ...WORD, timing: "luong", inputFeeding: "on" }));
  await screen.findByRole("button", { name: "Legend" });
  expect(feedingKeys()).toBeGreaterThan(0);
  cleanup();
  await showTrace(<Stage />, makeTrace({ ...WORD, timing: "luong" }));
  await screen.findByRole("button", { name: "Legend" });
  expect(feedingKeys()).toBe(0);
});

test("a reversed source: columns follow the order of reading, the text box keeps the written order", async () => {
  await showTrace(<Stage />, makeTrace({ ...WORD, sourceOrder: "reversed" }));
  expect(screen.getByText("Encoder reads backwards")).toBeTruthy();
  expect(await screen.findByText(/The columns are in reading order/)).toBeTruthy();
  const headers = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
  expect(headers.slice(1, 6)).toEqual(["s", "t", "a", "c", "eos"]);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Source" }).value).toBe("cats");
  const gold = { name: /^step 1, output s, source s, .* aligned/ };
  expect(screen.getByRole("gridcell", gold)).toBeTruthy();
});

test("a one-hot token has no embedding: its numbers say which place is 1", async () => {
  await showTrace(BOTH, makeTrace({ ...WORD, tokenInput: "onehot" }));
  const { numbers } = await numbersOf(
    within(screen.getByRole("grid")).getByRole("button", { name: "a" }),
  );
  expect(numbers.textContent).toContain("id in the vocabulary: 5");
  expect(numbers.textContent).toContain("1 at place 6 of 30");
  expect(within(numbers).queryByRole("cell")).toBeNull();
});

test.each([
  [
    { layers: 2 },
    "All 5 tokens must pass through 128 numbers: one state of 64 in each of 2 layers",
  ],
  [{ cell: "lstm" }, "All 5 tokens must pass through 128 numbers: h and C of 64 each"],
  [
    { direction: "bidirectional", layers: 2 },
    "All 5 tokens must pass through 64 numbers: the bridge turns both last states into one vector. Every layer starts from the same vector.",
  ],
] as const)("the wall counts the numbers that pass it: %o", async (options, sentence) => {
  await showTrace(<Stage />, makeTrace({ ...WORD, ...options, attention: "none" }));
  expect(screen.getByText(sentence)).toBeTruthy();
});

test("a drawn token shows its own probability, not the largest", async () => {
  const trace = makeTrace({ ...WORD, decoding: "sampling", wrong: [1] });
  await showTrace(<Stage />, trace);
  const drawn = trace.steps[1]?.top[1];
  expect(drawn?.token.id).toBe(trace.steps[1]?.chosen.id);
  const percent = `${((drawn?.probability ?? 0) * 100).toFixed(1)}%`;
  expect(screen.getByRole("rowheader", { name: `c, wrong, probability ${percent}` })).toBeTruthy();
});

test.each([
  [1, "p", ""],
  [2, "p attemp. 1", " at temperature 1"],
])(
  "drawn at temperature %d, the rail says at which its probabilities are",
  async (temperature, heading, name) => {
    const trace = makeTrace({ ...WORD, decoding: "sampling" });
    await showTrace(<Stage />, { ...trace, decoding: { kind: "sampling", temperature, seed: 1 } });
    const headings = [...document.querySelectorAll("[data-kind=bar]")];
    expect(headings.map(({ textContent }) => textContent)).toEqual([heading]);
    const rows = screen.getAllByRole("rowheader").map(({ textContent }) => textContent);
    expect(rows[0]).toMatch(new RegExp(`probability [\\d.]+%${name}s$`)); // and the token itself
  },
);

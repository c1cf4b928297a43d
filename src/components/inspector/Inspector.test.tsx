import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import type { Trace } from "../../engine/results/trace";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { selection, showTrace } from "../testing/showTrace";
import { select } from "../../state/actions/viewing";
import { useApp } from "../../state/store";
import { Inspector } from "./Inspector";

afterEach(cleanup);

/** The text of the inspector, whose terms are buttons in their sentences. */
const text = (): string => document.body.textContent;
const operations = () => within(screen.getByRole("tablist", { name: /^Operations of this step/ }));
const selected = (): string | null => operations().getByRole("tab", { selected: true }).textContent;
const tabOf = (name: string): HTMLElement => screen.getByRole("tab", { name });
const panel = (name: string) => within(screen.getByRole("tabpanel", { name }));

test("the inspector has three tabs, and the next token a region of its own", async () => {
  await showTrace(<Inspector />, makeTrace());
  const region = within(screen.getByRole("region", { name: "Inspector" }));
  const tabs = within(region.getByRole("tablist", { name: "What to show of the selection" }));
  expect(tabs.getAllByRole("tab").map(({ textContent }) => textContent)).toEqual([
    "Equation",
    "PyTorch",
    "Numbers",
  ]);
  expect(region.queryByRole("region", { name: "Next token" })).toBeNull();
  expect(screen.getByRole("region", { name: "Next token" })).toBeTruthy();
  await userEvent.click(tabOf("PyTorch"));
  expect(useApp.getState().view.inspector).toBe("pytorch");
});

test.each([
  [{}, ["1query", "2score", "3softmax", "4context", "5embed", "6GRU", "7output"]],
  [
    { timing: "luong" } as const,
    ["1embed", "2GRU", "3query", "4score", "5softmax", "6context", "7combine", "8output"],
  ],
  [{ attention: "none" } as const, ["1embed", "2GRU", "3output"]],
  [{ attention: "none", cell: "rnn" } as const, ["1embed", "2RNN", "3output"]],
  [
    { attention: "none", cell: "lstm", layers: 2 } as const,
    ["1embed", "2LSTM 1", "3LSTM 2", "4output"],
  ],
])("the tabs follow the order of the operations: %o", async (traceOptions, order) => {
  await showTrace(<Inspector />, makeTrace(traceOptions));
  expect(
    operations()
      .getAllByRole("tab")
      .map(({ textContent }) => textContent),
  ).toEqual(order);
});

test("the table has every source token, highlights the selected row, and selects by click", async () => {
  const trace = makeTrace();
  await showTrace(<Inspector />, trace);
  act(() => select(1));
  const user = userEvent.setup();
  const table = screen.getByRole("table", { name: "Scores and weights by source token" });
  const pressed = within(table).getAllByRole("button", { pressed: true });
  expect(pressed.map((row) => row.textContent)).toEqual(["d"]);
  await user.click(within(table).getByRole("button", { name: "<eos>" }));
  expect(selection()).toEqual({ step: 1, column: 7 });
});

test("arrow keys move through the operations", async () => {
  await showTrace(<Inspector />, makeTrace());
  const user = userEvent.setup();
  await user.click(screen.getByRole("tab", { name: "softmax" }));
  await user.keyboard("{ArrowRight}");
  expect(selected()).toBe("4context");
  expect(document.activeElement?.textContent).toBe("4context");
  await user.keyboard("{End}{ArrowRight}");
  expect(selected()).toBe("7output");
  expect(screen.getByRole("tabpanel", { name: "output" })).toBeTruthy();
  await user.keyboard("{Home}{ArrowLeft}");
  expect(selected()).toBe("1query");
  expect(document.activeElement?.textContent).toBe("1query");
});

test("the panel shows the cell's gates, and how much of the old state stays", async () => {
  await showTrace(<Inspector />, makeTrace());
  const user = userEvent.setup();
  act(() => select(3));
  await user.click(screen.getByRole("tab", { name: "GRU" }));
  const names = [
    "Reset gate r₄",
    "Update gate z₄",
    "Candidate n₄",
    "Decoder state s₄",
    "Decoder state s₃, before this step",
  ];
  for (const name of names) expect(screen.getByRole("button", { name })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Update gate z₄" }));
  expect(panel("Numbers").getByRole("heading", { name: "Update gate z₄" })).toBeTruthy();
  expect(panel("Numbers").getByText("every value is between 0 and 1")).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("tabpanel", { name: "Numbers" }));
});

async function open(tab: string, traceOptions: TraceOptions, step = 3): Promise<void> {
  await showTrace(<Inspector />, makeTrace(traceOptions));
  act(() => select(step));
  await userEvent.click(screen.getByRole("tab", { name: tab }));
}

const tiles = (): (string | null)[] =>
  screen.getAllByRole("button", { pressed: false }).map((tile) => tile.getAttribute("aria-label"));

test("an LSTM shows its memory beside its state, and what its gates let through", async () => {
  await open("LSTM", { cell: "lstm" });
  expect(tiles()).toHaveLength(8);
  for (const name of ["Forget gate f₄", "Input gate i₄", "Output gate o₄", "Candidate g₄"])
    expect(screen.getByRole("button", { name })).toBeTruthy();
  expect(text()).toMatch(/On average f is \d+% \(that share of the memory stays\)/);
});

test("the panel says that a tanh RNN has no gates", async () => {
  await open("RNN", { cell: "rnn" });
  expect(tiles()).toHaveLength(2);
  expect(text()).toContain("This cell has no gates");
});

test.each([
  ["GRU", { cell: "gru" } as const, /in the order r, z, n/],
  ["LSTM", { cell: "lstm" } as const, /in the order i, f, g, o/],
])(
  "the gates' matrices are stacked into one, in PyTorch's order: %s",
  async (tab, traceOptions, order) => {
    await open(tab, traceOptions);
    expect(screen.getByText(order)).toBeTruthy();
  },
);

test("each of two layers has its own gates; the second reads the first", async () => {
  await open("GRU 2", { layers: 2 });
  expect(screen.getByRole("button", { name: "Update gate z₄, layer 2" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Decoder state s₄, layer 1" })).toBeTruthy();
  expect(screen.getByText(/The second layer reads the first one’s new state/)).toBeTruthy();
});

test("with input feeding the cell has one more input vector", async () => {
  await open("GRU", { timing: "luong", inputFeeding: "on" });
  expect(tiles()[0]).toBe("Combined state h̃₃ of the step before (input feeding)");
  expect(screen.getByText(/the combined state h̃ of the step before/)).toBeTruthy();
});

test("only the first step says where its state comes from", async () => {
  await open("GRU", {}, 0);
  expect(screen.getByText("The decoder starts from the encoder’s last state.")).toBeTruthy();
  act(() => select(1));
  expect(screen.queryByText(/^The decoder starts from/)).toBeNull();
});

test("the panel lists the parameters of the bridge for two directions", async () => {
  await open("LSTM 1", { direction: "bidirectional", cell: "lstm", layers: 2 }, 0);
  const bridge = screen.getByRole("list", { name: "Tensor shapes of the bridge" });
  expect(within(bridge).getAllByRole("listitem")).toHaveLength(4);
  expect(text()).toMatch(
    /starts from the bridge, a learned linear map\. .* The memory cell has a bridge of its own\./,
  );
});

test("the panel says that concat is additive attention with one matrix", async () => {
  await open("score", { attention: "concat" });
  expect(
    screen.getByText(/It equals the additive score with its matrices W and U written as one/),
  ).toBeTruthy();
});

test("the panel explains a one-hot token as a column of the cell's own matrix", async () => {
  await open("one-hot", { tokenInput: "onehot" });
  expect(screen.getByText(/one column of W/)).toBeTruthy();
  expect(screen.getByText("W = W_ih[:, :30] [3·64, 30]")).toBeTruthy();
  expect(screen.queryByRole("tab", { name: "embed" })).toBeNull();
});

const options = (): string[] =>
  within(screen.getByRole("region", { name: "Next token" }))
    .getAllByRole("listitem")
    .map((item) => item.textContent);

test("greedy decoding has no marks in the choice", async () => {
  await showTrace(<Inspector />, makeTrace());
  act(() => select(3));
  expect(options()[0]).toMatch(/^etruth\d/);
  expect(screen.queryByText("likeliest")).toBeNull();
});

test("drawn and likeliest token have different marks, and the panel explains the draw", async () => {
  await showTrace(<Inspector />, makeTrace({ decoding: "sampling", wrong: [3] }));
  act(() => select(3));
  expect(options()[0]).toMatch(/^elikeliesttruth/);
  expect(options()[1]).toMatch(/^[a-z]drawn\d/);
  expect(
    screen.getByText(/^Drawn at random with temperature 1 and seed 1\. At temperature 1 each/),
  ).toBeTruthy();
});

test("the bars show the tempered distribution, the table both, and the loss the model's own p", async () => {
  const decoding = { kind: "sampling", temperature: 2, seed: 7 } as const;
  await showTrace(<Inspector />, { ...makeTrace({ decoding: "sampling" }), decoding });
  act(() => select(3));
  expect(screen.getByText("softmax(ℓ / 2), 30 tokens")).toBeTruthy();
  expect(screen.getByText(/A temperature above 1 makes unlikely tokens likelier/)).toBeTruthy();
  expect(screen.getByText(/The loss uses p at temperature 1/)).toBeTruthy();
  const note = screen.getByText(/^Drawn at random/).textContent;
  const [, drawn, own] =
    /temperature 2\. .* has probability ([\d.]+)%\. .*\(temperature 1\) is ([\d.]+)%/.exec(note) ??
    [];
  expect(Number(drawn)).toBeLessThan(Number(own)); // flatter
  expect(options()[0]).toContain(`${drawn}%`);
  await userEvent.click(screen.getByRole("tab", { name: "output" }));
  const table = screen.getByRole("table", {
    name: "Logits and probabilities of the likeliest tokens",
  });
  const [first = []] = within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole("cell")
        .map((cell) => Number(cell.textContent)),
    );
  expect(first[2]).toBeLessThan(first[1] ?? 0); // flatter
  expect(options()[0]).toContain((100 * (first[2] ?? 0)).toFixed(0));
});

test("the panel says why a path has a token that is not the likeliest", async () => {
  await showTrace(<Inspector />, makeTrace({ decoding: "beam", wrong: [3] }));
  act(() => select(3));
  expect(options()[1]).toMatch(/^[a-z]best path\d/);
  expect(
    screen.getByText(
      /Another token is likelier at this step, but the search found no better whole path with it\.$/,
    ),
  ).toBeTruthy();
  act(() => select(4));
  expect(screen.queryByText(/Another token is likelier at this step/)).toBeNull();
});

test.each([
  [
    "free and right",
    {},
    "Input: the model’s last output ‘n’. It was right, so teacher forcing would feed the same token.",
  ],
  [
    "free and wrong",
    { wrong: [2] },
    "Input: the model’s last output ‘a’, but the truth was ‘n’. From here on it reads its own mistake. Teacher forcing would feed the truth.",
  ],
  [
    "forced without need",
    { teacherForcing: true },
    "Input: the truth ‘n’ (teacher forcing). The model’s last output was the same, so without teacher forcing this input would be the same.",
  ],
  [
    "forced without need, after a mistake",
    { teacherForcing: true, wrong: [0] },
    "Input: the truth ‘n’ (teacher forcing). The model’s last output was the same, so without teacher forcing this input would be the same. The state still depends on the truths fed earlier.",
  ],
  [
    "forced against a mistake",
    { teacherForcing: true, wrong: [2] },
    "Input: the truth ‘n’ (teacher forcing). The model’s last output was ‘a’. Teacher forcing did not let this mistake in.",
  ],
  ["unknown truth", { known: false }, "Input: the model’s last output ‘n’."],
])("the panel names the input and its origin: %s", async (_, traceOptions, sentence) => {
  await open("embed", traceOptions);
  expect(text()).toContain(sentence);
});

test("the loss compares with the truth, with and without teacher forcing", async () => {
  await showTrace(<Inspector />, makeTrace({ teacherForcing: true }));
  act(() => select(3));
  expect(screen.getByText(/^−ln p\(e\) = −ln 0\.\d{3,5} = \d\.\d{2,4}$/)).toBeTruthy();
  expect(screen.getByText(/Teacher forcing changes only the next input/)).toBeTruthy();
});

/** The synthetic trace with the logit of step 4's right answer this much below the others' level. */
function unlikely(by: number): Trace {
  const trace = makeTrace();
  const truth = trace.expected?.[3]?.id ?? -1;
  const steps = trace.steps.map((step, t) =>
    t === 3
      ? { ...step, logits: step.logits.map((logit, id) => (id === truth ? -by : logit)) }
      : step,
  );
  return { ...trace, steps };
}

test("a tiny probability is a power of ten that gives the loss, with a text in words", async () => {
  await showTrace(<Inspector />, unlikely(14));
  act(() => select(3));
  const shown = screen.getByText(/^−ln p\(e\) = −ln \d\.\d+ × 10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+ = \d+\.\d\d$/);
  expect(shown.getAttribute("aria-hidden")).toBe("true");
  const spoken = screen.getByText(/times ten to the power of minus/).textContent;
  const [, mantissa, exponent, loss] =
    /−ln (\S+) times ten to the power of minus (\d+) = (\S+)$/.exec(spoken) ?? [];
  expect((-Math.log(Number(`${mantissa}e-${exponent}`))).toFixed(2)).toBe(loss);
});

test.each([
  [{}, 0],
  [{ wrong: [1] }, 1],
])(
  "the panel says that training never feeds a mistake to the model: %o",
  async (traceOptions, notes) => {
    await showTrace(<Inspector />, makeTrace(traceOptions));
    act(() => select(3));
    expect(screen.queryAllByText(/reads its own mistakes/)).toHaveLength(notes);
  },
);

test("a right answer without the aligned token is no explanation", async () => {
  const trace = makeTrace();
  await showTrace(<Inspector />, { ...trace, gold: trace.gold?.map(() => [0]) ?? null });
  act(() => select(1));
  expect(screen.getByText(/^Right, although almost no weight/).textContent).not.toContain(
    "on the next state",
  );
  cleanup();
  await showTrace(<Inspector />, { ...trace, gold: trace.gold?.map(() => [4]) ?? null });
  act(() => select(1));
  expect(screen.getByText(/^Right, although almost no weight/).textContent).toContain(
    "on the next state",
  );
  act(() => select(7)); // <eos>
  expect(screen.queryByText(/^Right, although almost no weight/)).toBeNull();
});

const PIG: TraceOptions = { source: ["p", "i", "g"], target: ["i", "g", "p", "a", "y"] };
const PIG_GOLD = [[1], [2], [0], [], [], [3]];

test.each([
  ["pigLatin", "‘a’. The rule adds this ending to every word."],
  ["numberWords", "‘a’. Number words do not say zeros. It follows from the places that they name."],
] as const)(
  "the panel gives the reason for an answer without a counterpart in the source: %s",
  async (id, reason) => {
    const trace = makeTrace({ ...PIG, task: { id } });
    await showTrace(<Inspector />, { ...trace, gold: PIG_GOLD });
    act(() => select(3));
    const sentence = `No source token is aligned with ${reason} The weights still sum to 1, but their place need not mean anything.`;
    expect(screen.getByText(sentence)).toBeTruthy();
    act(() => select(2));
    expect(screen.queryByText(/^No source token is aligned/)).toBeNull();
  },
);

test("without attention the panel gives no reason for weights", async () => {
  const trace = makeTrace({ ...PIG, attention: "none", task: { id: "pigLatin" } });
  await showTrace(<Inspector />, { ...trace, gold: PIG_GOLD });
  act(() => select(3));
  expect(screen.queryByText(/^No source token is aligned/)).toBeNull();
});

test("without a right answer the panel has no loss", async () => {
  await showTrace(<Inspector />, makeTrace({ known: false }));
  expect(text()).toContain("so there is no loss");
});

test("the shown probabilities add up to 100 %", async () => {
  await showTrace(<Inspector />, makeTrace());
  const shares = screen
    .getAllByText(/^\d+\.\d%$/)
    .map(({ textContent }) => Number.parseFloat(textContent));
  expect(shares).toHaveLength(6);
  expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(100, 0);
});

test("the panel shows the TeX itself if the typesetter fails, as in a document without a doctype", async () => {
  await showTrace(<Inspector />, makeTrace());
  expect(await screen.findByText(/e_\{8,j\}\} &= v/)).toBeTruthy();
});

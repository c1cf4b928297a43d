/** The tab of the batch: its request, what its cells say, its masks, and the way from a row to the stage. */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { BatchAccount, BatchPass, BatchRow, Mask } from "../../engine/results/batchAccount";
import { EOS, PAD, SOS, type TokenView } from "../../engine/text/tokens";
import { receive } from "../../state/actions/receiveMessage";
import { LANE } from "../../state/slices/lane";
import { readyWith } from "../../state/testing/events";
import { useApp } from "../../state/store";
import type { Event } from "../../workers/protocol";
import { Centre } from "../centre/Centre";
import { type Page, showPage } from "../testing/page";

const token = (text: string): TokenView => ({
  id: { "<pad>": PAD, "<sos>": SOS, "<eos>": EOS }[text] ?? text.charCodeAt(0),
  text,
});
const tokens = (text: string): TokenView[] => text.split(" ").map(token);

/** A short row and a long one: the model feeds itself once, and answers the second one wrongly. */
const ROWS: readonly BatchRow[] = [
  {
    source: tokens("a b <eos> <pad>"),
    sourceLength: 3,
    fed: tokens("<sos> b <pad> <pad>"),
    truthFed: [true, true, true, true],
    wanted: tokens("b a <eos> <pad>"),
    targetLength: 3,
  },
  {
    source: tokens("c d e <eos>"),
    sourceLength: 4,
    fed: tokens("<sos> x d c"),
    truthFed: [true, false, true, true],
    wanted: tokens("e d c <eos>"),
    targetLength: 4,
  },
];

function passOf(off: readonly Mask[]): BatchPass {
  const isLooked = off.includes("attention");
  return {
    off,
    loss: off.length === 0 ? 0.25 : 2,
    rows: [
      { losses: [0.1, 0.2, 0.3, 9], looks: isLooked ? [0.25, 0.25, 0.1, 0.4] : [0.5, 0.3, 0.2, 0], start: Float32Array.of(3, 4) }, // prettier-ignore
      {
        losses: [0.1, 0.2, 0.3, 0.4],
        looks: [0.25, 0.25, 0.25, 0.25],
        start: Float32Array.of(1, 0),
      },
    ].map((row, i) =>
      off.includes("states") && i === 0 ? { ...row, start: Float32Array.of(3, -1) } : row,
    ),
  };
}

function accountWith(off: readonly Mask[] = []): BatchAccount {
  return {
    update: 121,
    trainedSteps: 120,
    batchSize: 64,
    source: { real: 7, cells: 256 },
    target: { real: 7, cells: 256 },
    rows: ROWS,
    written: [
      ["a", "b"],
      ["c", "d", "e"],
    ],
    answers: [tokens("b a <eos>"), tokens("e c")],
    masked: passOf([]),
    unmasked: off.length === 0 ? null : passOf(off),
  };
}

let page: Page;

function post(event: Event): void {
  act(() => receive({ lane: LANE, event }));
}

const lastRequest = (): number => useApp.getState().lastRequest;

/** The worker's answer to the latest request. */
function answer(off: readonly Mask[] = []): void {
  post({ type: "batch", runId: 1, requestId: lastRequest(), account: accountWith(off) });
  post({ type: "done", requestId: lastRequest() });
}

const batchRequests = () => page.commands.filter(({ type }) => type === "batch");
const rowAt = (i: number): HTMLElement => screen.getAllByRole("row")[i + 2] as HTMLElement;
/** What the cells of the tokens say. */
const cellTexts = (i: number): string[] =>
  within(rowAt(i))
    .getAllByRole("cell")
    .flatMap((cell) => cell.querySelector(".visually-hidden")?.textContent ?? []);

beforeEach(async () => {
  page = await showPage(<Centre />);
  post(readyWith({ runId: 1, step: 120 }));
  fireEvent.click(screen.getByRole("tab", { name: "Batch" }));
  await screen.findByText("The batch appears as soon as the model is ready.");
  await vi.waitUntil(() => batchRequests().length === 1);
});

describe("the tab of the batch", () => {
  test("asks for the first rows once, and again only for other weights, rows or masks", () => {
    expect(batchRequests()).toEqual([{ type: "batch", runId: 1, rows: 8, off: [] }]);
    answer();
    fireEvent.click(screen.getByRole("radio", { name: "All 64" }));
    expect(batchRequests()[1]).toMatchObject({ rows: 64, off: [] });
    fireEvent.click(screen.getByRole("switch", { name: "Loss mask" }));
    expect(batchRequests()[2]).toMatchObject({ rows: 64, off: ["loss"] });
    fireEvent.click(screen.getByRole("radio", { name: "Own answers" }));
    expect(batchRequests()).toHaveLength(3);
    post({ type: "progress", runId: 1, losses: [{ step: 121, loss: 1 }], pairsPerSecond: 1 });
    expect(batchRequests()).toHaveLength(4);
  });

  test("while the model trains asks after each evaluation only", () => {
    answer();
    post({ type: "started", runId: 1 });
    const before = batchRequests().length;
    post({ type: "progress", runId: 1, losses: [{ step: 121, loss: 1 }], pairsPerSecond: 1 });
    expect(batchRequests()).toHaveLength(before);
    const evaluation = {
      step: 150,
      examples: 1,
      exactMatch: 0,
      tokenAccuracy: 0,
      alignmentError: null,
    };
    post({ type: "evaluation", runId: 1, evaluation });
    expect(batchRequests()).toHaveLength(before + 1);
  });

  test("says which update it is, and how much is padding", () => {
    answer();
    const about = screen.getByText(/^Update 121 will learn from these 64 pairs\./).textContent;
    expect(about).toContain("at update 120.");
    expect(about).toContain("4 source and 4 target tokens. 97.3% of the source cells");
  });

  test("names tokens, coins and padding in its cells", () => {
    answer();
    expect(cellTexts(0).slice(0, 4)).toEqual(["a", "b", "<eos>", "<pad>, skipped by the encoder."]);
    expect(cellTexts(0).slice(4, 8)).toEqual([
      "Fed <sos>. Wanted: b. Loss 0.100.",
      "Fed the truth: b. Wanted: a. Loss 0.200.",
      "Fed the truth: <pad>. Wanted: <eos>. Loss 0.300.",
      "<pad>, does not count.",
    ]);
    expect(cellTexts(1)[5]).toBe("Fed the model’s own answer: x. Wanted: d. Loss 0.200.");
    expect(within(rowAt(0)).getAllByRole("cell")[0]?.textContent).toBe("0.200"); // the mean without padding
  });

  test("shows own answers up to the row's own <eos>", () => {
    answer();
    fireEvent.click(screen.getByRole("radio", { name: "Own answers" }));
    expect(cellTexts(0).slice(4, 7)).toEqual(["b, right.", "a, right.", "<eos>, right."]);
    expect(cellTexts(1).slice(4, 7)).toEqual([
      "e, right.",
      "c, wrong here.",
      "The row has stopped.",
    ]);
  });

  test("says what each mask prevents once it is off, by row and over the padded rows", () => {
    for (const name of ["Packed states", "Attention mask", "Loss mask"])
      fireEvent.click((answer(), screen.getByRole("switch", { name })));
    answer(["states", "attention", "loss"]);
    screen.getByText("Loss of these 2 rows: 0.250 nats with all masks, 2.000 nats as set.");
    screen.getByText("40.0% of the attention of the padded rows falls on <pad>.");
    screen.getByText(/^1 of 8 tokens that count are <pad>:/);
    screen.getByText("It reads on over <pad>: s₀ of the padded rows changes by 100.0% on average."); // |(0, -5)| / |(3, 4)|
    expect(cellTexts(0)[3]).toBe("<pad>, read by the encoder. Mean weight 40.0%.");
    expect(cellTexts(0)[7]).toBe("<pad>, counts with loss 9.000.");
    const numbers = within(rowAt(0)).getAllByRole("cell").slice(0, 3).map((cell) => cell.textContent); // prettier-ignore
    expect(numbers).toEqual(["0.200 → 2.400", "40.0%", "→100.0%"]);
  });

  test("says that the mask of the loss changes nothing where no target is padded", () => {
    answer();
    fireEvent.click(screen.getByRole("switch", { name: "Loss mask" }));
    const { rows, ...rest } = accountWith(["loss"]);
    const account = { ...rest, rows: rows.map((row) => ({ ...row, targetLength: 4 })) };
    post({ type: "batch", runId: 1, requestId: lastRequest(), account });
    screen.getByText(/^The targets of these rows hold no <pad>/);
    expect(screen.queryByText(/would teach the model to say <pad>/)).toBeNull();
  });

  test("puts a row on the stage", () => {
    answer();
    fireEvent.click(screen.getByRole("button", { name: "Row 2: put it on the stage" }));
    expect(page.commands.at(-1)).toMatchObject({
      type: "show",
      show: { example: { kind: "typed", text: "cde" } },
    });
    expect(useApp.getState().view.centre).toBe("network");
    fireEvent.click(screen.getByRole("tab", { name: "Batch" }));
    answer();
    expect(rowAt(1).getAttribute("aria-current")).toBe("true");
  });
});

test("a model without attention has no attention mask to switch off", async () => {
  answer();
  const { rows, masked, ...rest } = accountWith();
  const account = {
    ...rest,
    rows,
    masked: { ...masked, rows: masked.rows.map((row) => ({ ...row, looks: null })) },
  };
  fireEvent.click(screen.getByRole("switch", { name: "Loss mask" }));
  post({ type: "batch", runId: 1, requestId: lastRequest(), account });
  fireEvent.click(screen.getByRole("switch", { name: "Attention mask" }));
  expect(useApp.getState().view.masksOff).toEqual(["loss"]);
  screen.getByText("This model has no attention.");
});

/** The gradient's roads on the stage: names, selection, the choice of the loss, and the tables. */
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LossOf } from "../../engine/results/roads";
import { LANE } from "../../state/slices/lane";
import { draw, select } from "../../state/actions/viewing";
import { setRun, useApp } from "../../state/store";
import { answerFor } from "../../vis/testing/roads";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { selection, showTrace } from "../testing/showTrace";
import { Centre } from "../centre/Centre";
import { useStageMarks } from "../lesson/stageMarks";
import { Stage } from "../player/Stage";
import { NO_MARKS } from "../unrolled/mapMarks";

const WORD = { source: ["c", "a", "t"], hiddenSize: 8, embeddingSize: 4 }; // 4 tokens and 4 steps, with <eos>

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(500);
});
afterEach(() => {
  cleanup();
  useStageMarks.setState({ marks: null });
  vi.restoreAllMocks();
});

/** The stage with the gradients of a trace. */
async function showGradients(options: TraceOptions = {}, of: LossOf = "all") {
  const trace = makeTrace({ ...WORD, ...options });
  await showTrace(<Stage />, trace);
  act(() => {
    setRun(LANE, { roads: answerFor(trace, of) });
    draw("gradients");
  });
  return screen.findByRole("figure", { name: "Gradients in the unrolled encoder and decoder" });
}

const tiles = (figure: HTMLElement, name: string): HTMLElement[] =>
  within(within(figure).getByRole("toolbar", { name })).getAllByRole("button");

/** As a lesson that asked for a state: the prediction is the first one, the truth the fourth. */
function mark(of: "encoder" | "decoder"): void {
  const marks = { predictedTile: { of, tile: 0 }, trueTile: { of, tile: 3 } };
  act(() => useStageMarks.setState({ marks: { ...NO_MARKS, ...marks } }));
}

const rows = (table?: HTMLElement): HTMLElement[] =>
  within(table as HTMLElement).getAllByRole("row", { hidden: true });

describe("the figure", () => {
  test("names the gradient of every state and its roads", async () => {
    const figure = await showGradients();
    const encoder = tiles(figure, "Gradients of the encoder states");
    expect(encoder).toHaveLength(4);
    expect(encoder[1]?.getAttribute("aria-label")).toMatch(
      /^h₂, a: gradient \S+; through the map as a value \S+, as a key \S+; through the decoder’s first state \S+$/,
    );
    const decoder = tiles(figure, "Gradients of the decoder states");
    expect(decoder).toHaveLength(5);
    expect(decoder[0]?.getAttribute("aria-label")).toMatch(/^s₀: gradient \S+; from its output 0,/);
  });

  test("selects the column of an encoder state and the step of a decoder state", async () => {
    const figure = await showGradients();
    fireEvent.click(tiles(figure, "Gradients of the encoder states")[2] as HTMLElement);
    expect(selection().column).toBe(2);
    expect(within(figure).getByText("Gradient of h₃, t")).toBeTruthy();
    fireEvent.click(tiles(figure, "Gradients of the decoder states")[2] as HTMLElement);
    expect(selection().step).toBe(1);
  });

  test("has a lesson’s marks, on the states of the encoder or of the decoder", async () => {
    const figure = await showGradients();
    const marked = (of: "encoder" | "decoder", kind: "predicted" | "true"): number[] =>
      tiles(figure, `Gradients of the ${of} states`).flatMap((each, i) =>
        each.dataset[kind] === "true" ? [i] : [],
      );
    mark("encoder");
    expect([marked("encoder", "predicted"), marked("encoder", "true")]).toEqual([[0], [3]]);
    expect(marked("decoder", "predicted")).toEqual([]);
    mark("decoder"); // whose first tile is the state before all steps
    expect([marked("decoder", "predicted"), marked("decoder", "true")]).toEqual([[1], [4]]);
  });

  test("is one tab stop for each row of states, and arrow keys move along it", async () => {
    const user = userEvent.setup();
    const figure = await showGradients();
    const encoder = tiles(figure, "Gradients of the encoder states");
    expect(encoder.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    act(() => encoder[0]?.focus());
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(encoder[1]);
  });

  test("without attention has a wall in place of the map", async () => {
    const figure = await showGradients({ attention: "none" });
    expect(within(figure).getByText("Without attention, no gradient passes here.")).toBeTruthy();
    expect(figure.querySelector("title")).toBeNull();
  });
});

describe("the stage with gradients", () => {
  test("says which loss it is, and whose weights", async () => {
    await showGradients({}, 1);
    const controls = screen.getByRole("group", { name: "Gradients" });
    expect(controls.textContent).toMatch(/Loss of step 2: −ln p\(a\) = \d/);
    expect(controls.textContent).toContain("Weights after 0 updates.");
    expect(controls.textContent).not.toContain("The right answer is not known");
  });

  test("says so where the target is the model’s own token", async () => {
    await showGradients({ known: false });
    expect(screen.getByRole("group", { name: "Gradients" }).textContent).toContain(
      "The right answer is not known, so the target is the model’s own token.",
    );
  });

  test("chooses the loss", async () => {
    await showGradients();
    fireEvent.click(screen.getByRole("radio", { name: "all tokens (mean)" }));
    expect(useApp.getState().view.lossOf).toBe("all");
  });

  test("waits for gradients, and keeps the last ones until those of a new example are here", async () => {
    const trace = makeTrace(WORD);
    await showTrace(<Stage />, trace);
    act(() => draw("gradients"));
    await screen.findByText("The gradients appear as soon as the model is ready.");
    act(() => setRun(LANE, { roads: answerFor(trace) }));
    await screen.findByRole("button", { name: /^h₂, a: / });
    act(() => setRun(LANE, { trace: makeTrace({ ...WORD, source: ["d", "o", "g", "s"] }) }));
    expect(screen.getByRole("button", { name: /^h₂, a: / })).toBeTruthy();
  });

  test("refuses a decode whose map is edited", async () => {
    await showGradients();
    const trace = makeTrace(WORD);
    const edits = [{ kind: "hide", position: 1 }] as const;
    act(() => setRun(LANE, { trace: { ...trace, show: { ...trace.show, edits } } }));
    expect(screen.getByText(/^Your edits keep the gradients from being drawn/)).toBeTruthy();
  });

  test("has tables with every road, and of an LSTM's memory", async () => {
    await showGradients({ cell: "lstm" });
    const popover = screen.getByRole("group", { name: "Table of the gradients", hidden: true });
    const [encoder, memory, decoder] = within(popover).getAllByRole("table", { hidden: true });
    expect([rows(encoder), rows(memory), rows(decoder)].map(({ length }) => length)).toEqual([
      5, 5, 6,
    ]);
    expect(rows(encoder)[0]?.textContent).toBe(
      "Statewholemap, as valuemap, as keydecoder’s first state",
    );
  });

  test("draws values again", async () => {
    await showGradients();
    act(() => draw("values"));
    expect(screen.getByRole("figure", { name: "Unrolled encoder and decoder" })).toBeTruthy();
  });
});

test("the switch beside the tabs draws gradients", async () => {
  await showTrace(<Centre />, makeTrace(WORD));
  act(() => select(0));
  fireEvent.click(await screen.findByRole("radio", { name: "Gradients" }));
  expect(useApp.getState().view.drawn).toBe("gradients");
});

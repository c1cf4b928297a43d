/** The PyTorch tab: encoder and step, the whole program, and the course notes' way. */
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Trace } from "../../engine/results/trace";
import { changeLanguage } from "../../i18n/i18n";
import { page } from "../../state/actions/acts";
import { select } from "../../state/actions/viewing";
import { useApp } from "../../state/store";
import { makeTrace } from "../../vis/testing/traces";
import { showTrace } from "../testing/showTrace";
import { Inspector } from "./Inspector";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Opens the tab on a step (0-based), and waits for the parts that load with it. */
async function open(trace: Trace, step = 0): Promise<void> {
  await showTrace(<Inspector />, trace);
  act(() => {
    select(step);
    page.showInspector("pytorch");
  });
  await screen.findByRole("button", { name: "Copy program" });
}

const linesOf = (name: string): (string | null)[] =>
  within(screen.getByRole("list", { name }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

test("the first step has the encoder's lines before its own, with their shapes", async () => {
  await open(makeTrace());
  expect(linesOf("The encoder in PyTorch")).toEqual([
    "from torch import bmm, cat, softmax, tanh",
    "embedded = encoder_embedding(source)# [1, 8, 16]",
    "keys, encoder_hidden = encoder_gru(embedded)# [1, 8, 64], [1, 1, 64]",
    "hidden = encoder_hidden# [1, 1, 64]",
  ]);
  expect(linesOf("This step in PyTorch")[0]).toMatch(/^query = /);
});

test("later steps begin with the imports, without the encoder", async () => {
  await open(makeTrace(), 2);
  expect(screen.queryByRole("list", { name: "The encoder in PyTorch" })).toBeNull();
  expect(linesOf("This step in PyTorch")[0]).toMatch(/^from torch import/);
});

test("the tab says that the code leaves the student's edits out", async () => {
  const trace = makeTrace();
  await open(trace);
  expect(screen.queryByText("The code leaves your edits out.")).toBeNull();
  cleanup();
  await open({ ...trace, show: { ...trace.show, edits: [{ kind: "hide", position: 0 }] } });
  expect(screen.getByText("The code leaves your edits out.")).toBeTruthy();
});

test("a line of the encoder lights it, and a click opens the notes on it", async () => {
  await open(makeTrace());
  const line = screen.getByRole("button", { name: /^keys, encoder_hidden/ });
  await userEvent.hover(line);
  expect(useApp.getState().view.lit).toBe("encode");
  await userEvent.click(line);
  const group = screen.getByText(/^Encoder \(\d+\)$/);
  expect(document.activeElement).toBe(group);
  expect(group.parentElement).toHaveProperty("open", true);
});

test("the encoder lights its lines, from wherever it was lit", async () => {
  await open(makeTrace());
  act(() => page.light("encode"));
  const lit = screen.getAllByRole("button").filter((button) => button.hasAttribute("data-lit"));
  expect(lit.map(({ textContent }) => textContent)).toHaveLength(3);
});

test("the program of the model on show is copied", async () => {
  const user = userEvent.setup(); // user-event brings its own clipboard
  await open(makeTrace());
  await user.click(screen.getByRole("button", { name: "Copy program" }));
  const text = await navigator.clipboard.readText();
  expect(text).toContain('EXAMPLE = ["a", "t", "t", "e", "n", "d", "s"]');
  expect(text).toContain("class Attention(nn.Module):");
  expect(screen.getByRole("status").textContent).toBe(
    "The program is in the clipboard. Save it as seq2seq-gru-additive.py.",
  );
});

test("the page says that a program could not be copied, and shows its text", async () => {
  await open(makeTrace());
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
  fireEvent.click(screen.getByRole("button", { name: "Copy program" }));
  expect(await screen.findByText(/did not allow copying/)).toBeTruthy();
  await userEvent.click(screen.getByText("The whole program"));
  const text = await screen.findByRole("region", { name: "seq2seq-gru-additive.py" });
  expect(text.textContent).toContain("def greedy(model, ids):");
});

test("the program is downloaded as a file", async () => {
  const files: { readonly name: string; readonly blob: Blob }[] = [];
  let blob = new Blob();
  vi.spyOn(URL, "createObjectURL").mockImplementation((made) => {
    blob = made as Blob;
    return "blob:program";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, blob });
  });
  await open(makeTrace({ attention: "none", cell: "lstm" }));
  await userEvent.click(screen.getByRole("button", { name: "Download program" }));
  expect(files.map(({ name }) => name)).toEqual(["seq2seq-lstm.py"]);
  expect(await files[0]?.blob.text()).toContain("nn.LSTM");
});

test("the comments of the program are in the page's language", async () => {
  const user = userEvent.setup();
  await open(makeTrace());
  await act(async () => {
    page.setLanguage("ko");
    await changeLanguage("ko");
  });
  await user.click(await screen.findByRole("button", { name: "프로그램 복사" }));
  expect(await navigator.clipboard.readText()).toContain("쿼리는 이 시점 이전의 상태입니다");
});

const notes = () => screen.getByRole("region", { name: "The course notes’ way" });
const listed = (): (string | null)[] =>
  [...notes().querySelectorAll(":scope > ul summary > span:first-child")].map(
    ({ textContent }) => textContent,
  );

test("the notes on the selected operation come first, the others by place", async () => {
  await open(makeTrace());
  act(() => page.showOperation("score"));
  expect(listed()).toEqual([
    "softmax(Linear([embedded; hidden]))",
    "the bias of Va",
    "the biases of Wa and Ua",
    "squeeze(2) and unsqueeze(1)",
  ]);
  const groups = [...notes().querySelectorAll(":scope > details > summary")];
  expect(groups.map(({ textContent }) => textContent.replace(/\d+/, "n"))).toEqual([
    "Encoder (n)",
    "Decoder step (n)",
    "Loop over the steps (n)",
    "Training and loss (n)",
  ]);
  act(() => page.showOperation("context"));
  expect(listed()).toEqual(["bmm(weights, keys)"]);
});

test("a note has both ways with shapes, what follows, and sentences with this model's numbers", async () => {
  await open(makeTrace());
  act(() => page.showOperation("context"));
  const note = within(notes()).getByText("bmm(weights, keys)").closest("details");
  if (!note) throw new Error("the note is missing");
  expect(note.querySelector("summary")?.textContent).toBe("bmm(weights, keys) same numbers");
  expect(within(note).getByRole("list", { name: "One line" }).textContent).toBe(
    "context = bmm(weights, keys)# [1, 1, 64]",
  );
  expect(within(note).getByRole("list", { name: "What it does" }).textContent).toContain(
    "context = parts.sum(dim=1, keepdim=True)# [1, 1, 64]",
  );
  expect(note.textContent).toContain("the weighted sum of the 8 keys");
});

const MODELS: readonly Trace[] = [
  makeTrace(),
  makeTrace({ layers: 2, cell: "lstm", direction: "bidirectional", attention: "concat" }),
  makeTrace({ attention: "none", tokenInput: "onehot" }),
  makeTrace({ attention: "dot", timing: "luong", inputFeeding: "on" }),
];

beforeEach(() => page.setLanguage("en"));

test.each(MODELS.map((trace, i) => [i, trace] as const))(
  "every text of every note has its numbers: model %i",
  async (_, trace) => {
    await open(trace);
    const texts = notes().textContent;
    expect(texts).not.toMatch(/\{\{|notes\./);
    expect(texts.length).toBeGreaterThan(2000);
  },
);

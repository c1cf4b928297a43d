import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { parameterCount } from "../../engine/setup/learnedParameters";
import type { Trace } from "../../engine/results/trace";
import { derive as openNumber, inspect, select, showInspector } from "../../state/actions/viewing";
import { setRun, useApp } from "../../state/store";
import { receive } from "../../state/actions/receiveMessage";
import { readyWith } from "../../state/testing/events";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { Inspector } from "../inspector/Inspector";
import { slideTo } from "../testing/settings";
import { selection, type Shown, showTrace } from "../testing/showTrace";

afterEach(cleanup);

const RUN = 7;

/** Renders the inspector with a trace of an active run. The synthetic trace does not follow from its weights. */
async function showInspectorOf(options: TraceOptions = {}): Promise<Shown & { trace: Trace }> {
  const trace = { ...makeTrace({ hiddenSize: 12, runId: RUN, ...options }), trainedSteps: 40 };
  const shown = await showTrace(<Inspector />, trace);
  act(() => {
    receive({ lane: null, event: backend });
    receive({ lane: "a", event: readyWith({ runId: RUN, step: 40 }) });
    setRun("a", { trace });
    select(3);
    showInspector("numbers");
  });
  shown.sent.length = 0;
  return { ...shown, trace };
}

const backend = {
  type: "backend",
  report: { name: "cpu", reason: "first", path: "fused", detail: null, missed: null },
} as const;

/** The worker's answer: weights in a row of small numbers. */
function answer(trace: Trace, step = trace.trainedSteps): void {
  const values = Float32Array.from({ length: parameterCount(trace.shape) }, (_, i) => Math.sin(i));
  const requestId = useApp.getState().lastRequest;
  act(() => {
    receive({ lane: "a", event: { type: "parameters", runId: RUN, requestId, step, values } });
    receive({ lane: "a", event: { type: "done", requestId } });
  });
}

const sumOf = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
const path = () => within(screen.getByRole("navigation", { name: "Step, operation, number" }));
const panel = (name: string) => screen.findByRole("region", { name });
const cellTexts = (row: HTMLElement): string[] =>
  [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent);

test("Enter on a score opens its sum, and asks the worker for the weights of the trace once", async () => {
  const { trace, sent } = await showInspectorOf();
  const user = userEvent.setup();
  const scores = screen.getByRole("table", { name: "Scores and weights by source token" });
  const score = within(scores).getAllByRole("button", { name: /: how e₄,₁ is/ })[0];
  act(() => score?.focus());
  await user.keyboard("{Enter}");
  const region = within(await panel("Score of source token ‘a’"));
  expect(region.getByRole("status").textContent).toBe("Computing…");
  await waitFor(() => expect(sent).toEqual([{ type: "readParameters", weightsOf: "present" }]));
  expect(selection()).toEqual({ step: 3, column: 0 });
  answer(trace);
  const table = region.getByRole("table", { name: "Terms of the sum, largest first" });
  const rows = within(table).getAllByRole("row");
  expect(rows).toHaveLength(8); // a heading, five terms, the fold, the sum
  expect(cellTexts(rows[6] as HTMLElement)[0]).toBe("and 7 more, together");
  expect(region.queryByRole("status")).toBeNull();
  expect(sent).toHaveLength(1);
});

test("the terms that are shown and the folded ones add up to the sum", async () => {
  const { trace } = await showInspectorOf();
  act(() => openNumber("score"));
  await panel("Score of source token ‘e’");
  answer(trace);
  const table = screen.getByRole("table", { name: "Terms of the sum, largest first" });
  const values = (): number[] =>
    within(table)
      .getAllByRole("row")
      .slice(1)
      .map((row) => Number((cellTexts(row).at(-1) ?? "").replace("−", "-")));
  const total = values().at(-1) ?? NaN;
  expect(values()).toHaveLength(7);
  expect(sumOf(values().slice(0, -1))).toBeCloseTo(total, 2);
  const sizes = values().slice(0, 5).map(Math.abs);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  await userEvent.click(within(table).getByRole("button", { name: "and 7 more, together" }));
  expect(values()).toHaveLength(14); // the fold's own row has no value, and the sum
  expect(sumOf(values().slice(0, -1))).toBeCloseTo(total, 2);
});

test("arrow keys on the slider walk to the neighbouring source token, and the selection follows", async () => {
  const { trace } = await showInspectorOf();
  act(() => openNumber("weight"));
  await panel("Weight of source token ‘e’");
  answer(trace);
  const slider = screen.getByRole("slider", { name: "Source token" });
  expect(slider.getAttribute("aria-valuetext")).toBe("e, 4 of 8");
  slideTo("Source token", 5);
  expect(selection()).toEqual({ step: 3, column: 4 });
  expect(await panel("Weight of source token ‘n’")).toBeTruthy();
  expect(useApp.getState().view.derivation).toBe("weight");
});

test("the path leads back to the vector, the operation and the step", async () => {
  const { trace } = await showInspectorOf();
  const user = userEvent.setup();
  const open = async () => {
    act(() => openNumber("gate.update.1.5"));
    await panel("Update gate z₄, unit 5");
    answer(trace);
  };
  await open();
  expect(
    path()
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual(["Step 4", "GRU", "Update gate z₄", "z₄[5]"]);
  await user.click(path().getByRole("button", { name: "Update gate z₄" }));
  expect(screen.getByRole("heading", { name: "Update gate z₄" })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("tabpanel", { name: "Numbers" }));
  await open();
  await user.click(path().getByRole("button", { name: "GRU" }));
  expect(screen.getByRole("tab", { name: "GRU", selected: true })).toBeTruthy();
  await open();
  await user.click(path().getByRole("button", { name: "Step 4" }));
  expect(screen.getByRole("heading", { name: "Scores and weights of step 4" })).toBeTruthy();
});

test("Escape goes one level up", async () => {
  const { trace } = await showInspectorOf();
  act(() => openNumber("inner.3"));
  await panel("Unit 3 inside the score of ‘e’");
  answer(trace);
  act(() => screen.getByRole("slider", { name: "Unit" }).focus());
  await userEvent.keyboard("{Escape}");
  expect(useApp.getState().view.derivation).toBe("score");
});

test("a unit of a vector's numbers opens its derivation; arrow keys move between units", async () => {
  const { trace } = await showInspectorOf();
  const user = userEvent.setup();
  act(() => inspect({ kind: "state", step: 3, layer: 0 }));
  const units = within(screen.getByRole("group", { name: /^Numbers/ }));
  const first = units.getByRole("button", { name: /: how s₄\[1\] is/ });
  act(() => first.focus());
  await user.keyboard("{ArrowRight}{ArrowDown}");
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/: how s₄\[10\] is/);
  await user.keyboard("{Enter}");
  const region = within(await panel("Decoder state s₄, unit 10"));
  answer(trace);
  const [gate] = region.getAllByRole("button", { name: /: how z₄\[10\] is/ });
  if (gate) await user.click(gate);
  expect(await panel("Update gate z₄, unit 10")).toBeTruthy();
});

test("an operand of the step before opens in that step", async () => {
  const { trace } = await showInspectorOf({ attention: "dot" });
  act(() => openNumber("score"));
  const region = within(await panel("Score of source token ‘e’"));
  answer(trace);
  const [operand] = region.getAllByRole("button", { name: /: how s₃\[\d+\] is/ });
  if (operand) await userEvent.click(operand);
  expect(selection().step).toBe(2);
  expect(useApp.getState().view.derivation).toMatch(/^state\.1\.\d+$/);
});

test("a share of a gate opens to its own terms", async () => {
  const { trace } = await showInspectorOf();
  act(() => openNumber("gate.reset.1.1"));
  await panel("Reset gate r₄, unit 1");
  answer(trace);
  const share = screen.getByRole("button", { name: "from the context" });
  expect(share.getAttribute("aria-expanded")).toBe("false");
  await userEvent.click(share);
  expect(share.getAttribute("aria-expanded")).toBe("true");
  const table = screen.getByRole("table", { name: "Terms from the context, largest first" });
  expect(within(table).getAllByRole("rowheader")[0]?.textContent).toMatch(
    /^W_ir\[1, \d+\] · c₄\[\d+\]/,
  );
});

test("the tiles of the operands are marked while the derivation is on show", async () => {
  const { trace } = await showInspectorOf();
  act(() => openNumber("score"));
  await panel("Score of source token ‘e’");
  answer(trace);
  expect(useApp.getState().view.operands.toSorted()).toEqual(["encoder.4.1", "state.3.1"]);
  act(() => openNumber(null));
  expect(useApp.getState().view.operands).toEqual([]);
});

test("the panel says what it waits for, and what a step does not have", async () => {
  const { trace } = await showInspectorOf();
  act(() => {
    openNumber("score");
    setRun("a", { status: "training" });
  });
  const region = within(await panel("Score of source token ‘e’"));
  expect(region.getByRole("status").textContent).toMatch(/^The model is training/);
  act(() => setRun("a", { status: "idle", info: null }));
  expect(region.getByRole("status").textContent).toMatch(/^The model is loading/);
  act(() => setRun("a", { status: "failed" }));
  expect(region.getByRole("status").textContent).toMatch(/^The model cannot be reached/);
  act(() => openNumber("memory.1.1"));
  expect((await screen.findByText("This step has no such number.")).tagName).toBe("OUTPUT");
  expect(trace.shape.cell).toBe("gru");
});

test("weights of another update are not used", async () => {
  const { trace, sent } = await showInspectorOf();
  act(() => openNumber("score"));
  const region = within(await panel("Score of source token ‘e’"));
  answer(trace, trace.trainedSteps - 1);
  expect(region.getByRole("status").textContent).toBe("Computing…");
  act(() => setRun("a", { trace: { ...trace } })); // the next trace
  expect(sent).toHaveLength(2);
  answer(trace);
  expect(region.getByRole("table")).toBeTruthy();
});

test("a number that a hand has set says so instead of a sum", async () => {
  const { trace } = await showInspectorOf();
  const edited = {
    ...trace,
    show: { ...trace.show, edits: [{ kind: "emptyContext" as const, step: 3 }] },
  };
  act(() => {
    setRun("a", { trace: edited });
    openNumber("context.2");
  });
  await panel("Context vector c₄, unit 2");
  answer(trace);
  expect(screen.getByText(/^You have set this number by hand/)).toBeTruthy();
});

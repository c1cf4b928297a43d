/** Two stages that read one source, with lanes set by hand. */
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { showMaps } from "../../state/actions/viewing";
import { useApp } from "../../state/store";
import { makeTrace, type TraceOptions } from "../../vis/testing/traces";
import { type PairOptions, showPair } from "../testing/showPair";
import { selection } from "../testing/showTrace";
import { ComparedStage } from "./ComparedStage";

afterEach(cleanup);

const WORD: TraceOptions = { source: ["p", "i", "g"], target: ["g", "i", "p"] };

const WITH_WITHOUT: PairOptions = {
  a: { trace: makeTrace(WORD) },
  b: {
    trace: makeTrace({ ...WORD, attention: "none", wrong: [1] }),
    config: { attention: "none" },
  },
};

const SCORES: PairOptions = {
  a: { trace: makeTrace(WORD) },
  b: { trace: makeTrace({ ...WORD, attention: "dot", seed: 9 }), config: { attention: "dot" } },
};

const sideOf = async (name: RegExp) => within(await screen.findByRole("figure", { name }));

type Side = Awaited<ReturnType<typeof sideOf>>;

const selected = (side: Side) => side.getByRole("gridcell", { selected: true });
const cellIn = (side: Side) => side.getByRole("gridcell", { name: /^step 2, .*source p/ });

async function showStages(pair: PairOptions) {
  const shown = await showPair(<ComparedStage />, pair);
  return { ...shown, a: await sideOf(/^A: /), b: await sideOf(/^B: /), user: userEvent.setup() };
}

describe("two stages", () => {
  it("are named by what sets them apart, and have an answer each under one source", async () => {
    const { a, b } = await showStages(WITH_WITHOUT);
    expect(screen.getByRole("figure", { name: "A: Attention Additive" })).toBeTruthy();
    expect(screen.getByRole("figure", { name: "B: Attention None" })).toBeTruthy();
    expect(screen.getAllByRole("textbox", { name: "Source" })).toHaveLength(1);
    expect(a.getByRole("status", { name: "Output" }).textContent).toBe("gip");
    expect(b.getByRole("status", { name: "Output" }).textContent).toContain("wrong");
    expect(screen.getAllByText("Expected")).toHaveLength(1);
    expect(a.getByRole("grid", { name: "Attention weights" })).toBeTruthy();
    expect(b.queryByRole("grid")).toBeNull();
    expect(b.getByText(/^No attention/)).toBeTruthy();
  });

  it("have one set of buttons, and one place that the skip link and the keys know", async () => {
    await showStages(WITH_WITHOUT);
    expect(await screen.findAllByRole("button", { name: "Play" })).toHaveLength(1);
    expect(document.querySelectorAll("#stage")).toHaveLength(1);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("have names in Korean", async () => {
    await showStages({ ...WITH_WITHOUT, language: "ko" });
    expect(screen.getByRole("figure", { name: "B: 어텐션 없음" })).toBeTruthy();
  });

  it("select the same pair of step and token", async () => {
    const { a, b, user } = await showStages(SCORES);
    await user.click(a.getByRole("gridcell", { name: /^step 2, output i, source g/ }));
    expect(selected(a).getAttribute("aria-label")).toMatch(/^step 2, output i, source g/);
    expect(selected(b).getAttribute("aria-label")).toMatch(/^step 2, output i, source g/);
    await user.keyboard("{ArrowUp}");
    expect(selected(b).getAttribute("aria-label")).toMatch(/^step 1, output g, source g/);
  });

  it("select the same token where one reads the source reversed", async () => {
    const reversed = { sourceOrder: "reversed" } as const;
    const { a, b, user } = await showStages({
      a: { trace: makeTrace(WORD) },
      b: { trace: makeTrace({ ...WORD, ...reversed }), config: reversed },
    });
    await user.click(b.getByRole("gridcell", { name: /^step 3, output p, source g/ }));
    expect(selected(a).getAttribute("aria-label")).toMatch(/^step 3, output p, source g/);
    expect(selected(b).getAttribute("aria-label")).toMatch(/^step 3, output p, source g/);
    await user.click(a.getByRole("gridcell", { name: /^step 1, output g, source p/ }));
    expect(selected(b).getAttribute("aria-label")).toMatch(/^step 1, output g, source p/);
  });

  it("mark what the pointer is on in the other picture, too", async () => {
    const { a, b } = await showStages(SCORES);
    fireEvent.mouseOver(cellIn(a));
    expect(cellIn(b).hasAttribute("data-linked")).toBe(true);
    fireEvent.mouseOver(a.getByRole("button", { name: /^Encoder state h₂/ }));
    expect(cellIn(b).hasAttribute("data-linked")).toBe(false);
    const tile = b.getByRole("button", { name: /^Encoder state h₂/ });
    expect(tile.hasAttribute("data-linked")).toBe(true);
  });

  it("reach the last step of the longer answer", async () => {
    const { b, user } = await showStages({
      a: { trace: makeTrace(WORD) },
      b: { trace: makeTrace({ ...WORD, target: ["g", "i", "p", "p", "p"] }) },
    });
    await user.click(await screen.findByRole("button", { name: "First token" }));
    for (const _ of [1, 2, 3, 4, 5])
      await user.click(screen.getByRole("button", { name: "Next token" }));
    expect(selection().step).toBe(5);
    expect(b.getByRole("status", { name: "Output" }).textContent).toBe("gippp");
    expect(screen.getByRole("button", { name: "Next token" }).getAttribute("aria-disabled")).toBe(
      "true",
    );
  });

  it("announce the answer of each", async () => {
    const { user } = await showStages(WITH_WITHOUT);
    await user.click(await screen.findByRole("button", { name: "First token" }));
    expect(await screen.findByText(/^A: Step 1: ‘g’/)).toBeTruthy();
    expect(screen.getByText(/^B: Step 1: ‘g’/)).toBeTruthy();
  });

  it("tell the inspector which of them the student uses", async () => {
    const { a, b, user } = await showStages(SCORES);
    await user.click(b.getByRole("gridcell", { name: /^step 1, .*source p/ }));
    expect(useApp.getState().view.inspectedLane).toBe("b");
    await user.click(a.getByRole("gridcell", { name: /^step 1, .*source p/ }));
    expect(useApp.getState().view.inspectedLane).toBe("a");
  });
});

async function showDifference(pair: PairOptions) {
  const shown = await showStages(pair);
  act(() => showMaps("difference"));
  return shown;
}

describe("the difference of two maps", () => {
  it("is a grid of A's weights minus B's that selects as the maps do", async () => {
    const { user } = await showDifference(SCORES);
    const grid = within(screen.getByRole("grid", { name: "Difference of the attention weights" }));
    const cell = grid.getByRole("gridcell", { name: /^step 2, source p/ });
    const [, difference, a, b] =
      /difference (.*), A ([\d.]+), B ([\d.]+)$/.exec(cell.getAttribute("aria-label") ?? "") ?? [];
    const value = Number(difference?.replace("−", "-"));
    expect(Math.abs(value - (Number(a) - Number(b)))).toBeLessThan(0.011); // each is rounded
    await user.click(cell);
    expect(selection()).toEqual({ step: 1, column: 0 });
    await user.keyboard("{ArrowRight}");
    expect(selection()).toEqual({ step: 1, column: 1 });
  });

  it("says why there is none", async () => {
    await showDifference(WITH_WITHOUT);
    expect(screen.getByText(/a model without attention has no map/)).toBeTruthy();
  });
});

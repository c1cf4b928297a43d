/** The parts of mode Compare beside the stages, with lanes set by hand. */
import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { createHistory } from "../../state/slices/losses";
import { INITIAL_EVALUATION } from "../../state/slices/evaluation";
import { evaluationOf, lossesOf, readyWith, reportOf } from "../../state/testing/events";
import { setLane, setView, useApp } from "../../state/store";
import { Status } from "../shell/Status";
import { Timeline } from "../timeline/Timeline";
import { changeRun, type PairOptions, showPair } from "../testing/showPair";
import { CompareRail } from "./CompareRail";
import { ComparedResults } from "./ComparedResults";

afterEach(cleanup);

const PAIR: PairOptions = {
  a: { run: { evaluations: [evaluationOf(50, 0.9)], step: 50 } },
  b: {
    config: { attention: "none" },
    run: {
      info: readyWith({ parameters: 33663 }).info,
      evaluations: [evaluationOf(50, 0.1)],
      step: 50,
    },
  },
};

describe("the rail", () => {
  it("has both models in numbers, and each named pair with a sentence", async () => {
    await showPair(<CompareRail />, PAIR);
    const [, a, b] = screen.getAllByRole("row");
    expect(within(a as HTMLElement).getByText("54,942")).toBeTruthy();
    expect(within(b as HTMLElement).getByText("33,663")).toBeTruthy();
    expect(within(b as HTMLElement).getByText("10.0%")).toBeTruthy();
    const pairs = within(screen.getByRole("list", { name: "What to compare" }));
    expect(pairs.getAllByRole("button")).toHaveLength(11);
    const described = pairs.getAllByRole("button").map((pair) => {
      const id = pair.getAttribute("aria-describedby") ?? "";
      return document.getElementById(id)?.textContent;
    });
    expect(described.filter((text) => !text)).toEqual([]);
  });

  it("takes a named pair", async () => {
    await showPair(<CompareRail />, PAIR);
    await userEvent.click(screen.getByRole("button", { name: "GRU and tanh RNN" }));
    const isChosen = await screen.findByRole("button", { name: "GRU and tanh RNN", pressed: true });
    expect(isChosen).toBeTruthy();
    expect(useApp.getState().lanes.b?.config).toMatchObject({ cell: "rnn", attention: "additive" });
  });

  it("does not take a pair that cannot be compared, and says why", async () => {
    await showPair(<CompareRail />, PAIR);
    const earlier = screen.getByRole("button", { name: "Now and earlier" });
    expect(earlier.getAttribute("aria-disabled")).toBe("true");
    expect(within(earlier).getByText(/no earlier weights yet/)).toBeTruthy();
    await userEvent.click(earlier);
    expect(useApp.getState().view.pair).not.toBe("earlier");
  });

  it("removes a difference of B, and changes another setting of B alone", async () => {
    await showPair(<CompareRail />, { ...PAIR, b: { config: { attention: "none", cell: "rnn" } } });
    changeRun("b", { info: null });
    await userEvent.click(screen.getByRole("button", { name: "Remove from B: Attention None" }));
    await expect.poll(() => useApp.getState().lanes.b?.config.attention).toBe("additive");
    expect(screen.queryByRole("button", { name: /Attention None/ })).toBeNull();
    expect(screen.getByRole("button", { name: "Remove from B: Cell tanh RNN" })).toBeTruthy();
    act(() => setView({ open: ["settingsOfB"] }));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Timing" }), "luong");
    await expect.poll(() => useApp.getState().lanes.b?.config.timing).toBe("luong");
    expect(useApp.getState().lanes.a.config.timing).toBe("bahdanau");
  });

  it("says why B is not what the student chose", async () => {
    await showPair(<CompareRail />, PAIR);
    expect(screen.getByRole("alert").textContent).toBe("");
    changeRun("b", { failure: { kind: "bakedMissing", task: "reverse", detail: "404" } });
    expect(screen.getByRole("alert").textContent).toMatch(/^B: /);
  });

  it("ends the comparison", async () => {
    await showPair(<CompareRail />, PAIR);
    await userEvent.click(screen.getByRole("button", { name: "Stop comparing" }));
    await expect.poll(() => useApp.getState().lanes.b).toBeUndefined();
    expect(useApp.getState().view.mode).toBe("lab");
  });
});

const trained = (run: object) => ({ losses: createHistory(lossesOf(1, 50)), ...run });

describe("the timeline", () => {
  const TRAINED: PairOptions = {
    a: { ...PAIR.a, run: trained({ ...PAIR.a.run, snapshots: [20] }) },
    b: { ...PAIR.b, run: trained({ ...PAIR.b.run }) },
  };

  it.each([
    ["en", "Update", "B Update", "B Exact match"],
    ["ko", "업데이트", "B 업데이트", "B 완전 일치율"],
  ] as const)("reads both runs in %s", async (language, update, updateOfB, matchOfB) => {
    await showPair(<Timeline />, { ...TRAINED, language });
    expect((await screen.findByRole("status", { name: update })).textContent).toBe("50");
    expect(screen.getByRole("status", { name: updateOfB }).textContent).toBe("50");
    expect(screen.getByRole("status", { name: matchOfB }).textContent).toBe("10.0%");
  });

  it("says the updates a second of each while they train", async () => {
    await showPair(<Timeline />, TRAINED);
    const rate = await screen.findByRole("status", { name: "B Updates/s" });
    expect(rate.textContent).toBe("–");
    changeRun("b", { status: "training", pairsPerSecond: 6400 });
    expect(rate.textContent).toBe("100");
  });

  it("has one playhead, whose text names the values of both", async () => {
    await showPair(<Timeline />, TRAINED);
    const slider = await screen.findByRole("slider", { name: "Timeline" });
    act(() => setView({ playhead: 20 }));
    expect(slider.getAttribute("aria-valuetext")).toMatch(/^update 20\. A: loss .* B: loss /);
  });
});

describe("the status line", () => {
  it("says how each of the two has ended", async () => {
    await showPair(<Status />, PAIR);
    changeRun("a", { status: "training" });
    changeRun("b", { status: "training" });
    changeRun("a", { status: "idle", stopReason: "target", step: 40 });
    changeRun("b", { status: "idle", stopReason: "cap", step: 60 });
    expect(screen.getByRole("status").textContent).toMatch(
      /^A: Exact match reached 90% at update 40\..* B: Training has stopped at update 60, the limit\.$/,
    );
  });

  it("says once what both do", async () => {
    await showPair(<Status />, PAIR);
    changeRun("b", { status: "training" });
    expect(screen.getByRole("status").textContent).not.toMatch(/started/);
    changeRun("a", { status: "training" });
    expect(screen.getByRole("status").textContent).toBe("Training started.");
  });
});

const evaluated = (exactMatch: number) => ({
  ...INITIAL_EVALUATION,
  report: reportOf({
    step: 50,
    metrics: { ...reportOf().metrics, exactMatch },
    byLength: [{ length: 8, examples: 40, matches: Math.round(40 * exactMatch), isSeen: true }],
  }),
});

describe("the results", () => {
  it("evaluate both models with one button", async () => {
    const { sent } = await showPair(<ComparedResults />, PAIR);
    await userEvent.click(screen.getByRole("button", { name: "Evaluate" }));
    expect(sent.map(({ command }) => command.type)).toContain("evaluate");
  });

  it("have the figures and the charts of both once both are here", async () => {
    await showPair(<ComparedResults />, PAIR);
    act(() => setLane("a", { evaluation: evaluated(0.9) }));
    expect(screen.queryByRole("table", { name: "Figures of both models" })).toBeNull();
    act(() => setLane("b", { evaluation: evaluated(0.1) }));
    const row = screen.getByRole("row", { name: "Exact match 90.0% 10.0%" });
    expect(row).toBeTruthy();
    expect(screen.getByText("The gap is largest at length 8: A 90%, B 10%.")).toBeTruthy();
    act(() => setView({ open: ["lengths"] }));
    expect(screen.getByRole("row", { name: "8 90.0% (36/40) 10.0% (4/40)" })).toBeTruthy();
  });

  it("say what learning costs both: updates to 95%, and steps in a row beside the measured times", async () => {
    const { run } = PAIR.a;
    const evaluations = [evaluationOf(50, 0.9), evaluationOf(100, 0.96)];
    await showPair(<ComparedResults />, {
      a: { run: { ...run, evaluations } },
      b: { config: { network: "transformer" }, run: { evaluations: [evaluationOf(100, 0.2)] } },
    });
    expect(screen.getByText("update 100")).toBeTruthy();
    expect(screen.getByText("not reached at update 100; best 20%")).toBeTruthy();
    expect(
      screen.getByText(/an update of A has 64 steps in a row, an update of B has 1\./),
    ).toBeTruthy();
    changeRun("b", { status: "training" });
    const measure = screen.getByRole("button", { name: "Measure" });
    expect(measure.getAttribute("aria-disabled")).toBe("true");
  });
});

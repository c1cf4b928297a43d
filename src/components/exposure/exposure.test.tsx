/** Exposure bias among the results: its request, its numbers, and what the student chooses. */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Suspense } from "react";
import { describe, expect, it } from "vitest";
import type { ExposureReport, InjectionScore } from "../../engine/results/exposure";
import type { Language } from "../../languages";
import { LANE } from "../../state/slices/lane";
import { receive } from "../../state/actions/receiveMessage";
import { useApp } from "../../state/store";
import { lossesOf, readyWith } from "../../state/testing/events";
import type { Event } from "../../workers/protocol";
import { showPage } from "../testing/page";
import { Exposure } from "./Exposure";

function post(...events: Event[]): void {
  act(() => events.forEach((event) => receive({ lane: LANE, event })));
}

const lastRequest = (): number => useApp.getState().lastRequest;

const positionsOf = (forcedRight: number, freeRight: number) => [
  { position: 1, examples: 40, forcedRight: 40, freeRight: 40, firstErrors: 0 },
  { position: 2, examples: 40, forcedRight, freeRight, firstErrors: 0 },
];

/** 40 answers, of which `atOnce` have every token after the wrong one right; 8 end wrong. */
function injectionOf(position: number, atOnce: number): InjectionScore {
  const score = { distance: 1, examples: 40, right: atOnce + 2, rightUntouched: 39 };
  return {
    position,
    examples: 40,
    after: [{ ...score, recovered: atOnce, recoveredUntouched: 38 }],
    atOnce,
    later: 32 - atOnce,
    never: 8,
  };
}

const REPORT: ExposureReport = {
  step: 100,
  examples: 40,
  done: 4,
  total: 4,
  moments: [
    { step: 0, byPosition: positionsOf(10, 9) },
    { step: 100, byPosition: positionsOf(36, 20) },
  ],
  injections: [injectionOf(1, 10), injectionOf(2, 24)],
};

function answer(report: ExposureReport = REPORT): void {
  post({ type: "exposure", runId: 1, requestId: lastRequest(), report });
}

async function open(language: Language = "en") {
  const part = (
    <Suspense fallback={null}>
      <Exposure />
    </Suspense>
  );
  const page = await act(async () => showPage(part, { language })); // awaited, because its texts load late
  await screen.findByRole("region");
  post(readyWith({ step: 100, losses: lossesOf(1, 100), heldOutExamples: 40 }));
  post({ type: "snapshots", runId: 1, steps: [0, 50, 100] });
  return page;
}

const measure = (): boolean => fireEvent.click(screen.getByRole("button", { name: /^Measure/ }));

async function measured() {
  const page = await open();
  measure();
  answer();
  post({ type: "done", requestId: lastRequest() });
  return page;
}

describe("exposure bias among the results", () => {
  it.each([
    ["en", "Exposure bias", "Measure"],
    ["ko", "노출 편향", "측정하기"],
  ] as const)("is a region whose button asks the worker, in %s", async (language, name, go) => {
    const { commands } = await open(language);
    const region = within(await screen.findByRole("region", { name }));
    fireEvent.click(region.getByRole("button", { name: go }));
    expect(commands.filter(({ type }) => type === "exposure")).toEqual([
      { type: "exposure", runId: 1, steps: [0, 50] },
    ]);
  });

  it("shows its parts as they come, then that it is done", async () => {
    await open();
    measure();
    answer({ ...REPORT, done: 1, injections: [], moments: REPORT.moments.slice(1) });
    expect(screen.getByRole("progressbar")).toHaveProperty("value", 1);
    expect(screen.getByText("So far one update is measured.")).toBeTruthy();
    expect(screen.queryByRole("figure", { name: /^Inject/ })).toBeNull();
    answer();
    post({ type: "done", requestId: lastRequest() });
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(screen.getByText("Measured: update 100.").tagName).toBe("OUTPUT");
    expect(screen.getByRole("button", { name: "Measure again" })).toBeTruthy();
  });

  it("says the largest gap of the chosen update, and has the numbers in a table", async () => {
    await measured();
    const gap = within(screen.getByRole("figure", { name: /update 100/ }));
    expect(gap.getByText(/position 2: 90\.0% fed the truth, 50\.0% fed its own/)).toBeTruthy();
    await userEvent.click(gap.getByText("The numbers as a table"));
    const rows = gap.getAllByRole("row").map((row) => row.textContent);
    expect(rows.slice(1)).toEqual(["140100.0% (40)100.0% (40)", "24090.0% (36)50.0% (20)"]);
    const slider = gap.getByRole("slider", { name: "After update" });
    fireEvent.change(slider, { target: { value: "0" } });
    expect(useApp.getState().view.exposureAt).toBe(0);
    const before = within(screen.getByRole("figure", { name: /update 0/ }));
    expect(before.getByText(/^At no position with at least 10 examples/)).toBeTruthy();
  });

  it("counts what becomes of the answers after a wrong token at the chosen position", async () => {
    await measured();
    const figure = within(screen.getByRole("figure", { name: /^Inject a wrong token/ }));
    const counts = () => figure.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(figure.getByText(/position 2.* 24 of 40 answers \(60\.0%\).*: 38 \(95/)).toBeTruthy();
    expect(counts()).toEqual([
      "every later token right: 24 (60.0%)",
      "some wrong, then right to the end: 8 (20.0%)",
      "last token wrong: 8 (20.0%)",
    ]);
    const slider = figure.getByRole("slider", { name: "Position of the wrong token" });
    fireEvent.change(slider, { target: { value: "1" } });
    expect(counts()[0]).toBe("every later token right: 10 (25.0%)");
  });

  it("says that the numbers are of an earlier update, and forgets those of another run", async () => {
    await measured();
    post({ type: "started", runId: 1 });
    post({ type: "progress", runId: 1, losses: lossesOf(101, 120), pairsPerSecond: 1 });
    expect(screen.getByText(/The model is now at update 120\. Measure again/)).toBeTruthy();
    post(readyWith({ runId: 2 }));
    expect(screen.queryByRole("figure")).toBeNull();
  });
});

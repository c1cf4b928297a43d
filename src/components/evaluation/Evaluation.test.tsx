import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import type { EvaluationStage, ScoreReport } from "../../engine/results/scoreReport";
import { jamoOf } from "../../engine/tasks/hangul/jamo";
import { progressOf, readyWith, reportOf, scoredExample } from "../../state/testing/events";
import type { Event } from "../../workers/protocol";
import { selectorOf } from "../../places";
import { App } from "../App";
import { showPage } from "../testing/page";
import { Evaluation } from "./Evaluation";
import { receive } from "../../state/testing/openedPage";

afterEach(cleanup); // the page still has pending work after the last test

function receiveAll(...events: Event[]): void {
  act(() => events.forEach(receive));
}

const stageOf = (stage: EvaluationStage): Event => ({ type: "evaluating", runId: 1, stage });
const evaluated = (change: Partial<ScoreReport> = {}): Event =>
  stageOf({ kind: "done", report: reportOf(change) });

const button = (name: string): HTMLElement => screen.getByRole("button", { name });

/** The value of a metric by its name. */
function figure(name: string): string | null | undefined {
  return screen.getAllByText(name)[0]?.parentElement?.querySelector("dd")?.textContent;
}

const EXAMPLES = [
  scoredExample({ source: ["a", "b", "c"], expected: "cba", answer: "cba", loss: 0.25 }),
  scoredExample({
    source: ["x", "y"],
    expected: "yx",
    answer: "yy",
    isExact: false,
    rightTokens: 2,
    tokens: 3,
    loss: 2,
  }),
  scoredExample({
    source: ["<", "b", ">", "z"],
    expected: "z>b<",
    answer: "",
    ended: false,
    isExact: false,
    rightTokens: 0,
    tokens: 5,
    loss: 1,
  }),
];

const sources = (): (string | undefined)[] =>
  screen.getAllByRole("rowheader").map((cell) => cell.querySelector("button")?.textContent);

/** With the part below it, whose script and texts load late. */
async function showEvaluation(options?: Parameters<typeof showPage>[1]) {
  const page = await showPage(<></>, options);
  await act(async () => page.rerender(<Evaluation />));
  await waitFor(() => expect(document.querySelector(selectorOf("exposure"))).not.toBeNull());
  return page;
}

async function showExamples() {
  const page = await showEvaluation();
  receiveAll(readyWith(), evaluated({ examples: EXAMPLES }));
  return page;
}

const lossHeading = () => screen.getByRole("columnheader", { name: /^Loss/ });

describe("evaluation", () => {
  it.each([
    ["en", "Evaluation", "Evaluate", "Stop evaluating"],
    ["ko", "평가", "평가하기", "평가 중지"],
  ] as const)(
    "is a region with a button that starts and stops it, in %s",
    async (language, region, go, stop) => {
      const { commands } = await showEvaluation({ language });
      const card = within(screen.getByRole("region", { name: region }));
      expect(card.getByRole("button", { name: go }).getAttribute("aria-disabled")).toBe("true");
      receiveAll(readyWith());
      await userEvent.click(card.getByRole("button", { name: go }));
      receiveAll(stageOf({ kind: "running", step: 0, done: 64, total: 1024 }));
      expect(screen.getByRole("progressbar")).toHaveProperty("value", 64);
      await userEvent.click(card.getByRole("button", { name: stop }));
      expect(commands.map(({ type }) => type)).toEqual(["evaluate", "stopEvaluating"]);
      receiveAll(stageOf({ kind: "stopped" }));
      expect(card.getByRole("button", { name: go })).toBe(document.activeElement); // the same button the whole time
    },
  );

  it("says what it will do, its progress, and which model it evaluated", async () => {
    await showEvaluation();
    receiveAll(readyWith({ heldOutExamples: 256 }));
    expect(screen.getByText(/on 256 held-out examples, which training never uses/)).toBeTruthy();
    receiveAll(stageOf({ kind: "running", step: 1200, done: 64, total: 1024 }));
    const running = "Evaluating the model of update 1,200: 64 of 1,024 examples.";
    expect(screen.getByText(running)).toBeTruthy();
    expect(screen.getByText("Evaluating the model of update 1,200.").tagName).toBe("OUTPUT");
    receiveAll(evaluated({ step: 0 }));
    expect(screen.getByText("Evaluated: exact match 75.0%.").tagName).toBe("OUTPUT");
    expect(screen.getByText("The model of update 0, on 1 held-out examples.")).toBeTruthy();
  });

  it("says how many of a user's own pairs it uses, and why not all", async () => {
    await showEvaluation();
    receiveAll(readyWith({ heldOutExamples: 256, heldOutPairs: 1494 }));
    expect(screen.getByText(/on 256 of 1,494 held-out examples.*The first 256 are/)).toBeTruthy();
    receiveAll(readyWith({ runId: 2, heldOutExamples: 90, heldOutPairs: 90 }));
    expect(screen.getByText(/^Tests the model on 90 held-out examples/).textContent).not.toContain(
      "The first",
    );
  });

  it("says so when the model has trained further since", async () => {
    await showEvaluation();
    receiveAll(
      readyWith(),
      evaluated({ step: 0 }),
      { type: "started", runId: 1 },
      progressOf(1, 300),
    );
    receiveAll({ type: "stopped", runId: 1, reason: "paused" });
    expect(screen.getByText(/The model is now at update 300/)).toBeTruthy();
    receiveAll(readyWith({ runId: 2 }));
    expect(screen.queryByText(/training step 0, on/)).toBeNull(); // the metrics of the other model are gone
  });

  it("names its metrics, and omits those that the model or the task lacks", async () => {
    await showEvaluation();
    receiveAll(readyWith(), evaluated());
    expect(figure("Exact match")).toBe("75.0%");
    expect(figure("Token accuracy, free-running")).toBe("87.5%");
    expect(figure("Token accuracy, teacher-forced")).toBe("90.0%");
    expect(figure("Perplexity")).toBe("1.25");
    expect(figure("Alignment error rate")).toBe("5.0%");
    expect(figure("Weight on the aligned tokens")).toBe("80.0%");
    expect(figure("Attention entropy")).toBe("0.50");
    expect(screen.getByText("teacher-forced, in nats; at most 1.80")).toBeTruthy();
    expect(screen.queryByText("BLEU-4")).toBeNull();
    const { metrics } = reportOf();
    receiveAll(evaluated({ metrics: { ...metrics, bleu: 0.5234, attention: null } }));
    expect(figure("BLEU-4")).toBe("52.3");
    expect(screen.queryByText("Attention entropy")).toBeNull();
    const attention = { alignmentError: null, goldMass: null, entropy: 1, largestEntropy: 2 };
    receiveAll(evaluated({ metrics: { ...metrics, attention } }));
    expect(figure("Alignment error rate")).toBe("–");
  });

  it("has the exact numbers by length in a table, and says in words that the model fails more often on longer sources", async () => {
    await showEvaluation();
    const byLength = [
      { length: 3, examples: 40, matches: 39, isSeen: true },
      { length: 9, examples: 64, matches: 2, isSeen: false },
    ];
    receiveAll(readyWith(), evaluated({ byLength }));
    expect(screen.getByText("lengths not seen in training")).toBeTruthy();
    expect(screen.getByText(/does not make a model work on longer sources/)).toBeTruthy();
    const chart = within(screen.getByRole("figure", { name: /^Exact match by source length/ }));
    await userEvent.click(chart.getByText("The numbers as a table"));
    const table = within(screen.getByRole("table", { name: "Exact match by source length" }));
    const rows = table.getAllByRole("row").map((row) => row.textContent);
    expect(rows).toEqual([
      "LengthExact matchRightIn training",
      "397.5%39 of 40yes",
      "93.1%2 of 64no",
    ]);
    const metrics = { ...reportOf().metrics, attention: null };
    receiveAll(evaluated({ byLength, metrics }));
    expect(screen.queryByText(/on longer sources/)).toBeNull();
    expect(screen.getByText(/much worse. Without attention one state/)).toBeTruthy();
    const worse = { length: 5, examples: 40, matches: 20, isSeen: true };
    receiveAll(evaluated({ byLength: [...byLength, worse], metrics }));
    expect(screen.getByText(/even within the lengths of training/)).toBeTruthy();
    receiveAll(evaluated({ byLength: byLength.slice(0, 1) }));
    expect(screen.queryByText("lengths not seen in training")).toBeNull();
    expect(screen.queryByText(/on longer sources/)).toBeNull();
  });
});

describe("accuracy by position", () => {
  const byPosition = [
    { position: 1, examples: 40, freeRight: 40, forcedRight: 40, firstErrors: 0 },
    { position: 2, examples: 40, freeRight: 30, forcedRight: 30, firstErrors: 10 },
    { position: 3, examples: 20, freeRight: 8, forcedRight: 17, firstErrors: 2 },
  ];

  it("has the exact numbers in a table, and says in words where answers go wrong", async () => {
    await showEvaluation();
    receiveAll(readyWith(), evaluated({ byPosition }));
    const chart = within(screen.getByRole("figure", { name: /^Accuracy by position/ }));
    expect(chart.getByText(/^Wrong answers: 12\. .*: 10, at position 2\./).textContent).toContain(
      "largest at position 3: 85.0% fed the truth, 40.0% fed its own answers.",
    );
    expect(chart.getByText(/<eos> too early/)).toBeTruthy();
    await userEvent.click(chart.getByText("The numbers as a table"));
    const table = chart.getByRole("table", { name: "Accuracy by position of the answer" });
    const rows = within(table).getAllByRole("row");
    expect(rows.map((row) => row.textContent)).toEqual([
      "PositionExamplesFree-runningTeacher-forcedFirst errors",
      "140100.0%100.0%0",
      "24075.0%75.0%10",
      "32040.0%85.0%2",
    ]);
  });

  it("says so where the truth does not help, and where nothing is wrong", async () => {
    await showEvaluation();
    receiveAll(readyWith(), evaluated({ byPosition: byPosition.slice(0, 2) }));
    expect(screen.getByText(/hardly better at any position/)).toBeTruthy();
    receiveAll(evaluated({ byPosition: byPosition.slice(0, 1) }));
    expect(screen.getByText(/Every answer is right/)).toBeTruthy();
  });
});

describe("table of held-out examples", () => {
  it("shows the expected and the actual answer as text", async () => {
    await showExamples();
    const rows = screen.getAllByRole("row").map((row) => row.textContent);
    expect(rows[2]).toBe("xyyxyy✗ wrong2 of 322.000");
    expect(rows[3]).toBe("<b>zz>b<(nothing)no <eos>✗ wrong0 of 541.000");
  });

  it("writes a source in syllables where its tokens are jamo", async () => {
    const config = { task: "hangulSounds" } as const;
    await showEvaluation({ config });
    const source = jamoOf("한라산");
    const examples = [scoredExample({ source, expected: "hallasan", answer: "hallasan" })];
    receiveAll(readyWith({ config: { ...DEFAULT_CONFIG, ...config } }), evaluated({ examples }));
    expect(sources()).toEqual(["한라산"]);
  });

  it("is sorted by its headings, which name the order", async () => {
    await showExamples();
    expect(lossHeading().getAttribute("aria-sort")).toBeNull();
    const press = () => userEvent.click(within(lossHeading()).getByRole("button"));
    await press();
    expect(lossHeading().getAttribute("aria-sort")).toBe("ascending");
    expect(sources()).toEqual(["abc", "<b>z", "xy"]);
    await press();
    expect(lossHeading().getAttribute("aria-sort")).toBe("descending");
    expect(sources()).toEqual(["xy", "<b>z", "abc"]);
    await press();
    expect(lossHeading().getAttribute("aria-sort")).toBeNull();
    await userEvent.click(button("Length"));
    expect(sources()).toEqual(["xy", "abc", "<b>z"]);
  });

  it("has a filter for wrong answers", async () => {
    await showExamples();
    expect(screen.getByText("3 of 3", { selector: "output" })).toBeTruthy();
    await userEvent.click(screen.getByRole("checkbox", { name: "Wrong ones only" }));
    expect(sources()).toEqual(["xy", "<b>z"]);
    expect(screen.getByText("2 of 3", { selector: "output" })).toBeTruthy();
    receiveAll(evaluated({ examples: EXAMPLES.slice(0, 1) }));
    expect(screen.getByText("No example is wrong.")).toBeTruthy();
  });

  it("puts an example shown in the picture, and marks it", async () => {
    const { commands } = await showExamples();
    await userEvent.click(screen.getByRole("checkbox", { name: "Wrong ones only" }));
    await userEvent.click(button("xy"));
    const example = { kind: "heldOut", index: 1 } as const; // its index among all of them
    expect(commands).toEqual([{ type: "show", show: { ...INITIAL_SHOW, example }, runId: 1 }]);
    const current = screen.getAllByRole("row").filter((row) => row.getAttribute("aria-current"));
    expect(current.map((row) => row.textContent)).toEqual([expect.stringContaining("xy")]);
    expect(screen.getByText("shown in the picture")).toBeTruthy();
  });

  it("gives its place to the stage, and moves the focus there", async () => {
    await showPage(<App />);
    receiveAll(readyWith(), evaluated({ examples: EXAMPLES }));
    await userEvent.click(screen.getByRole("tab", { name: "Results" }));
    expect(document.getElementById("stage")).toBeNull();
    await userEvent.click(await screen.findByRole("button", { name: "xy" }));
    expect(screen.queryByRole("button", { name: "xy" })).toBeNull();
    expect(document.activeElement?.id).toBe("stage");
  });
});
